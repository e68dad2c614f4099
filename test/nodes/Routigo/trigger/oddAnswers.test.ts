import type { IDataObject } from 'n8n-workflow';

import { flawIn } from '../../../support/routigoInterface';
import {
	ADDRESS,
	header,
	parameter,
	proofOf,
	RoutigoTriggerBench,
} from '../../../support/routigoTrigger';
import { type Asked, type Scripted, ScriptedServer } from '../../../support/scripted';

let server: ScriptedServer;
let answer: (asked: Asked) => Scripted;
const asked: Asked[] = [];
const bench = new RoutigoTriggerBench();

beforeAll(async () => {
	server = await ScriptedServer.start((request) => {
		asked.push(request);
		return answer(request);
	});
});
afterAll(async () => await server.stop());
beforeEach(() => {
	asked.length = 0;
});

const credential = () => ({
	authentication: 'apiKey',
	apiKey: 'regular-key-of-a-planner-1',
	token: '',
	baseUrl: server.url,
});
const trigger = (parameters: IDataObject = {}, staticData: IDataObject = {}) =>
	bench.trigger(parameters, { credential: credential(), staticData });
const methods = () => asked.map(({ method }) => method);

/** A RoutiGo that keeps what it is sent, beside what others have. */
function keeping(others: unknown[], told: (kept: IDataObject) => unknown = (kept) => kept) {
	const kept: IDataObject[] = [];
	answer = ({ method, path, body }) => {
		const id = path.split('/').at(-1);
		const at = kept.findIndex((each) => each.id === id);
		const given = body as IDataObject;
		if (method === 'GET') return { body: [...others, ...kept.map(told)] };
		if (method === 'POST') {
			kept.push({ ...given, id: `webhook-${kept.length}` });
			return { status: 201, body: told(kept.at(-1) ?? {}) };
		}
		if (at < 0) return { status: 404, body: 'No such webhook' };
		if (method === 'PUT') {
			kept[at] = { ...given, id };
			return { body: told(kept[at]) };
		}
		kept.splice(at, 1);
		return { status: 200, body: '' };
	};
	return kept;
}

it('asks only what RoutiGo’s interface description allows', async () => {
	const kept = keeping([]);
	const options = {
		serviceCentres: 'ZWOLLE, MEPPEL',
		supplierToFilterOn: 'BAKERY-7',
		minutesToLive: 720,
		secondsDelayBeforeRetry: 300,
		...header('X-Workspace', 'north'),
		...parameter('shop', 'Żółć & 7'),
	};
	const first = trigger({ events: ['*'] });
	await first.publish();
	await trigger({ events: ['*'], options }, first.workflow.staticData).publish();
	await trigger({ events: ['STOP_DONE'], eventType: 'TOUR' }).publish();
	expect(kept).toHaveLength(1);
	await trigger({ events: ['STOP_DONE'], eventType: 'TOUR' }).unpublish();
	expect(kept).toEqual([]);
	expect(asked.map(flawIn).filter((flaw) => flaw !== null)).toEqual([]);
	const count = (method: string) => methods().filter((each) => each === method).length;
	expect([count('POST'), count('PUT'), count('DELETE')]).toEqual([11, 10, 11]);
});

const ODD: Array<[string, unknown]> = [
	['null', null],
	['a number', 7],
	['a text', 'hello'],
	['a list', [[]]],
	['an empty object', {}],
	['a number as its ID', { id: 7, action: { url: ADDRESS } }],
	['an empty ID', { id: '' }],
	['only an ID', { id: 'x' }],
	['a text as its action', { id: 'x', action: 'call me' }],
	['odd values', { id: 'x', routigoEvent: 7, serviceCentres: 'A', action: { url: null } }],
	['no address', { id: 'x', routigoEvent: 'TOUR_PLANNED', action: { url: 'nowhere' } }],
	['our address and no event', { id: 'x', action: { url: ADDRESS } }],
	[
		'our address and an unknown event',
		{ id: 'x', routigoEvent: 'ROUTE_PLANNED', routigoEventType: 'ROUTE', action: { url: ADDRESS } },
	],
	['our address and a null event', { id: 'x', routigoEvent: null, action: { url: ADDRESS } }],
	[
		'nulls beside our address',
		{ id: 'x', routigoEvent: null, routigoEventType: null, action: { url: ADDRESS } },
	],
];

