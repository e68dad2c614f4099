import { ROUTIGO_OTHER_KEY } from '../../../sandbox/routigo/defaults';
import type { Dict, Reply } from '../support/bench';
import { Company, order, sample, type Subscription } from './support';

const company = Company.use();

const MINIMAL = {
	routigoEvent: 'TOUR_PLANNED',
	routigoEventType: 'TOUR',
	action: { name: 'Planned', url: 'https://hooks.example.test/a' },
};
const create = (body: unknown): Promise<Reply> => company.api('POST', '/v2/webhooks', body);
const made = async (body: unknown): Promise<Subscription> =>
	(await create(body)).json<Subscription>();

it('are created, listed, read, changed and deleted as in the samples', async () => {
	const sent = sample('v2-subscription-create-request-with-nulls.json');
	const reply = await create(sent);
	expect(reply.status).toBe(201);
	const { id, ...rest } = reply.json();
	expect(id).toMatch(/^[0-9a-f]{24}$/);
	expect(rest).toEqual(sent);
	expect(reply.headers.get('location')).toBe(`webhook/${String(id)}`);
	const path = `/v2/webhooks/${String(id)}`;
	expect((await company.api('GET', path)).json()).toEqual({ id, ...sent });
	expect(await company.own()).toEqual([{ id, ...sent }]);

	const update = sample<typeof MINIMAL>('v2-subscription-update-request.json');
	const changed = await company.api('PUT', path, update);
	const nulls = { minutesToLive: null, supplierToFilterOn: null };
	expect([changed.status, changed.json()]).toEqual([
		200,
		{ id, ...update, action: { ...update.action, ...nulls } },
	]);
	const deleted = await company.api('DELETE', path);
	expect([deleted.status, deleted.text]).toEqual([200, '']);
	for (const [method, body] of [['GET'], ['PUT', MINIMAL], ['DELETE']] as const) {
		const gone = await company.api(method, path, body);
		expect([gone.status, gone.text]).toEqual([404, `Subscription ${String(id)} does not exist`]);
		expect(gone.headers.get('content-type')).toMatch(/^text\/plain; ?charset=UTF-8$/i);
	}
});

it('take every documented field', async () => {
	const sent = sample('v2-subscription-create-request.json');
	expect(await made(sent)).toEqual({ id: expect.any(String), ...sent });
});

it('of other programs stand in the list and stay there', async () => {
	const before = (await company.api('GET', '/v2/webhooks')).json<Subscription[]>();
	expect(before).toHaveLength(2);
	expect(before[0]?.action.url).toBe('https://erp.example.test/routigo/planned');
	const { id } = await made(MINIMAL);
	await company.api('DELETE', `/v2/webhooks/${id}`);
	expect((await company.api('GET', '/v2/webhooks')).json()).toEqual(before);
	// Nobody is called there, so the log holds nothing but what a test causes.
	const { deliveries } = await company.walked({ orders: [order('1')] }, 'plan');
	expect(deliveries).toEqual([]);
});

it('are listed by event and type, with 204 where there are none', async () => {
	await company.control('DELETE', 'webhooks');
	const list = (query = ''): Promise<Reply> => company.api('GET', `/v2/webhooks${query}`);
	const empty = await list();
	expect([empty.status, empty.text]).toEqual([204, '']);
	const pairs = [
		['STOP_DONE', 'STOP'],
		['STOP_DONE', 'TOUR'],
		['TOUR_PLANNED', 'TOUR'],
	] as const;
	const ids: string[] = [];
	for (const [event, type] of pairs) ids.push((await company.subscribe(event, type)).id);
	const found = async (query: string): Promise<string[]> =>
		(await list(query)).json<Subscription[]>().map(({ id }) => id);
	expect(await found('')).toEqual(ids);
	expect(await found('?event=STOP_DONE')).toEqual(ids.slice(0, 2));
	expect(await found('?event=STOP_DONE&type=TOUR')).toEqual([ids[1]]);
	expect(await found('?type=TOUR')).toEqual(ids.slice(1));
	expect((await list('?event=STOP_ARRIVED')).status).toBe(204);
	expect((await list('?event=STOP')).status).toBe(204);
	await company.control('DELETE', 'webhooks');
	expect((await list()).status).toBe(204);
});

