import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { RadaroApi } from '../../../../credentials/RadaroApi.credentials';
import { Radaro } from '../../../../nodes/Radaro/Radaro.node';
import { executeContext } from '../../../support/executeNode';
import { partly } from '../../../support/mock';
import { byExternalId, byOrderId, minimalJob, runRadaro } from '../../../support/radaro';
import { ScriptedServer } from '../../../support/scripted';

/** A Radaro that has moved its jobs, and knows one of them. */
const JOB = { order_id: 5, external_id: 'SO/1', customer: { name: 'Tom Okafor' } };
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(({ method, path, body }) => {
		if (path.endsWith('/sub-brands/')) return { body: { count: 0, results: [] } };
		if (!path.startsWith('/v9/tasks')) return { status: 404, body: '<html>Not found</html>' };
		if (method === 'DELETE') return { status: 204 };
		if (method === 'POST') return { status: 201, body: Array.isArray(body) ? [JOB, JOB] : JOB };
		return { body: /tasks\/?$/.test(path) ? { count: 1, results: [JOB] } : JOB };
	});
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.asked.length = 0;
});

const ALL = ['/v9/tasks/', '/v9/tasks/SO%2F1/'];

it.each([
	['create', minimalJob('SO/1'), 'POST', ALL[0]],
	['createMany', minimalJob('SO/1'), 'POST', ALL[0]],
	['getMany', { returnAll: true }, 'GET', ALL[0]],
	['get', byExternalId('SO/1'), 'GET', ALL[1]],
	['get', byOrderId('5'), 'GET', '/v9/tasks/5/'],
	['update', { ...byExternalId('SO/1'), updateFields: { title: 'T' } }, 'PATCH', ALL[1]],
	['assignDriver', { ...byExternalId('SO/1'), driver: 7 }, 'PATCH', ALL[1]],
	['delete', byExternalId('SO/1'), 'DELETE', ALL[1]],
	['subBrand.getMany', { returnAll: true }, 'GET', '/api/webhooks/sub-brands/'],
])('%s %j asks at the path of the credential', async (operation, parameters, method, path) => {
	const credential = { jobPath: '/v9/tasks/' };
	await runRadaro(server.url, operation, parameters, { credential });
	const requests = server.asked.map((asked) => [asked.method, asked.path]);
	expect(requests.at(-1)).toEqual([method, path]);
	expect(requests.filter(([, asked]) => asked?.startsWith('/api/webhooks/jobs'))).toEqual([]);
});

it('the list of jobs to choose from asks there, too', async () => {
	const node = new Radaro();
	const { context } = executeContext({
		node,
		credentialType: new RadaroApi(),
		credential: { server: 1, apiKey: 'k', baseUrl: server.url, jobPath: 'v9/tasks' },
		parameters: {},
	});
	const search = node.methods.listSearch.searchJobs;
	const { results } = await search.call(partly<ILoadOptionsFunctions>(context));
	expect(results).toEqual([{ name: 'SO/1 · Tom Okafor', value: 'SO/1' }]);
	expect(server.asked.map(({ path }) => path)).toEqual(['/v9/tasks']);
});

it('without it, the error says where to enter another path', async () => {
	await expect(runRadaro(server.url, 'create', minimalJob('SO/1'))).rejects.toMatchObject({
		message:
			'Radaro does not know this address; check Base URL in the credential: it must end before /api',
		description: expect.stringContaining('enter it as Job Path in the credential') as unknown,
	});
});