it.each(ODD)('a member of the list with %s is nobody’s business', async (_what, member) => {
	const kept = keeping([member]);
	const hooks = trigger();
	await hooks.publish();
	await hooks.publish();
	expect(methods()).toEqual(['GET', 'GET', 'POST', 'POST', 'GET']);
	await hooks.unpublish();
	expect(kept).toEqual([]);
	expect(methods().slice(5)).toEqual(['GET', 'DELETE', 'DELETE']);
});

it('what it remembers is its own although the list does not show addresses', async () => {
	const kept = keeping([], ({ action, ...shown }) => shown);
	const hooks = trigger();
	await hooks.publish();
	await hooks.publish();
	expect(kept).toHaveLength(2);
	await hooks.unpublish();
	expect(kept).toEqual([]);
});

it.each([
	['capitals', ADDRESS.replace('https://n8n', 'HTTPS://N8N')],
	['the port', ADDRESS.replace('n8n.example', 'n8n.example:443')],
	['a slash at the end', `${ADDRESS}/`],
	['a code', ADDRESS.replace('hook', '%68ook')],
])('an address that is spelled with %s is the same', async (_what, url) => {
	const kept = keeping([], (webhook) => ({
		...webhook,
		action: { ...(webhook.action as IDataObject), url },
	}));
	await trigger().publish();
	await trigger().publish();
	expect(kept).toHaveLength(2);
	expect(methods()).toEqual(['GET', 'GET', 'POST', 'POST', 'GET']);
	await trigger().unpublish();
	expect(kept).toEqual([]);
});

it('keys that it does not know are no drift', async () => {
	keeping([], (webhook) => ({
		...webhook,
		createdAt: 1,
		action: { ...(webhook.action as object), x: 1 },
	}));
	const hooks = trigger();
	await hooks.publish();
	expect(await hooks.checkExists()).toBe(true);
});

describe('an answer that is no list', () => {
	it.each<[string, Scripted, RegExp]>([
		['an object', { body: { webhooks: [] } }, /^RoutiGo answered without a list of webhooks\b/],
		['a text', { body: 'Hello' }, /^RoutiGo answered without a list of webhooks\b/],
		['nothing', { status: 200, body: '' }, /^RoutiGo answered without a list of webhooks\b/],
		['a web page', { body: '<!doctype html><title>Log in</title>' }, /web page instead of data/],
		['a redirection', { status: 302, body: '' }, /^RoutiGo does not know this address/],
		['a 403 of a proxy', { status: 403, body: '<h1>Blocked</h1>' }, /does not allow this/],
	])('%s changes nothing', async (_what, scripted, message) => {
		answer = () => scripted;
		await expect(trigger().publish()).rejects.toThrow(message);
		await expect(trigger().unpublish()).rejects.toThrow(message);
		expect(methods()).toEqual(['GET', 'GET']);
	});

	it('204 without a body is an empty one', async () => {
		answer = () => ({ status: 204, body: '' });
		expect(await trigger().checkExists()).toBe(false);
	});
});

it('a webhook that is answered without its ID is an error, and removed by the list', async () => {
	const kept = keeping([]);
	const usual = answer;
	answer = (request) => {
		const usually = usual(request);
		return request.method === 'POST' ? { status: 201, body: '' } : usually;
	};
	await expect(trigger().publish()).rejects.toThrow(
		'RoutiGo answered without the webhook and its ID',
	);
	expect(kept).toEqual([]);
});

it('an error never shows the proof, which RoutiGo may repeat', async () => {
	const key = credential().apiKey;
	answer = ({ method, headers }) =>
		method === 'GET'
			? { status: 204, body: '' }
			: { status: 400, body: `Bad: ${String(headers['x-api-key'])}` };
	const error: unknown = await trigger()
		.publish()
		.catch((reason: unknown) => reason);
	expect(error).toMatchObject({ message: expect.stringContaining('Bad: ***') as unknown });
	expect(JSON.stringify(error)).not.toContain(key);
});

it('an error never shows the token of a webhook, which RoutiGo may repeat', async () => {
	const proof = proofOf('TOUR_PLANNED', 'TOUR', credential().apiKey);
	answer = ({ method, body }) =>
		method === 'GET'
			? { status: 204, body: '' }
			: { status: 400, body: `Bad: ${JSON.stringify(body)}` };
	const error: unknown = await trigger({ events: ['TOUR_PLANNED'] })
		.publish()
		.catch((reason: unknown) => reason);
	expect(error).toMatchObject({ message: expect.stringContaining('TOUR_PLANNED') as unknown });
	expect(JSON.stringify(error)).not.toContain(proof.slice(7));
});