describe('refused is', () => {
	const { action } = MINIMAL;
	it.each<[string, unknown, string]>([
		['nothing', undefined, 'JSON object'],
		['a list', [MINIMAL], 'JSON object'],
		['no event', { ...MINIMAL, routigoEvent: undefined }, 'routigoEvent'],
		['no type', { ...MINIMAL, routigoEventType: undefined }, 'routigoEventType'],
		['no action', { ...MINIMAL, action: undefined }, 'action'],
		['no name', { ...MINIMAL, action: { url: action.url } }, 'action.name'],
		['no URL', { ...MINIMAL, action: { name: 'x' } }, 'action.url'],
		['an unknown event', { ...MINIMAL, routigoEvent: 'TOUR_PLANED' }, 'routigoEvent'],
		['a legacy event', { ...MINIMAL, routigoEvent: 'ROUTE_PLANNED' }, 'routigoEvent'],
		['an unknown type', { ...MINIMAL, routigoEventType: 'ROUTE' }, 'routigoEventType'],
		['a list of events', { ...MINIMAL, routigoEvent: ['TOUR_PLANNED'] }, 'routigoEvent'],
		['a centre as text', { ...MINIMAL, serviceCentres: 'ZWOLLE' }, 'serviceCentres'],
		['null centres', { ...MINIMAL, serviceCentres: null }, 'serviceCentres'],
		['null headers', { ...MINIMAL, action: { ...action, headers: null } }, 'action.headers'],
		['a number as header', { ...MINIMAL, action: { ...action, headers: { a: 1 } } }, 'headers.a'],
		['text as time', { ...MINIMAL, action: { ...action, minutesToLive: '5' } }, 'minutesToLive'],
		['half a minute', { ...MINIMAL, action: { ...action, minutesToLive: 0.5 } }, 'minutesToLive'],
		[
			'too long a delay',
			{ ...MINIMAL, action: { ...action, secondsDelayBeforeRetry: 2 ** 31 } },
			'secondsDelayBeforeRetry',
		],
		['no time at all', { ...MINIMAL, action: { ...action, minutesToLive: 0 } }, 'minutesToLive'],
		['no address', { ...MINIMAL, action: { ...action, url: 'hooks' } }, 'action.url'],
		[
			'another protocol',
			{ ...MINIMAL, action: { ...action, url: 'ftp://a.example' } },
			'action.url',
		],
		['an unknown field', { ...MINIMAL, enabled: true }, 'enabled'],
		['an id', { ...MINIMAL, id: '1' }, 'id'],
		['an unknown field inside', { ...MINIMAL, action: { ...action, method: 'PUT' } }, 'method'],
	])('%s', async (_what, body, word) => {
		const reply = await create(body);
		expect([reply.status, reply.headers.get('content-type')]).toEqual([
			400,
			expect.stringMatching(/^text\/plain/),
		]);
		expect(reply.text).toMatch(new RegExp(word));
		expect(await company.own()).toEqual([]);
	});

	it('JSON that ends early, also in plain text', async () => {
		const reply = await create('{"routigoEvent": ');
		expect([reply.status, reply.headers.get('content-type')]).toEqual([
			400,
			expect.stringMatching(/^text\/plain/),
		]);
	});

	it('a change to what could not be created', async () => {
		const { id } = await made(MINIMAL);
		const put = (): Promise<Reply> =>
			company.api('PUT', `/v2/webhooks/${id}`, { ...MINIMAL, routigoEvent: 'x' });
		expect((await put()).status).toBe(400);
		expect(await company.own()).toMatchObject([{ id, routigoEvent: 'TOUR_PLANNED' }]);
	});
});

