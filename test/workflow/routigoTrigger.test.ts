import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import axios, { type AxiosRequestConfig } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	ROUTIGO_API_KEY,
	ROUTIGO_BASE,
	ROUTIGO_BEARER,
	ROUTIGO_OTHER_KEY,
} from '../../sandbox/routigo/defaults';
import { sampleOrders } from '../../sandbox/routigo/samples';
import { chain, type Node } from '../support/chain';
import { LiveN8n, noOp } from '../support/liveN8n';

interface Webhook {
	id: string;
	routigoEvent: string;
	routigoEventType: string;
	action: {
		url: string;
		headers: Record<string, string>;
		queryParameters: Record<string, string>;
		minutesToLive: number | null;
	};
}

interface Tour {
	id: string;
	job: {
		id: string;
		stops: Array<{ id: string; assignments: Array<{ id: string }> }>;
		shipments: Array<{ id: string; trackingCode: string }>;
	};
}

type Row = Record<string, unknown>;

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
});
jest.setTimeout(120_000);

const TRIGGER = 'RoutiGo Trigger';

const dataOf = (more: IDataObject = {}) => ({
	name: 'RoutiGo',
	type: 'routigoApi',
	data: {
		authentication: 'apiKey',
		apiKey: ROUTIGO_API_KEY,
		token: '',
		useOtherServer: true,
		baseUrl: `${live.sandbox.url}${ROUTIGO_BASE}`,
		...more,
	},
});

async function credential(more: IDataObject = {}): Promise<string> {
	return (await live.rest.createCredential(dataOf(more))).id;
}

function trigger(webhookId: string, credentialId: string, parameters: IDataObject = {}): Node {
	return {
		name: TRIGGER,
		type: 'n8n-nodes-lastmile.routigoTrigger',
		typeVersion: 2,
		webhookId,
		parameters: { events: ['TOUR_PLANNED', 'ASSIGNMENT_DONE'], ...parameters },
		credentials: { routigoApi: { id: credentialId, name: 'RoutiGo' } },
	};
}

const addressOf = (id: string, kind = 'webhook') =>
	`https://127.0.0.1:${live.n8n.port}/${kind}/${id}/routigo`;

/** A workflow of a trigger and an end, published, with what a test needs to deal with it. */
async function published(parameters: IDataObject = {}, credentialId?: string) {
	const id = randomUUID();
	const used = credentialId ?? (await credential());
	const nodesOf = (changed: IDataObject, webhookId = id) => [
		trigger(webhookId, used, changed),
		noOp(),
	];
	const workflow = await live.importChain('RoutiGo', nodesOf(parameters));
	await live.rest.activate(workflow);
	const address = addressOf(id);
	return { workflow, used, address, url: address.replace('https', 'http'), nodesOf };
}

async function republish(workflowId: string, nodes: Node[]): Promise<void> {
	const changed = await live.rest.updateWorkflow(workflowId, chain('RoutiGo', nodes));
	await live.rest.activate(changed);
}

/** The webhooks of this test; those of other programs must still be there. */
async function atRoutigo(key = ROUTIGO_API_KEY): Promise<Webhook[]> {
	const answer = await axios.get<Webhook[]>(`${live.sandbox.url}${ROUTIGO_BASE}/v2/webhooks`, {
		headers: { 'X-API-KEY': key },
	});
	const isOther = ({ action }: Webhook) => action.url.startsWith('https://erp.example.test/');
	expect(answer.data.filter(isOther)).toHaveLength(2);
	return answer.data.filter((webhook) => !isOther(webhook));
}

async function registered(): Promise<string[]> {
	return (await atRoutigo())
		.map(({ routigoEvent, routigoEventType, action }) =>
			[routigoEvent, routigoEventType, action.url].join(' '),
		)
		.sort();
}

const bothAt = (address: string) => [
	`ASSIGNMENT_DONE ASSIGNMENT ${address}`,
	`TOUR_PLANNED TOUR ${address}`,
];

async function webhookFor(event: string): Promise<Webhook> {
	const found = (await atRoutigo()).find(({ routigoEvent }) => routigoEvent === event);
	if (found === undefined) throw new Error(`There is no webhook for ${event}.`);
	return found;
}

async function stepOf(event: string, name: string, body: object = {}): Promise<void> {
	const { id } = await webhookFor(event);
	await live.control('POST', `routigo/webhooks/${id}/steps/${name}`, body);
}

