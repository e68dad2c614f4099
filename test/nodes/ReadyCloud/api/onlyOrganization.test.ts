import type { IDataObject } from 'n8n-workflow';

import { locator, runReadyCloud } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { ScriptedServer } from '../../../support/scripted';

let organizations: IDataObject[] = [];
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(({ path }) => ({
		body: path.endsWith('/orgs/')
			? { results: organizations, next: null }
			: { results: [], next: null },
	}));
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

const organization = (id: string, name: string | null, more: IDataObject = {}) => ({
	url: `/api/v2/orgs/${id}/`,
	name,
	...more,
});
const DELETED = { deleted_at: '2025-01-01T00:00:00Z' };
const NONE = { organizationId: locator('list', '') };

const run = async (items: IDataObject[] = [{}]) =>
	await runReadyCloud(server.url, 'order.getMany', NONE, { items });

it('is taken without being chosen, and looked for once in an execution', async () => {
	organizations = [organization('Gone', 'Closed Shop', DELETED), organization('K7p', 'Shop')];
	await run([{}, {}, {}]);
	const paths = server.asked.map(({ path }) => path);
	const list = expect.stringMatching(/\/orgs\/K7p\/orders\/$/) as string;
	expect(paths).toEqual([expect.stringMatching(/\/orgs\/$/), list, list, list]);
});

it('names those to choose from where there are several', async () => {
	organizations = [organization('K7p', 'Shop'), organization('Z9x', null)];
	expect((await errorOf(run())).message).toBe(
		'"Organization" is empty, and the access token can see several: Shop (K7p), Z9x (Z9x). Choose one of them.',
	);
	organizations = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => organization(id, id));
	expect((await errorOf(run())).message).toMatch(/: A \(A\), .*, E \(E\), and others\. Choose/);
});

it('says that there is none', async () => {
	organizations = [];
	expect((await errorOf(run())).message).toBe(
		'The access token can see no organization at ReadyCloud.',
	);
});