describe('by settings', () => {
	it('pairs, http:// and identical ones are refused', async () => {
		const http = { ...MINIMAL, action: { ...MINIMAL.action, url: 'http://hooks.example.test' } };
		expect([(await create(http)).status, (await create(http)).status]).toEqual([201, 201]);
		await company.settings({
			refusedPairs: ['STOP_DONE/TOUR'],
			httpsOnly: true,
			identicalWebhooks: 'refused',
		});
		expect((await create(http)).text).toContain('action.url');
		expect((await create(MINIMAL)).status).toBe(201);
		expect((await create(MINIMAL)).text).toContain('identical');
		const pair = await create({ ...MINIMAL, routigoEvent: 'STOP_DONE' });
		expect([pair.status, pair.text]).toEqual([400, expect.stringContaining('STOP_DONE')]);
		expect((await create({ ...MINIMAL, routigoEvent: 'STOP_ARRIVED' })).status).toBe(201);
	});

	it('what is not set comes as null, as nothing, or empty', async () => {
		const { id } = await made(MINIMAL);
		const read = async (): Promise<Subscription> =>
			(await company.api('GET', `/v2/webhooks/${id}`)).json<Subscription>();
		const { action } = MINIMAL;
		const timings = {
			minutesToLive: null,
			secondsDelayBeforeRetry: null,
			supplierToFilterOn: null,
		};
		expect(await read()).toEqual({ id, ...MINIMAL, action: { ...action, ...timings } });
		await company.settings({ unsetTimings: 'omitted' });
		expect(await read()).toEqual({ id, ...MINIMAL });
		await company.settings({ unsetServiceCentres: 'null', unsetRecords: 'null' });
		const records = { headers: null, queryParameters: null };
		expect(await read()).toEqual({
			...{ id, ...MINIMAL, serviceCentres: null },
			action: { ...action, ...records },
		});
		await company.settings({ unsetServiceCentres: 'empty', unsetRecords: 'empty' });
		expect(await read()).toEqual({
			...{ id, ...MINIMAL, serviceCentres: [] },
			action: { ...action, headers: {}, queryParameters: {} },
		});
	});

	it('headers and parameters are masked or left out', async () => {
		const words = { headers: { 'X-Token': 'a-long-secret' }, queryParameters: { n: 'eight' } };
		const { id } = await made({ ...MINIMAL, action: { ...MINIMAL.action, ...words } });
		const action = async (): Promise<Dict> =>
			(await company.api('GET', `/v2/webhooks/${id}`)).json<Subscription>().action;
		expect(await action()).toMatchObject(words);
		await company.settings({ secretsShown: 'masked' });
		expect((await action()).headers).toEqual({ 'X-Token': '••••et' });
		await company.settings({ secretsShown: 'omitted' });
		expect(await action()).not.toHaveProperty('headers');
	});

	it.each([
		['path', /^\/routigo\/api\/v2\/webhooks\/[0-9a-f]{24}$/],
		['absolute', /^http:\/\/127\.0\.0\.1:\d+\/routigo\/api\/v2\/webhooks\/[0-9a-f]{24}$/],
		['misleading', /^webhook\/0{24}$/],
	])('Location is %s', async (location, pattern) => {
		await company.settings({ location });
		expect((await create(MINIMAL)).headers.get('location')).toMatch(pattern);
	});

	it('Location is missing', async () => {
		await company.settings({ location: 'none' });
		const reply = await create(MINIMAL);
		expect([reply.status, reply.headers.get('location')]).toEqual([201, null]);
	});

	it('a change replaces everything, or only what was sent', async () => {
		const full = sample<typeof MINIMAL>('v2-subscription-create-request.json');
		const { id } = await made(full);
		const put = async (): Promise<Dict> =>
			(await company.api('PUT', `/v2/webhooks/${id}`, MINIMAL)).json();
		await company.settings({ update: 'merges' });
		expect(await put()).toEqual({
			...{ id, ...full, ...MINIMAL },
			action: { ...full.action, ...MINIMAL.action },
		});
		await company.settings({ update: 'replaces', unsetTimings: 'omitted' });
		expect(await put()).toEqual({ id, ...MINIMAL });
	});

	it('keys see only what was made with them', async () => {
		const { id } = await made(MINIMAL);
		const other = { 'X-API-KEY': ROUTIGO_OTHER_KEY };
		const path = `/v2/webhooks/${id}`;
		expect((await company.api('GET', path, undefined, other)).status).toBe(200);
		await company.settings({ webhooksSeen: 'own' });
		expect((await company.api('GET', path, undefined, other)).status).toBe(404);
		expect((await company.api('GET', '/v2/webhooks', undefined, other)).status).toBe(204);
		expect((await company.api('GET', '/v2/webhooks')).json()).toMatchObject([{ id }]);
	});

	it('the address is called at creation, and has to answer', async () => {
		await company.settings({ pingOnCreate: 'sent' });
		company.receiver.answer = () => 500;
		const action = { headers: { 'X-Proof': 'proof-of-mine' }, queryParameters: { tag: 'x' } };
		await company.subscribe('STOP_DONE', 'STOP', { action });
		await company.bench.control('POST', 'settle');
		expect(company.receiver.received).toMatchObject([
			{ method: 'POST', url: '/hook?tag=x', text: '{}', headers: { 'x-proof': 'proof-of-mine' } },
		]);
		await company.settings({ pingOnCreate: 'required' });
		await expect(company.subscribe('TOUR_PLANNED')).rejects.toThrow('could not be called');
		expect(await company.own()).toHaveLength(1);
		company.receiver.answer = () => 200;
		await company.subscribe('TOUR_PLANNED');
		expect(await company.own()).toHaveLength(2);
	});
});
