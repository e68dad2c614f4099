import type { IDataObject } from 'n8n-workflow';

import type { CallOptions } from '../support/webhookContext';
import { type Door, DOORS, knock, READYCLOUD_TOKEN, routigoProof } from './support/doors';

/** What is expected of a call: its answer, and how many executions it starts. */
type Row = [what: string, call: (door: Door) => CallOptions, status: number, executions: number];

const ROWS: Row[] = [
	['right', ({ genuine }) => genuine, 200, 1],
	['absent', ({ prove }) => prove(undefined), 401, 0],
	['empty', ({ prove }) => prove(''), 401, 0],
	['a blank', ({ prove }) => prove(' '), 401, 0],
	['null', ({ prove }) => prove(null), 401, 0],
	[
		'wrong from its first character',
		({ prove, proof }) => prove(changedAt(proof, proof.indexOf(' ') + 1)),
		401,
		0,
	],
	['wrong in its last character', ({ prove, proof }) => prove(changedAt(proof, -1)), 401, 0],
	[
		'one character short',
		({ prove, proof }) => prove(proof.replace(/=*$/, '').slice(0, -1)),
		401,
		0,
	],
	['one character long', ({ prove, proof }) => prove(`${proof}a`), 401, 0],
	['of another workflow', ({ prove, otherWorkflow }) => prove(otherWorkflow), 401, 0],
	['with a blank before it', ({ prove, proof }) => prove(` ${proof}`), 401, 0],
	[
		'with a blank inside',
		({ prove, proof }) => prove(`${proof.slice(0, 9)} ${proof.slice(9)}`),
		401,
		0,
	],
	['with a zero byte', ({ prove, proof }) => prove(`${proof}\u0000`), 401, 0],
	['in other case', ({ prove, proof }) => prove(swapped(proof)), 401, 0],
	['twice, joined', ({ prove, proof }) => prove(`${proof}, ${proof}`), 401, 0],
	['twice, in a list', ({ prove, proof }) => prove([proof, proof]), 401, 0],
	['behind a wrong one', ({ prove, proof }) => prove(['x', proof]), 401, 0],
	['a megabyte long', ({ prove }) => prove('x'.repeat(1_000_000)), 401, 0],
	[
		'right, with a megabyte behind it',
		({ prove, proof }) => prove(proof + 'x'.repeat(1e6)),
		401,
		0,
	],
	['in the query', ({ prove, proof }) => withQuery(prove(undefined), proof), 401, 0],
	['in another header', ({ prove, proof }) => withHeader(prove(undefined), proof), 401, 0],
	['deep in the body', ({ prove, proof }) => withBody(prove(undefined), proof), 401, 0],
	[
		'right, with GET',
		({ genuine }) => ({ ...genuine, method: 'GET' }),
		// Whoever opens the URL in a browser is told what it is.
		200,
		0,
	],
];

/** One character of a text changed, the last but for what ends an encoding. */
function changedAt(text: string, at: number): string {
	const place = at < 0 ? text.replace(/=+$/, '').length + at : at;
	const other = text[place] === 'b' ? 'c' : 'b';
	return text.slice(0, place) + other + text.slice(place + 1);
}

/** Small letters for capitals, but for a scheme before a blank, in which they do not matter. */
function swapped(text: string): string {
	const at = text.indexOf(' ') + 1;
	const swap = (letter: string) =>
		letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
	return text.slice(0, at) + [...text.slice(at)].map(swap).join('');
}

function withQuery(call: CallOptions, proof: string): CallOptions {
	const query = { token: proof, auth: proof, authorization: proof, ...call.query };
	return { ...call, query };
}

function withHeader(call: CallOptions, proof: string): CallOptions {
	const headers = { 'x-auth': proof, 'proxy-authorization': proof, token: proof, cookie: proof };
	return { ...call, headers };
}

function withBody(call: CallOptions, proof: string): CallOptions {
	const inside = { token: proof, auth: proof, authorization: proof };
	return { ...call, body: { ...(call.body as IDataObject), order_info: inside, headers: inside } };
}

