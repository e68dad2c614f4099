import type { Dict } from '../support/bench';
import { Company, order } from './support';

const company = Company.use();

const HOUR = 3600;
const count = (): number => company.receiver.received.length;
const plan = (body: Dict = { orders: [order('1')] }) => company.walked(body, 'plan');
const action = (more: Dict): { action: Dict } => ({ action: more });

it('are POSTed with the headers and parameters of the subscription', async () => {
	const headers = { Authorization: 'Bearer proof-of-mine', 'X-Workspace': 'north' };
	const queryParameters = { routigoEvent: 'TOUR_PLANNED', note: 'a b&c=ü' };
	await company.subscribe('TOUR_PLANNED', 'TOUR', action({ headers, queryParameters }));
	const { deliveries } = await plan({ name: 'North', orders: [order('1')] });
	expect(deliveries).toMatchObject([
		{ event: 'TOUR_PLANNED / TOUR', reference: 'North', status: 200, accepted: true },
	]);
	const [call] = company.receiver.received;
	expect([call?.method, call?.headers.authorization, call?.headers['x-workspace']]).toEqual([
		'POST',
		'Bearer proof-of-mine',
		'north',
	]);
	expect(call?.headers['content-type']).toBe('application/json');
	const { pathname, searchParams } = new URL(call?.url ?? '', 'http://here');
	expect([pathname, Object.fromEntries(searchParams)]).toEqual(['/hook', queryParameters]);
});

describe('to an address with parameters of its own', () => {
	it('come behind them', async () => {
		const url = company.receiver.url('/hook?a=1&b=2');
		await company.subscribe('TOUR_PLANNED', 'TOUR', action({ url, queryParameters: { a: '3' } }));
		await plan();
		expect(company.receiver.received.map((call) => call.url)).toEqual(['/hook?a=1&b=2&a=3']);
	});

	it('keep it as it is where the subscription has none', async () => {
		await company.subscribe(
			'TOUR_PLANNED',
			'TOUR',
			action({ url: company.receiver.url('/h?a=1') }),
		);
		await plan();
		expect(company.receiver.received[0]?.url).toBe('/h?a=1');
	});
});

it('go over http to https:// URLs on this machine', async () => {
	const url = company.receiver.url().replace('http:', 'https:');
	await company.subscribe('TOUR_PLANNED', 'TOUR', action({ url }));
	await plan();
	expect(count()).toBe(1);
});

it('go to the service centres and suppliers that were asked for', async () => {
	await company.subscribe('TOUR_PLANNED', 'TOUR', { serviceCentres: ['ZWOLLE', 'MEPPEL'] });
	await plan({ orders: [order('1')], serviceCentre: 'GRONINGEN' });
	expect(count()).toBe(0);
	await plan({ orders: [order('1')], serviceCentre: 'MEPPEL' });
	expect(count()).toBe(1);
	await company.reset();
	await company.subscribe('TOUR_PLANNED', 'TOUR', action({ supplierToFilterOn: 'DAIRY-2' }));
	await company.subscribe('TOUR_PLANNED', 'SHIPMENT', action({ supplierToFilterOn: 'DAIRY-2' }));
	await plan({ orders: [order('1')] });
	await plan({ orders: [order('1')], suppliers: ['BAKERY-7'] });
	expect(count()).toBe(0);
	const orders = [order('1'), order('2')];
	await plan({ orders, suppliers: ['BAKERY-7', 'DAIRY-2'] });
	// The tour holds it, and one shipment is it.
	expect(company.receiver.bodies).toMatchObject([{ tour: {} }, { shipment: { identifier: '2' } }]);
	// What concerns another supplier's goods still goes to whom the tour as a whole concerns.
	await company.reset();
	await company.subscribe('ASSIGNMENT_DONE', 'TOUR', action({ supplierToFilterOn: 'DAIRY-2' }));
	await company.subscribe('ASSIGNMENT_DONE', 'STOP', action({ supplierToFilterOn: 'DAIRY-2' }));
	const mixed = { orders, suppliers: ['BAKERY-7', 'DAIRY-2'] };
	await company.walked(mixed, 'plan', 'assign', 'start', 'done');
	expect(company.receiver.bodies).toMatchObject([{ tour: { numberOfStops: 2 } }]);
	// An empty list of centres restricts to none of them.
	await company.reset();
	await company.subscribe('TOUR_PLANNED', 'TOUR', { serviceCentres: [] });
	await plan();
	expect(count()).toBe(1);
});