const [ORDER] = sampleOrders(1, new Date('2031-05-14T08:00:00Z'), 48213) as [IDataObject];
/** Without a pick-up, a tour of one order has one stop with one assignment. */
const DELIVERY = { ...ORDER, pickupLocation: null };

/** A tour of one delivery on which these steps were done. */
async function walked(steps: string[], orders: object[] = [DELIVERY]): Promise<Tour> {
	let tour = (await live.control('POST', 'routigo/tours', { orders })) as Tour;
	for (const step of steps) tour = await walk(tour.id, step);
	return tour;
}

async function walk(id: string, step: string, body: object = {}): Promise<Tour> {
	return (await live.control('POST', `routigo/jobs/${id}/steps/${step}`, body)) as Tour;
}

/** The items of all executions so far, once there are so many. */
async function itemsOf(workflowId: string, executions: number): Promise<Row[]> {
	const ended = await live.rest.waitForExecutions(workflowId, executions);
	const all = await Promise.all(ended.map(async ({ id }) => await live.rest.getExecution(id)));
	expect(all.map(({ status }) => status)).toEqual(all.map(() => 'success'));
	return all.flatMap(({ items }) => items[TRIGGER] ?? []);
}

async function settledCount(workflowId: string): Promise<number> {
	await wait(1000);
	return await live.rest.countExecutions(workflowId);
}

async function post(url: string, data: unknown, config: AxiosRequestConfig = {}) {
	const answer = await axios.request<unknown>({
		method: 'POST',
		url,
		data,
		validateStatus: () => true,
		...config,
	});
	return { status: answer.status, data: answer.data };
}

describe('the life of its webhooks', () => {
	it('registers them, removes them, and touches no others', async () => {
		const { workflow, address } = await published();
		expect(await registered()).toEqual(bothAt(address));
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([]);
		await live.rest.activate(workflow);
		await stepOf('TOUR_PLANNED', 'remove');
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([]);
	});

	it('follows a change of events, of what they describe, and of options', async () => {
		const { workflow, address, nodesOf } = await published();
		await republish(
			workflow.id,
			nodesOf({
				events: ['STOP_DONE', 'TOUR_PLANNED'],
				eventType: 'SHIPMENT',
				options: { minutesToLive: 30 },
			}),
		);
		expect(await registered()).toEqual([
			`STOP_DONE SHIPMENT ${address}`,
			`TOUR_PLANNED SHIPMENT ${address}`,
		]);
		expect((await atRoutigo()).map(({ action }) => action.minutesToLive)).toEqual([30, 30]);
		await republish(workflow.id, nodesOf({}));
		expect(await registered()).toEqual(bothAt(address));
		expect((await atRoutigo()).map(({ action }) => action.minutesToLive)).toEqual([null, null]);
	});

	it('follows a change of its address', async () => {
		const { workflow, nodesOf } = await published();
		const moved = randomUUID();
		await republish(workflow.id, nodesOf({}, moved));
		expect(await registered()).toEqual(bothAt(addressOf(moved)));
		await walked(['plan']);
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
	});

	it('follows a change of the key, once it is published again', async () => {
		const { workflow, used, address, nodesOf } = await published();
		await live.rest.updateCredential(used, dataOf({ apiKey: ROUTIGO_OTHER_KEY }));
		const before = await webhookFor('TOUR_PLANNED');
		await republish(workflow.id, nodesOf({ output: 'deliveryEventWithOriginal' }));
		expect(await registered()).toEqual(bothAt(address));
		const after = await webhookFor('TOUR_PLANNED');
		expect(after.action.headers).not.toEqual(before.action.headers);
		await walked(['plan']);
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
	});

	it('keeps them over a restart, after which they still deliver', async () => {
		const { workflow } = await published();
		const before = await atRoutigo();
		await live.n8n.restart();
		expect(await atRoutigo()).toEqual(before);
		await walked(['plan']);
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([]);
	});

	it.each<[string, (event: string) => Promise<void>]>([
		['removed', async (event) => await stepOf(event, 'remove')],
		['doubled', async (event) => await stepOf(event, 'duplicate')],
		[
			'given another proof',
			async (event) =>
				await stepOf(event, 'change', { action: { headers: { Authorization: 'Bearer other' } } }),
		],
	])('puts right one that was %s at RoutiGo', async (_what, disturb) => {
		const { workflow, address, nodesOf } = await published();
		await disturb('TOUR_PLANNED');
		await republish(workflow.id, nodesOf({ output: 'deliveryEventWithOriginal' }));
		expect(await registered()).toEqual(bothAt(address));
		await walked(['plan']);
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([]);
	});

	it('registers anew one that calls somewhere else, and leaves that alone', async () => {
		const { workflow, address, nodesOf } = await published();
		await stepOf('TOUR_PLANNED', 'change');
		const elsewhere = 'TOUR_PLANNED TOUR https://elsewhere.example.test/changed';
		await republish(workflow.id, nodesOf({ output: 'deliveryEventWithOriginal' }));
		expect(await registered()).toEqual([...bothAt(address), elsewhere].sort());
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([elsewhere]);
	});

	it('serves two workflows of one company apart', async () => {
		const first = await published();
		const second = await published({ events: ['TOUR_PLANNED'] });
		await live.rest.deactivate(first.workflow.id);
		expect(await registered()).toEqual([`TOUR_PLANNED TOUR ${second.address}`]);
		await walked(['plan']);
		expect(await itemsOf(second.workflow.id, 1)).toHaveLength(1);
	});

	it('says why it cannot be published, and leaves nothing behind', async () => {
		await live.control('PATCH', 'routigo/settings', { refusedPairs: ['STOP_DONE/TOUR'] });
		await expect(
			published({ events: ['TOUR_PLANNED', 'STOP_DONE'], eventType: 'TOUR' }),
		).rejects.toThrow('RoutiGo did not accept the webhook for STOP_DONE that describes TOUR');
		expect(await registered()).toEqual([]);
	});

	it('can be tried out by RoutiGo while it is registered', async () => {
		await live.control('PATCH', 'routigo/settings', { pingOnCreate: 'required' });
		const { workflow, address } = await published();
		expect(await registered()).toEqual(bothAt(address));
		expect(await settledCount(workflow.id)).toBe(0);
	});

	it('works with a user token', async () => {
		const used = await credential({ authentication: 'bearer', apiKey: '', token: ROUTIGO_BEARER });
		const { workflow } = await published({}, used);
		await walked(['plan']);
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
	});
});