describe.each(Object.entries(DOORS))('%s', (name, makeDoor) => {
	it.each(ROWS)('a proof that is %s', async (_what, call, status, executions) => {
		const door = makeDoor();
		const answer = await knock(door, call(door));
		expect([answer.status, answer.executions]).toEqual([status, executions]);
		expect(JSON.stringify([answer.body, answer.logged])).not.toContain(door.proof);
	});

	it.each(Object.keys(DOORS).filter((other) => other !== name))(
		'a proof that is one of %s',
		async (other) => {
			const door = makeDoor();
			const answer = await knock(door, door.prove(DOORS[other]?.().proof));
			expect([answer.status, answer.executions]).toEqual([401, 0]);
		},
	);

	it.each<[string, IDataObject | Error]>([
		['missing', {}],
		['blank', { webhookTokens: ' ', authentication: 'basicAuth', password: ' ', apiKey: ' ' }],
		['empty', { webhookTokens: '', authentication: 'basicAuth', password: '', apiKey: '' }],
		['only commas', { webhookTokens: ', ,\n,', authentication: 'bearer', token: '' }],
		['no text', { webhookTokens: null, authentication: 'headerAuth', headerName: 'x', apiKey: 7 }],
		['gone', new Error('The credential was deleted')],
	])('where the secret in n8n is %s, nobody gets in', async (_what, credential) => {
		const door = makeDoor();
		// ReadyCloud's is what the trigger remembers, or what the list gives.
		const forgotten = {
			getWorkflowStaticData: () => ({}),
			helpers: {
				httpRequestWithAuthentication: async () =>
					await Promise.resolve({ statusCode: 200, body: { next: null, results: [] } }),
			},
		};
		for (const proof of [
			door.proof,
			undefined,
			'',
			' ',
			'undefined',
			'null',
			'Bearer ',
			'Basic ',
		]) {
			const answer = await knock(door, { ...door.prove(proof), credential }, forgotten);
			expect(answer.executions).toBe(0);
			// Where its list cannot be read, whether a token is right cannot be told.
			const isUntold = name === 'ReadyCloud' && credential instanceof Error && proof === door.proof;
			expect(answer.status).toBe(isUntold ? 503 : 401);
		}
	});
});

describe('of another event', () => {
	const DONE = { lastmileEvent: 'ASSIGNMENT_DONE', lastmileType: 'ASSIGNMENT' };
	const started = routigoProof('hook-1/routigo', { event: 'TOUR_STARTED', type: 'TOUR' });

	it.each<[string, IDataObject, IDataObject, number, string | undefined]>([
		['the address names another one', DONE, {}, 401, undefined],
		['the address names another type', { lastmileType: 'STOP' }, {}, 401, undefined],
		[
			'the address names both',
			{ ...DONE, lastmileEvent: ['TOUR_STARTED', 'STOP_DONE'] },
			{},
			401,
			undefined,
		],
		['the address names none', {}, {}, 200, 'TOUR_STARTED'],
		['the body names another one', {}, { eventType: 'ROUTE_PLANNED' }, 200, 'TOUR_STARTED'],
		['the body names it as the address does', {}, DONE, 200, 'TOUR_STARTED'],
	])('RoutiGo, where %s', async (_what, query, more, status, event) => {
		const door = DOORS.RoutiGo?.() as Door;
		const body = { ...(door.genuine.body as IDataObject), ...more };
		const answer = await knock(door, { ...door.prove(started), query, body });
		expect([answer.status, answer.items?.[0]?.providerEvent]).toEqual([status, event]);
	});

	it.each<[string, IDataObject, number, string | undefined]>([
		['the address names another one', { entity: 'contact' }, 401, undefined],
		['the address names two', { entity: ['orders', 'contact'] }, 401, undefined],
		['the address names none', {}, 200, 'orders'],
		['another parameter names one', { Entity: 'contact' }, 200, 'orders'],
	])('ReadyCloud, where %s', async (_what, query, status, entity) => {
		const door = DOORS.ReadyCloud?.() as Door;
		const answer = await knock(door, { ...door.prove(READYCLOUD_TOKEN), query });
		expect([answer.status, answer.items?.[0]?.providerEvent]).toEqual([status, entity]);
	});
});

describe('Radaro, where the token in the body is', () => {
	const door = DOORS.Radaro?.() as Door;

	it.each<[string, unknown]>([
		['a list', [door.proof]],
		['an object', { token: door.proof }],
		['a number', 7],
		['true', true],
		['under another name', undefined],
	])('%s', async (_what, token) => {
		const call = door.prove(token);
		const body = { ...(call.body as IDataObject), Token: door.proof, [`token `]: door.proof };
		const answer = await knock(door, { ...call, body });
		expect([answer.status, answer.executions]).toEqual([401, 0]);
	});
});

describe('Radaro, where a list of events comes', () => {
	const body = (...tokens: unknown[]) =>
		tokens.map((token) => ({ topic: 'x', order_info: {}, token }));
	const door = DOORS.Radaro?.() as Door;

	it.each<[string, unknown[], number]>([
		['every one is proven', [door.proof, door.proof], 200],
		['one is not proven', [door.proof, 'x'], 401],
		['one has no proof', [door.proof, undefined], 401],
		['none is there', [], 401],
	])('%s', async (_what, tokens, status) => {
		expect((await knock(door, { ...door.genuine, body: body(...tokens) })).status).toBe(status);
	});
});