describe('that fail', () => {
	const fail = (status = 500) => void (company.receiver.answer = () => status);

	it('are repeated every ten minutes for a day', async () => {
		await company.subscribe('TOUR_PLANNED');
		fail();
		await plan();
		await company.advance(595);
		expect(count()).toBe(1);
		await company.advance(10);
		expect(count()).toBe(2);
		for (let minutes = 11; minutes < 24 * 60; minutes += 11) await company.advance(11 * 60);
		const before = count();
		expect(before).toBeGreaterThan(120);
		await company.advance(HOUR);
		expect(count()).toBe(before);
		const bodies = new Set(company.receiver.received.map(({ text }) => text));
		expect(bodies.size).toBe(1);
	});

	it('are repeated as registered, until they succeed', async () => {
		const timing = { secondsDelayBeforeRetry: 60, minutesToLive: 5 };
		await company.subscribe('TOUR_PLANNED', 'TOUR', action(timing));
		fail();
		await plan();
		for (let i = 0; i < 9; i++) await company.advance(61);
		// At 0, 61, 122, 183 and 244 seconds; 305 are more than five minutes.
		expect(count()).toBe(5);
		await plan();
		await company.advance(61);
		company.receiver.answer = () => 204;
		await company.advance(61);
		expect(count()).toBe(8);
		await company.advance(61);
		expect(count()).toBe(8);
	});

	it('are given up when they have waited too long', async () => {
		await company.subscribe('TOUR_PLANNED', 'TOUR', action({ minutesToLive: 30 }));
		fail();
		await plan();
		await company.advance(31 * 60);
		expect(count()).toBe(1);
	});

	it('are those with any answer but 2xx', async () => {
		const calls = { 200: 1, 204: 1, 302: 2, 404: 2, 500: 2 };
		await company.subscribe('TOUR_PLANNED');
		for (const [status, expected] of Object.entries(calls)) {
			company.receiver.received.length = 0;
			fail(Number(status));
			await plan();
			company.receiver.answer = () => 200;
			await company.advance(601);
			expect([status, count()]).toEqual([status, expected]);
		}
	});

	it('end with their subscription', async () => {
		const { id } = await company.subscribe('TOUR_PLANNED');
		fail();
		await plan();
		await company.api('DELETE', `/v2/webhooks/${id}`);
		await company.advance(601);
		expect(count()).toBe(1);
	});
});

it('tell the time in a header where one is set', async () => {
	await company.settings({ timeHeader: 'X-Timestamp', bodyTimes: 'none' });
	await company.subscribe('TOUR_PLANNED');
	await company.walked({ orders: [order('1')] }, 'plan');
	const [sent] = company.receiver.received;
	expect(sent?.headers['x-timestamp']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

it('have the content type that was set', async () => {
	await company.settings({ contentType: 'text/plain;charset=UTF-8' });
	await company.subscribe('TOUR_PLANNED');
	await plan();
	expect(company.receiver.received[0]?.headers).toMatchObject({
		'content-type': 'text/plain;charset=UTF-8',
	});
});

describe('by hand', () => {
	it('go to the webhooks of an event, with any body', async () => {
		await company.subscribe('TOUR_PLANNED', 'TOUR', action({ queryParameters: { t: '1' } }));
		await company.subscribe('STOP_DONE', 'STOP', action({ queryParameters: { t: '2' } }));
		await company.subscribe('STOP_DONE', 'TOUR', action({ queryParameters: { t: '3' } }));
		const sent = async (body: Dict): Promise<unknown[]> => {
			company.receiver.received.length = 0;
			await company.control('POST', 'send', body);
			return company.receiver.received.map(({ url, text }) => [url, text]).sort();
		};
		expect(await sent({ event: 'STOP_DONE', body: [{ any: 1 }] })).toEqual([
			['/hook?t=2', '[{"any":1}]'],
			['/hook?t=3', '[{"any":1}]'],
		]);
		expect(await sent({ event: 'STOP_DONE', type: 'TOUR', body: '{"half' })).toEqual([
			['/hook?t=3', '{"half'],
		]);
		expect(await sent({ body: '' })).toHaveLength(3);
	});

	it('may carry other tags, other proof, or none', async () => {
		const proof = { headers: { 'X-Proof': 'proof-of-mine' }, queryParameters: { t: '1' } };
		const { id } = await company.subscribe('TOUR_PLANNED', 'TOUR', action(proof));
		const send = async (more: Dict): Promise<unknown[]> => {
			await company.control('POST', 'send', { webhook: id, body: {}, ...more });
			const call = company.receiver.received.at(-1);
			return [call?.url, call?.headers['x-proof']];
		};
		expect(await send({})).toEqual(['/hook?t=1', 'proof-of-mine']);
		expect(await send({ queryParameters: {} })).toEqual(['/hook', 'proof-of-mine']);
		expect(await send({ queryParameters: { t: '9' } })).toEqual(['/hook?t=9', 'proof-of-mine']);
		expect(await send({ headers: {} })).toEqual(['/hook?t=1', undefined]);
		expect(await send({ url: company.receiver.url('/b') })).toEqual(['/b?t=1', 'proof-of-mine']);
		const unknown = await company.control('POST', 'send', { webhook: 'nobody', body: {} });
		expect(unknown.status).toBe(404);
	});
});