describe('what the workflow gets', () => {
	it.each<[string, Row, Row]>([
		['nested', { routeName: 'Tour 1' }, { reference: '48213', driverName: 'Anouk Terpstra' }],
		['flat', { routeName: 'Tour 1' }, { reference: '48213', driverName: 'Anouk Terpstra' }],
		['bare', { routeName: 'Tour 1' }, { reference: '48213' }],
		['deep', { routeName: 'Tour 1' }, { reference: '48213' }],
		['array', { routeName: 'Tour 1' }, { reference: '48213', driverName: 'Anouk Terpstra' }],
		['otherNames', { routeName: 'Tour 1' }, { reference: '48213', driverName: 'Anouk Terpstra' }],
		['minimal', {}, {}],
	])('of a body that is %s', async (bodyStructure, ofTour, ofDone) => {
		await live.control('PATCH', 'routigo/settings', { bodyStructure });
		const { workflow } = await published();
		const tour = await walked(['plan', 'assign', 'start', 'done']);
		const rows = await itemsOf(workflow.id, 2);
		const row = (event: string) => rows.find(({ providerEvent }) => providerEvent === event);
		expect(rows).toHaveLength(2);
		expect(row('TOUR_PLANNED')).toMatchObject({
			provider: 'routigo',
			event: 'route_planned',
			status: 'scheduled',
			routeId: tour.id,
			jobId: null,
			...ofTour,
		});
		expect(row('ASSIGNMENT_DONE')).toMatchObject({
			provider: 'routigo',
			event: 'status_changed',
			status: 'delivered',
			isFinal: true,
			jobId: tour.job.stops[0]?.assignments[0]?.id,
			...ofDone,
		});
	});

	it('of every event of a tour', async () => {
		const { workflow } = await published({ events: ['*'] });
		const { id } = await walked(['plan', 'assign', 'unassign', 'assign', 'start', 'arrive']);
		await walk(id, 'fail');
		await walk(id, 'finish');
		const rows = await itemsOf(workflow.id, 11);
		expect(
			rows
				.map(({ providerEvent, event, status }) => [providerEvent, event, status].join(' '))
				.sort(),
		).toEqual([
			'ASSIGNMENT_ARRIVED driver_arriving arriving',
			'ASSIGNMENT_DONE status_changed attempt_failed',
			'SHIPMENT_DONE status_changed delivered',
			'STOP_ARRIVED driver_arriving arriving',
			'STOP_DONE status_changed delivered',
			'TOUR_ASSIGNED route_assigned assigned',
			'TOUR_ASSIGNED route_assigned assigned',
			'TOUR_FINISHED route_finished unknown',
			'TOUR_PLANNED route_planned scheduled',
			'TOUR_STARTED route_started out_for_delivery',
			'TOUR_UNASSIGNED route_unassigned unknown',
		]);
	});

	it('of a notification that comes twice, and of one with other registrations', async () => {
		const { workflow } = await published({ events: ['ASSIGNMENT_DONE'] });
		const { id } = await walked(['plan', 'assign', 'start', 'done', 'repeat']);
		await walk(id, 'changeRegistrations', { registrations: { parcels: 3 } });
		const ids = (await itemsOf(workflow.id, 3)).map(({ eventId }) => eventId);
		expect(new Set(ids).size).toBe(2);
	});

	it.each([
		['list', 1],
		['each', 2],
	])('of a tour with two customers, as assignments (%s)', async (smallerTypes, executions) => {
		await live.control('PATCH', 'routigo/settings', { smallerTypes });
		const { workflow } = await published({ events: ['TOUR_PLANNED'], eventType: 'ASSIGNMENT' });
		const orders = sampleOrders(2, new Date('2031-05-14T08:00:00Z'), 48213) as IDataObject[];
		await walked(
			['plan'],
			orders.map((order) => ({ ...order, pickupLocation: null })),
		);
		const rows = await itemsOf(workflow.id, executions);
		expect(rows.map(({ reference }) => reference).sort()).toEqual(['48213', '48214']);
		expect(await settledCount(workflow.id)).toBe(executions);
	});

	it('of the events and service centres that were chosen alone', async () => {
		const { workflow } = await published({
			events: ['TOUR_PLANNED'],
			options: { serviceCentres: 'MEPPEL' },
		});
		await walked(['plan', 'assign']);
		const { id } = (await live.control('POST', 'routigo/tours', {
			orders: [DELIVERY],
			serviceCentre: 'MEPPEL',
		})) as Tour;
		await walk(id, 'plan');
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ routeId: id, account: 'MEPPEL' }]);
		expect(await settledCount(workflow.id)).toBe(1);
	});

	it('after n8n was away, when RoutiGo sends again', async () => {
		const { workflow } = await published({ events: ['TOUR_PLANNED'] });
		await live.n8n.kill();
		await walked(['plan']);
		await live.n8n.restart();
		await live.control('POST', 'clock', { advanceSeconds: 601 });
		expect(await itemsOf(workflow.id, 1)).toMatchObject([{ event: 'route_planned' }]);
	});
});

