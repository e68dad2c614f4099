import {
	ROUTIGO_API_KEY,
	ROUTIGO_BEARER,
	ROUTIGO_LIMITED_BEARER,
	ROUTIGO_LIMITED_KEY,
	ROUTIGO_SUPPLIER_KEY,
} from '../../../sandbox/routigo/defaults';
import type { Dict, Reply } from '../support/bench';
import { Company } from './support';

const company = Company.use();

const list = (headers: Record<string, string>): Promise<Reply> =>
	company.api('GET', '/v2/webhooks', undefined, headers);

it.each<[number, Record<string, string>]>([
	[200, { 'X-API-KEY': ROUTIGO_API_KEY }],
	[200, { Authorization: `Bearer ${ROUTIGO_BEARER}` }],
	[401, {}],
	[401, { 'X-API-KEY': 'wrong' }],
	[401, { 'X-API-KEY': '' }],
	[401, { 'X-API-KEY': ROUTIGO_BEARER }],
	[401, { Authorization: `Bearer ${ROUTIGO_API_KEY}` }],
	[401, { Authorization: ROUTIGO_BEARER }],
	[401, { 'X-API-KEY': ROUTIGO_SUPPLIER_KEY }],
	[401, { 'X-SUPPLIER-API-KEY': ROUTIGO_SUPPLIER_KEY }],
	[401, { 'X-API-KEY-SUPPLIER': ROUTIGO_SUPPLIER_KEY }],
	[403, { 'X-API-KEY': ROUTIGO_LIMITED_KEY }],
	[403, { Authorization: `Bearer ${ROUTIGO_LIMITED_BEARER}` }],
])('answers %i to %j', async (status, headers) => {
	const reply = await list(headers);
	expect(reply.status).toBe(status);
	if (status !== 200) expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
});

it.each([
	['POST', '/v2/webhooks'],
	['GET', '/v2/webhooks/1'],
	['PUT', '/v2/webhooks/1'],
	['DELETE', '/v2/webhooks/1'],
	['POST', '/v1/webhook'],
	['GET', '/v1/webhooks'],
	['PUT', '/upload'],
])('asks for a key before anything else at %s %s', async (method, path) => {
	const body = method === 'GET' ? undefined : {};
	expect((await company.api(method, path, body, {})).status).toBe(401);
	const limited = { 'X-API-KEY': ROUTIGO_LIMITED_KEY };
	expect((await company.api(method, path, body, limited)).status).toBe(403);
});

it('answers 401 to a supplier', async () => {
	expect((await list({ 'X-SUPPLIER-API-KEY': ROUTIGO_SUPPLIER_KEY })).status).toBe(401);
	expect((await list({ 'X-SUPPLIER-API-KEY': ROUTIGO_API_KEY })).status).toBe(401);
});

it('tells errors as text, JSON, a page, or without words', async () => {
	const told = async (): Promise<unknown[]> => {
		const { status, text, headers } = await list({});
		return [status, headers.get('content-type')?.split(';')[0] ?? null, text];
	};
	const message = 'No accepted credentials in this request';
	expect(await told()).toEqual([401, 'text/plain', message]);
	await company.settings({ errorForm: 'json' });
	expect(await told()).toEqual([401, 'application/json', JSON.stringify({ status: 401, message })]);
	await company.settings({ errorForm: 'html' });
	expect(await told()).toEqual([401, 'text/html', expect.stringContaining('<h1>')]);
	await company.settings({ errorForm: 'empty' });
	expect(await told()).toEqual([401, 'text/plain', '']);
});

it('knows new keys, and forgets those that were withdrawn', async () => {
	const put = (body: Dict): Promise<Reply> => company.control('POST', 'keys', body);
	expect((await list({ 'X-API-KEY': 'a-new-key' })).status).toBe(401);
	expect((await put({ value: 'a-new-key' })).status).toBe(201);
	expect((await list({ 'X-API-KEY': 'a-new-key' })).status).toBe(200);
	await put({ value: 'a-new-key', permitted: false });
	expect((await list({ 'X-API-KEY': 'a-new-key' })).status).toBe(403);
	await put({ value: ROUTIGO_BEARER, scheme: 'bearer', enabled: false });
	expect((await list({ Authorization: `Bearer ${ROUTIGO_BEARER}` })).status).toBe(401);
	expect((await put({ value: 'short' })).status).toBe(400);
});

it('breaks in its own form where a fault is on', async () => {
	await company.control('POST', 'faults', { kind: 'status', status: 500, times: 1 });
	const broken = await list({ 'X-API-KEY': ROUTIGO_API_KEY });
	expect([broken.status, broken.headers.get('content-type')]).toEqual([
		500,
		expect.stringMatching(/^text\/plain/),
	]);
	await company.control('POST', 'faults', { kind: 'expiredKey', times: 1 });
	expect((await list({ 'X-API-KEY': ROUTIGO_API_KEY })).status).toBe(401);
	await company.control('POST', 'faults', { kind: 'reset', when: 'after', times: 1 });
	await expect(company.subscribe('STOP_DONE')).rejects.toThrow();
	// The work was done, only its answer was lost.
	expect(await company.own()).toMatchObject([{ routigoEvent: 'STOP_DONE' }]);
});

it('has no other paths', async () => {
	for (const path of ['/v2/webhook', '/v2/webhooks/', '/v1/webhook', '/upload', '/tours']) {
		expect((await company.api('GET', path)).status).toBe(404);
	}
	expect((await company.api('PATCH', '/v2/webhooks/6712f0a9c35e4b1d8e90a001', {})).status).toBe(
		404,
	);
});
