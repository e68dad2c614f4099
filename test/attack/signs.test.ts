import type { IDataObject } from 'n8n-workflow';

import { byNumber, DAY, minimalJob as detrackJob, runDetrack } from '../support/detrack';
import type { Run } from '../support/executeNode';
import { byExternalId, minimalJob as radaroJob, runRadaro } from '../support/radaro';
import { locator, runReadyCloud } from '../support/readycloud';
import { byId, ROUTIGO_SANDBOX } from '../support/routigo';
import { runOperation } from '../support/runOperation';
import { type Asked, type Scripted, ScriptedServer } from '../support/scripted';

let server: ScriptedServer;
/** What every request that changes something is answered with. */
let answer: Scripted;
beforeAll(async () => void (server = await ScriptedServer.start(answerTo)));
afterAll(async () => await server.stop());

/** Look-ups find what was there before, and nothing of what was sent. */
function answerTo({ method, path }: Asked): Scripted {
	if (path.endsWith('/search')) return { body: { data: [DETRACK_JOB] } };
	if (method !== 'GET') return answer;
	if (path.includes('/dn/jobs')) return { body: { data: DETRACK_JOB } };
	return path.includes('/v2/webhooks/') ? { body: ROUTIGO_WEBHOOK } : { status: 404, body: {} };
}

const DETRACK_JOB = {
	id: '1',
	do_number: 'A-1',
	date: DAY,
	type: 'Delivery',
	created_at: '2020-01-01T00:00:00Z',
	zone: 'South',
};
const ROUTIGO_WEBHOOK = {
	id: '7',
	routigoEvent: 'TOUR_PLANNED',
	routigoEventType: 'TOUR',
	action: { actionType: 'WEBHOOK', name: 'Mine', url: 'https://erp.example/hook' },
};

type Runs = Record<string, () => Promise<Run>>;

const order = { order: locator('id', 'q2Xd') };
const contact = { contact: locator('id', 'm3Ws') };
const exact = { ...byNumber('A-1'), which: { date: DAY, type: 'Delivery' } };
const many = { doNumber: 'A-1', which: { date: DAY, type: 'Delivery' } };

const radaro = (name: string, parameters: IDataObject) => async () =>
	await runRadaro(server.url, name, parameters);
const detrack = (name: string, parameters: IDataObject) => async () =>
	await runDetrack(server.url, name, parameters);
const routigo = (name: string, parameters: IDataObject) => async () =>
	await runOperation(ROUTIGO_SANDBOX, name, parameters, {
		credential: { baseUrl: server.url },
	});
const readyCloud = (name: string, parameters: IDataObject) => async () =>
	await runReadyCloud(server.url, name, {
		organizationId: locator('id', 'K7p'),
		...parameters,
	});

/** Every operation that changes something. */
const OPERATIONS: Runs = {
	'Radaro create': radaro('create', radaroJob('A-1')),
	'Radaro createMany': radaro('createMany', radaroJob('A-1')),
	'Radaro update': radaro('update', {
		...byExternalId('A-1'),
		updateFields: { customerName: 'Tom' },
	}),
	'Radaro assignDriver': radaro('assignDriver', { ...byExternalId('A-1'), driver: 7 }),
	'Radaro delete': radaro('delete', byExternalId('A-1')),
	'Detrack create': detrack('create', detrackJob('A-1')),
	'Detrack createMany': detrack('createMany', detrackJob('A-1')),
	'Detrack update': detrack('update', { ...exact, updateFields: { zone: 'North' } }),
	'Detrack updateMany': detrack('updateMany', { ...many, updateFields: { zone: 'North' } }),
	'Detrack delete': detrack('delete', exact),
	'Detrack deleteMany': detrack('deleteMany', many),
	'Detrack reattempt': detrack('reattempt', exact),
	'RoutiGo webhook.create': routigo('webhook.create', {
		event: 'TOUR_PLANNED',
		url: 'https://erp.example/hook',
		name: 'Mine',
	}),
	'RoutiGo webhook.update': routigo('webhook.update', {
		...byId('7'),
		updateFields: { name: 'Other' },
	}),
	'RoutiGo webhook.delete': routigo('webhook.delete', byId('7')),
	'RoutiGo order.upload': routigo('order.upload', {
		identifier: 'A-1',
		deliveryDate: '2099-05-14',
		recipientName: 'Femke Oosterhof',
		addressAs: 'line',
		addressLine: 'Korenbloemlaan 27 B',
		postcode: '8043XX',
		cityName: 'Zwolle',
		countryCode: 'nl',
	}),
	'ReadyCloud order.create': readyCloud('order.create', { primaryId: 'A-1' }),
	'ReadyCloud order.update': readyCloud('order.update', {
		...order,
		updateFields: { total: '3 USD' },
	}),
	'ReadyCloud order.delete': readyCloud('order.delete', order),
	'ReadyCloud contact.create': readyCloud('contact.create', { contactFields: { firstName: 'R' } }),
	'ReadyCloud contact.update': readyCloud('contact.update', {
		...contact,
		updateFields: { firstName: 'R' },
	}),
	'ReadyCloud contact.delete': readyCloud('contact.delete', contact),
	'ReadyCloud tag.add': readyCloud('tag.add', { ...order, tag: 'rush' }),
	'ReadyCloud tag.remove': readyCloud('tag.remove', { ...order, tag: 'rush' }),
	'ReadyCloud note.create': readyCloud('note.create', { ...order, content: 'Ring twice.' }),
	'ReadyCloud webhook.create': readyCloud('webhook.create', {
		entity: 'orders',
		remoteUrl: 'https://erp.example/hook',
	}),
	'ReadyCloud webhook.delete': readyCloud('webhook.delete', { webhook: locator('id', 'x4Tq') }),
};