describe('the answers of its address', () => {
	it('refuses with 401 and stores nothing when the call is not proven', async () => {
		const { workflow, url } = await published();
		const { action } = await webhookFor('TOUR_PLANNED');
		const { action: other } = await webhookFor('ASSIGNMENT_DONE');
		const { Authorization = '' } = action.headers;
		const params = action.queryParameters;
		const body = { id: 'tour-1' };
		const answers = [
			await post(url, body),
			await post(url, body, { params }),
			await post(url, body, { params, headers: { Authorization: 'Bearer made-up' } }),
			await post(url, body, { params, headers: { Authorization: Authorization.slice(7) } }),
			await post(url, body, { params, headers: { Authorization: `Bearer ${ROUTIGO_API_KEY}` } }),
			await post(url, body, { params, headers: { ...other.headers } }),
			await post(url, body, { params: other.queryParameters, headers: { Authorization } }),
			await post(url, body, { params: { ...params, Authorization } }),
			await post(url, undefined, { params }),
			await post(url, 'no JSON', { params, headers: { 'Content-Type': 'text/plain' } }),
		];
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
		expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
		const accepted = await post(url, body, { params, headers: { Authorization } });
		expect(accepted).toEqual({ status: 200, data: { received: true } });
		await live.rest.waitForExecutions(workflow.id, 1);
		expect(await settledCount(workflow.id)).toBe(1);
	});

	it('answers each proven call as the table says', async () => {
		const { workflow, url } = await published({ events: ['*'] });
		const { action } = await webhookFor('TOUR_PLANNED');
		const proven = { headers: action.headers, params: action.queryParameters };
		const big = { id: 'tour-1', stops: Array.from({ length: 1000 }, () => 'x'.repeat(1100)) };
		const status = async (body: unknown, config: AxiosRequestConfig = proven) =>
			(await post(url, body, config)).status;
		expect([
			await status({ id: 'tour-1' }),
			await status({ id: 'tour-1' }, { headers: action.headers }),
			await status([{ id: 'tour-1' }, { id: 'tour-2' }]),
			await status(big),
			await status(JSON.stringify({ id: 'Żółć 🚚' }), {
				...proven,
				headers: { ...action.headers, 'Content-Type': 'text/plain;charset=UTF-8' },
			}),
		]).toEqual([200, 200, 200, 200, 200]);
		expect([await status({}), await status([]), await status(undefined)]).toEqual([200, 200, 200]);
		expect([
			await status('no JSON', {
				...proven,
				headers: { ...action.headers, 'Content-Type': 'text/plain' },
			}),
			await status(['a text']),
			await status('not packed at all', {
				...proven,
				headers: { ...action.headers, 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' },
			}),
		]).toEqual([400, 400, 400]);
		const rows = await itemsOf(workflow.id, 5);
		expect(rows.map(({ event, routeId }) => [event, routeId].join(' ')).sort()).toEqual([
			'route_planned tour-1',
			'route_planned tour-1',
			'route_planned tour-1',
			// The tags got lost on the way, but not the token.
			'route_planned tour-1',
			'route_planned tour-2',
			'route_planned Żółć 🚚',
		]);
		expect(await settledCount(workflow.id)).toBe(5);
	});

	it('answers a browser, and knows no other method', async () => {
		const { url } = await published();
		const browsed = await post(url, undefined, { method: 'GET' });
		const put = await post(url, {}, { method: 'PUT' });
		expect([browsed, put.status]).toEqual([
			{
				status: 200,
				data: 'This is the webhook address of a RoutiGo Trigger in n8n, and it is ready for events that RoutiGo sends. Its credential in n8n holds a key. Whether the webhooks at RoutiGo were made with the same key, you will see when the first event comes.',
			},
			404,
		]);
	});
});

it('listens on the test address of the editor, beside the published one', async () => {
	const { workflow, address } = await published({ events: ['TOUR_PLANNED'] });
	const test = address.replace('/webhook/', '/webhook-test/');
	await live.rest.runWorkflow(workflow.id, TRIGGER);
	const own = `TOUR_PLANNED TOUR ${address}`;
	expect(await registered()).toEqual([own, `TOUR_PLANNED TOUR ${test}`].sort());
	await walked(['plan']);
	const executions = await live.rest.waitForExecutions(workflow.id, 2);
	expect(executions.map(({ mode }) => mode).sort()).toEqual(['manual', 'webhook']);
	for (let tries = 0; tries < 50 && (await registered()).length > 1; tries++) await wait(100);
	expect(await registered()).toEqual([own]);
	await walked(['plan']);
	await live.rest.waitForExecutions(workflow.id, 3);
});

it('leaves no secret in stored executions, in n8n’s database or in its log', async () => {
	const { workflow } = await published({
		output: 'deliveryEventWithOriginal',
		options: { headers: { parameter: [{ name: 'X-Shop', value: 'north' }] } },
	});
	const { action, id } = await webhookFor('TOUR_PLANNED');
	const token = (action.headers.Authorization ?? '').slice(7);
	await walked(['plan']);
	await live.control('POST', 'routigo/send', { webhook: id, body: { echo: `Bearer ${token}` } });
	const rows = await itemsOf(workflow.id, 2);
	const originals = rows.map(({ original }) => original as { body: Row; headers: Row });
	expect(originals.map(({ body }) => body.echo)).toContain('Bearer ***');
	expect(originals.map(({ headers }) => headers['x-shop'])).toEqual(['north', 'north']);
	await wait(500);
	const stored = ['database.sqlite', 'database.sqlite-wal']
		.map((file) => readFileSync(`${live.n8n.userFolder}/.n8n/${file}`, 'latin1'))
		.join('');
	expect(stored).toContain('route_planned');
	for (const secret of [token, ROUTIGO_API_KEY]) {
		expect(stored).not.toContain(secret);
		expect(live.n8n.logText()).not.toContain(secret);
	}
});
