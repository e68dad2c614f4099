import type { IDataObject } from 'n8n-workflow';

import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { RadaroChangesTrigger } from '../../nodes/Radaro/RadaroChangesTrigger.node';
import { DAY, runDetrack } from '../support/detrack';
import { PollingTrigger } from '../support/pollingTrigger';
import { byExternalId, byOrderId, runRadaro } from '../support/radaro';
import { byId, ROUTIGO_SANDBOX } from '../support/routigo';
import { locator, runReadyCloud } from '../support/readycloud';
import { runOperation } from '../support/runOperation';
import { type Asked, type Scripted, ScriptedServer } from '../support/scripted';

let server: ScriptedServer;
/** What a service answers, as it is written: `JSON.stringify` has no numbers beyond 2^53. */
let answer: (asked: Asked) => Scripted;
beforeAll(async () => void (server = await ScriptedServer.start((asked) => answer(asked))));
afterAll(async () => await server.stop());
beforeEach(() => void (server.asked.length = 0));

/** As numbers of JavaScript, they are the same. */
const ID = '9007199254740993';
const NEIGHBOUR = '9007199254740992';

const radaroJob = (id: string, more = '') =>
	`{"order_id": ${id}, "external_id": ${id}, "title": "Sofa"${more}}`;

const ROWS: Record<
	string,
	[body: string, run: () => Promise<{ items: Array<{ json: IDataObject }> }>, row: IDataObject]
> = {
	Radaro: [
		radaroJob(ID),
		async () => await runRadaro(server.url, 'get', byExternalId(ID)),
		{ jobId: ID, reference: ID },
	],
	Detrack: [
		`{"data": {"id": ${ID}, "do_number": ${ID}, "date": "${DAY}", "type": "Delivery"}}`,
		async () =>
			await runDetrack(server.url, 'get', {
				job: locator('doNumber', ID),
				which: { date: DAY, type: 'Delivery' },
			}),
		{ jobId: ID, reference: ID },
	],
	RoutiGo: [
		`{"id": ${ID}, "routigoEvent": "TOUR_PLANNED", "routigoEventType": "TOUR", "action": {}}`,
		async () =>
			await runOperation(ROUTIGO_SANDBOX, 'webhook.get', byId(ID), {
				credential: { baseUrl: server.url },
			}),
		{ id: ID },
	],
	ReadyCloud: [
		`{"url": "/api/v2/orgs/K7p/orders/q2Xd/", "primary_id": ${ID}, "order_number": ${ID}}`,
		async () =>
			await runReadyCloud(server.url, 'order.get', {
				organizationId: locator('id', 'K7p'),
				order: locator('id', 'q2Xd'),
			}),
		{ reference: ID, orderNumber: ID },
	],
};

it.each(Object.entries(ROWS))(
	'%s: an identifier beyond 2^53 in an answer keeps its digits',
	async (_vendor, [body, run, row]) => {
		answer = () => ({ body });
		const { items } = await run();
		expect(items[0]?.json).toMatchObject(row);
	},
);

describe('a job of Radaro that is to be deleted by such a number', () => {
	const remove = async () => await runRadaro(server.url, 'delete', byOrderId(ID));
	const deletions = () => server.asked.filter(({ method }) => method === 'DELETE');

	it('is the one that has it', async () => {
		answer = ({ method }) => (method === 'GET' ? { body: radaroJob(ID) } : { status: 204 });
		expect((await remove()).items[0]?.json).toEqual({ deleted: true, reference: null, jobId: ID });
		expect(deletions().map(({ path }) => path.split('/').at(-2))).toEqual([ID]);
	});

	it('is not its neighbour', async () => {
		answer = ({ method }) => (method === 'GET' ? { body: radaroJob(NEIGHBOUR) } : { status: 204 });
		await expect(remove()).rejects.toThrow(/nothing was changed/);
		expect(deletions()).toEqual([]);
	});
});

it('two jobs with such numbers are two for a changes trigger', async () => {
	const changes = new PollingTrigger({
		node: new RadaroChangesTrigger(),
		credentialType: new RadaroApi(),
		credential: { server: 1, apiKey: 'key-of-a-dispatcher', baseUrl: server.url },
		parameters: {},
	});
	answer = () => ({ body: '[]' });
	await changes.publish();
	const jobs = [ID, NEIGHBOUR].map((id) => radaroJob(id, ', "status": "delivered"'));
	answer = () => ({ body: `[${jobs.join()}]` });
	const rows = await changes.poll();
	expect(rows.map(({ jobId }) => jobId).sort()).toEqual([NEIGHBOUR, ID]);
	expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(2);
});
