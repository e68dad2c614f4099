import type { IDataObject } from 'n8n-workflow';

import { byOrderId, RadaroBench, runRadaro } from '../../../../support/radaro';
import { errorOf } from '../../../../support/runOperation';
import { type Asked, type Scripted, ScriptedServer } from '../../../../support/scripted';
import { useBench } from '../../../../support/standInBench';

const radaro = useBench(new RadaroBench());
let server: ScriptedServer | undefined;
afterEach(async () => await server?.stop());

const CHANGES: Array<[string, IDataObject, string]> = [
	['delete', {}, 'DELETE'],
	['update', { updateFields: { comment: 'Ring twice' } }, 'PATCH'],
	['assignDriver', { driver: 3391054 }, 'PATCH'],
];

describe.each(CHANGES)('%s by Order ID', (operation, parameters, method) => {
	/** A server that gives something for every look-up, and takes every change. */
	const ask = async (lookUp: (asked: Asked) => Scripted) => {
		server = await ScriptedServer.start((asked) =>
			asked.method === 'GET' ? lookUp(asked) : { body: { order_id: 5, external_id: 'A-5' } },
		);
		return await runRadaro(server.url, operation, { ...parameters, ...byOrderId('5') });
	};
	const changes = () => server?.asked.filter((asked) => asked.method !== 'GET') ?? [];

	it('finds the job first, and names it by its External ID, which Radaro documents', async () => {
		const { jobId } = await radaro.create('A-1');
		await radaro.create(String(jobId));
		await radaro.run(operation, { ...parameters, ...byOrderId(String(jobId)) });
		expect((await radaro.lastRequest('GET'))?.query).toEqual({ lookup_field: 'order_id' });
		const sent = await radaro.requests(method);
		expect(sent.map(({ path, query }) => [path, query])).toEqual([
			['/radaro/api/webhooks/jobs/A-1/', {}],
		]);
	});

	it.each<[string, Scripted, string]>([
		[
			'another job, whose External ID is that number',
			{ body: { order_id: 77, external_id: '5' } },
			'a job with Order ID "77" and External ID "5"',
		],
		['a job without an Order ID', { body: { external_id: '5' } }, 'a job with External ID "5"'],
		[
			'several jobs',
			{ body: { results: [{ order_id: 5 }, { order_id: 6, external_id: 'A-6' }] } },
			'a job with Order ID "5"; a job with Order ID "6" and External ID "A-6"',
		],
		['no job', { body: { count: 0, results: [] } }, 'no job'],
	])('changes nothing where Radaro gives %s', async (_what, answer, gave) => {
		expect(await errorOf(ask(() => answer))).toEqual({
			message: 'Radaro did not answer with the job with the Order ID "5", so nothing was changed',
			description: `Choose the job by its External ID. Radaro gave ${gave}.`,
		});
		expect(changes()).toEqual([]);
	});

	const withoutOwnNumber =
		(other: Scripted) =>
		({ query }: Asked): Scripted =>
			query.get('lookup_field') === 'order_id' ? { body: { order_id: 5 } } : other;

	it('takes a job without an External ID where no other job has the number as its own', async () => {
		await ask(withoutOwnNumber({ status: 404 }));
		expect(changes().map(({ path, query }) => [path, query.get('lookup_field')])).toEqual([
			['/api/webhooks/jobs/5/', 'order_id'],
		]);
	});

	it('leaves a job without an External ID alone where another one has the number as its own', async () => {
		const other = withoutOwnNumber({ body: { order_id: 77, external_id: '5' } });
		expect((await errorOf(ask(other))).message).toBe(
			'The job with the Order ID "5" has no External ID, so nothing was changed',
		);
		expect(changes()).toEqual([]);
	});
});
