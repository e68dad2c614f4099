import { readCall } from '../../../../nodes/shared/trigger/webhookBody';
import { type CallOptions, webhookCall } from '../../../support/webhookContext';

const read = async (options: CallOptions) => await readCall(webhookCall(options).context);

describe('the body of a call', () => {
	it.each<[string, CallOptions, unknown]>([
		['JSON, as n8n has read it', { body: { id: 1 } }, { id: 1 }],
		['a form, as n8n has read it', { body: { json: '{"id":1}' } }, { json: '{"id":1}' }],
		['JSON that n8n gives as text', { body: '{"id":1}', contentType: 'text/plain' }, { id: 1 }],
		['a text', { body: 'hello', contentType: 'text/plain' }, 'hello'],
		['a number', { body: 7 }, 7],
		['null', { body: null }, null],
		['nothing', { body: undefined }, undefined],
		[
			'JSON of a type that n8n does not read',
			{ unread: '{"id":1}', contentType: 'application/octet-stream' },
			{ id: 1 },
		],
		[
			'JSON of a type that only begins like one that n8n reads',
			{ body: {}, raw: '{"id":1}', contentType: 'application/jsonp' },
			{ id: 1 },
		],
		['JSON without a type', { unread: '[{"id":1}]', contentType: '' }, [{ id: 1 }]],
		[
			'JSON with a byte order mark',
			{ unread: '\uFEFF{"id":1}', contentType: 'application/octet-stream' },
			{ id: 1 },
		],
		['a text without a type', { unread: 'a=1', contentType: '' }, 'a=1'],
		['an empty body without a type, as n8n gives it', { unread: '', contentType: '' }, {}],
		[
			'one that breaks off, as a text that says nothing',
			{ unread: new Error('request aborted'), contentType: 'text/html' },
			'',
		],
	])('is %s', async (_what, options, body) => {
		expect((await read(options)).body).toEqual(body);
	});

	it.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
		'is left alone where n8n reads it itself: %s',
		async (contentType) => {
			const unread = new Error('stream is not readable');
			const call = await read({ unread, contentType });
			expect([call.body, call.rawBody]).toEqual([{}, undefined]);
		},
	);

	const LONG = '{"id":9007199254740993,"at":[-38.14712,7]}';
	const WITH_ALL_DIGITS = { id: '9007199254740993', at: [-38.14712, 7] };

	it.each<[string, CallOptions]>([
		['that n8n has read', { body: JSON.parse(LONG), raw: LONG }],
		[
			'in another encoding that n8n has read',
			{ body: JSON.parse(LONG), raw: Buffer.from(LONG, 'utf16le'), encoding: 'utf-16le' },
		],
		['that n8n gives as text', { body: LONG, contentType: 'text/plain' }],
		['of a type that n8n does not read', { unread: LONG, contentType: 'application/x' }],
	])('has all digits of an identifier, in JSON %s', async (_what, options) => {
		expect((await read(options)).body).toEqual(WITH_ALL_DIGITS);
	});

	it.each<[string, CallOptions]>([
		['has no long number', { body: { id: 7 }, raw: '{"id":7}' }],
		['is not what its encoding says', { body: { id: 7 }, raw: LONG, encoding: 'utf-16le' }],
		['has an encoding that nobody knows', { body: { id: 7 }, raw: '{"id":7}', encoding: 'x' }],
		['is no JSON', { body: { a: '1' }, raw: LONG, contentType: 'application/xml' }],
		['is a form', { body: { id: 7 }, raw: LONG, contentType: 'application/x-www-form-urlencoded' }],
	])('is as n8n has read it where it %s', async (_what, options) => {
		expect((await read(options)).body).toEqual(options.body);
	});

	it('of 1 MB is read whole', async () => {
		const unread = JSON.stringify({ stops: Array.from({ length: 6000 }, () => 'x'.repeat(170)) });
		expect(unread.length).toBeGreaterThan(1_000_000);
		const call = await read({ unread, contentType: 'text/plain' });
		expect(JSON.stringify(call.body)).toBe(unread);
	});

	it('keeps names that mean something to a computer', async () => {
		const unread = '{"__proto__":{"isAdmin":true},"constructor":{"name":"x"},"toString":"y"}';
		const call = await read({ unread, contentType: 'text/plain' });
		expect(JSON.stringify(call.body)).toBe(unread);
		expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
	});
});

it('gives what else may tell who sent a call', async () => {
	const call = await read({
		headers: { 'x-key': 'a' },
		query: { entity: 'orders' },
		ip: '203.0.113.9',
		unread: '{}',
		contentType: 'text/plain',
	});
	expect(call).toEqual({
		headers: { 'x-key': 'a' },
		query: { entity: 'orders' },
		ip: '203.0.113.9',
		body: {},
		rawBody: Buffer.from('{}'),
	});
});

it.each<[string, string[], unknown]>([
	['once', ['Authorization', 'a'], 'a'],
	['twice, the same', ['Authorization', 'a', 'authorization', 'a'], ['a', 'a']],
	['twice', ['Authorization', 'a', 'Host', 'x', 'AUTHORIZATION', 'b'], ['a', 'b']],
])('tells all values of a header that came %s', async (_what, rawHeaders, expected) => {
	const call = await read({ body: {}, headers: { authorization: 'a', host: 'x' }, rawHeaders });
	expect(call.headers).toEqual({ authorization: expected, host: 'x' });
});

it('leaves a header that Node.js has joined', async () => {
	const rawHeaders = ['Auth', 'a', 'Auth', 'b'];
	const call = await read({ body: {}, headers: { auth: 'a, b' }, rawHeaders });
	expect(call.headers).toEqual({ auth: 'a, b' });
});