/** What an operation that is no success ends with, or the success that is none. */
async function outcomeOf(run: () => Promise<Run>): Promise<string> {
	try {
		const { items } = await run();
		return `success: ${JSON.stringify(items.map(({ json }) => json))}`;
	} catch (error) {
		return `error: ${(error as Error).message}`;
	}
}

const CUT = '{"data": [{"id": 1, "order_id": 1, "do_nu';
const entry = { field: 'job', codes: ['not_allowed'], error: 'not allowed', do_number: 'A-1' };

it.each<[string, Scripted]>([
	['JSON that breaks off', { body: CUT }],
	['JSON that breaks off, behind blanks', { body: `\n ${CUT}` }],
	['a list that breaks off', { body: '[{"external_id": "A-1", "order_' }],
	['JSON that breaks off, with 201', { status: 201, body: CUT }],
	['JSON that breaks off, with 202', { status: 202, body: CUT }],
	['a web page', { body: '<!DOCTYPE html><title>Log in</title>' }],
	['a list of errors', { body: { errors: [entry] } }],
	['a list of errors beside nothing', { body: { data: [], errors: [entry] } }],
	['errors as texts', { body: { errors: ['This is not allowed.'] } }],
	['an error', { body: { error: 'This is not allowed.' } }],
	['an error as an object', { body: { error: { code: 7, message: 'Not allowed' } } }],
	['a list of nothing but errors', { body: [entry] }],
	['a list of nothing but words', { body: ['This is not allowed.'] }],
	['details', { body: { detail: 'This is not allowed.' } }],
	['no success', { body: { success: false, message: 'This is not allowed.' } }],
	['not ok', { body: { ok: false } }],
	['a problem', { body: { title: 'Not allowed', status: 403 } }],
])('no operation takes %s for a success', async (_what, given) => {
	answer = given;
	const outcomes = await Promise.all(
		Object.entries(OPERATIONS).map(async ([name, run]) => [name, await outcomeOf(run)] as const),
	);
	expect(outcomes.filter(([, outcome]) => !outcome.startsWith('error: '))).toEqual([]);
});

it('every one of these operations is sent', async () => {
	answer = { body: { error: 'This is not allowed.' } };
	for (const [name, run] of Object.entries(OPERATIONS)) {
		server.asked.length = 0;
		await outcomeOf(run);
		const changes = server.asked.filter(
			({ method, path }) => method !== 'GET' && !path.endsWith('/search'),
		);
		expect([name, changes.length > 0]).toEqual([name, true]);
	}
});

it('a deletion whose answer breaks off says that its result is not known', async () => {
	answer = { body: CUT };
	for (const vendor of ['Radaro', 'Detrack', 'RoutiGo webhook.', 'ReadyCloud order.']) {
		const name = vendor.endsWith('.') ? `${vendor}delete` : `${vendor} delete`;
		await expect(OPERATIONS[name]?.()).rejects.toMatchObject({
			message: `The answer of ${vendor.split(' ')[0]} broke off`,
			description: expect.stringMatching(/^Whether it did what was asked is not known\. /),
		});
	}
});

it.each<[string, Scripted]>([
	['nothing', { status: 204, body: '' }],
	['words', { body: 'OK' }],
	['the same with lists of no errors', { body: { data: { id: 1 }, errors: [], error: null } }],
])('a deletion answered with %s is done', async (_what, given) => {
	answer = given;
	const names = ['Radaro delete', 'Detrack delete', 'RoutiGo webhook.delete'];
	for (const name of [...names, 'ReadyCloud order.delete', 'ReadyCloud tag.remove']) {
		const run = await OPERATIONS[name]?.();
		expect([name, run?.items[0]?.json]).toMatchObject([name, { deleted: true }]);
	}
});
