import { DRIVERS } from '../../../sandbox/radaro/defaults';
import { Bench, type Dict, fixture, keyPaths, minimal } from '../support/bench';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

describe('creating one job', () => {
	it('answers 201 with the snapshot of a new job', async () => {
		const reply = await bench.jobs('POST', '', minimal('A-1'));
		expect(reply.status).toBe(201);
		const job = reply.json();
		const sample = fixture('01-job-created.json').order_info;
		expect(keyPaths(job)).toEqual(keyPaths(sample));
		expect(job).toMatchObject({ external_id: 'A-1', status: 'not_assigned', driver: null });
		expect(job.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+10:00$/);
	});

	it('takes a location instead of an address, and a number as reference', async () => {
		const place = { deliver_address: { location: '-38.1,144.3' } };
		const reply = await bench.jobs('POST', '', { ...minimal('x', place), external_id: 17 });
		expect(reply.json()).toMatchObject({ external_id: '17', deliver_address: { address: '' } });
	});

	it('is assigned when it has a driver', async () => {
		const driver = DRIVERS[1]?.id;
		const reply = await bench.jobs('POST', '', minimal('A-1', { driver }));
		expect(reply.json()).toMatchObject({ status: 'assigned', driver });
	});

	it('turns UTC into the merchant’s time', async () => {
		const input = { deliver_before: '2025-06-18T06:30:00Z', deliver_after: '2025-06-17T22:00Z' };
		const job = (await bench.jobs('POST', '', minimal('A-1', input))).json();
		expect(job.deliver_before).toBe('2025-06-18T16:30:00.000000+10:00');
		await bench.settings({ timeZone: 'America/St_Johns' });
		const other = (await bench.jobs('POST', '', minimal('A-2', input))).json();
		expect(other.deliver_before).toBe('2025-06-18T04:00:00.000000-02:30');
	});

	it('invents coordinates', async () => {
		const location = async (id: string): Promise<unknown> =>
			(await bench.jobs('POST', '', minimal(id))).json<{ deliver_address: Dict }>().deliver_address
				.location;
		expect(await location('A-1')).toMatch(/^-3\d\.\d{6},14\d\.\d{6}$/);
	});

	const refused: Array<[string, Dict, Dict]> = [
		['no external_id', { external_id: undefined }, { external_id: expect.any(Array) }],
		['no customer', { customer: undefined }, { customer: expect.any(Array) }],
		['a customer without name', { customer: {} }, { customer: { name: expect.any(Array) } }],
		['no address', { deliver_address: undefined }, { deliver_address: expect.any(Array) }],
		[
			'an empty address',
			{ deliver_address: {} },
			{ deliver_address: { address: [expect.any(String)] } },
		],
		['an unknown driver', { driver: 1 }, { driver: ['Invalid pk "1" - object does not exist.'] }],
		['an unknown status', { status: 'delivered' }, { status: [expect.any(String)] }],
		[
			'a local time',
			{ deliver_before: '2025-06-18T16:30:00+10:00' },
			{ deliver_before: [expect.any(String)] },
		],
		[
			'a day that is none',
			{ deliver_before: '2025-02-30T16:30:00Z' },
			{ deliver_before: [expect.any(String)] },
		],
		['a bare date', { deliver_after: '2025-02-20' }, { deliver_after: [expect.any(String)] }],
		[
			'both styles of window',
			{ delivery_interval: { id: 1 }, deliver_before: '2025-06-18T16:30:00Z' },
			{ delivery_interval: [expect.any(String)] },
		],
	];
	it.each(refused)('refuses %s', async (_what, change, errors) => {
		const reply = await bench.jobs('POST', '', minimal('A-1', change));
		expect(reply.status).toBe(400);
		expect(reply.json()).toEqual(errors);
		expect((await bench.jobs('GET')).json().count).toBe(0);
	});

	it.each(['"text"', '5', 'null', ''])('refuses %s as a body', async (body) => {
		expect((await bench.jobs('POST', '', body)).status).toBe(400);
	});

	it('refuses broken JSON, and tells it in the form that is set', async () => {
		expect((await bench.jobs('POST', '', '{"a":')).json()).toHaveProperty('detail');
		await bench.settings({ errorForm: 'html' });
		const reply = await bench.jobs('POST', '', '{"a":');
		expect([reply.status, reply.text.slice(0, 9)]).toEqual([400, '<!DOCTYPE']);
	});

	it('refuses a second job with the same external_id', async () => {
		await bench.jobs('POST', '', minimal('A-1'));
		const reply = await bench.jobs('POST', '', minimal('A-1'));
		expect(reply.status).toBe(400);
		expect(reply.json()).toEqual({ external_id: ['A job with this external_id already exists.'] });
	});

	it.each([
		['detail', /^\{"detail":"driver: Invalid pk/],
		['string', /^driver: Invalid pk/],
		['empty', /^$/],
		['html', /^<!DOCTYPE html>/],
	])('tells errors in the form %s', async (errorForm, text) => {
		await bench.settings({ errorForm });
		const reply = await bench.jobs('POST', '', minimal('A-1', { driver: 1 }));
		expect(reply.status).toBe(400);
		expect(reply.text).toMatch(text);
	});
});
