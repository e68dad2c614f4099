import { jobColumnsSchema } from '../../../../nodes/shared/deliveryEvent';
import { RADARO_ORDINARY_KEY } from '../../../../sandbox/radaro/defaults';
import { errorOf, minimalJob, RadaroBench } from '../../../support/radaro';

const radaro = new RadaroBench();
beforeAll(() => radaro.start());
afterAll(() => radaro.stop());
beforeEach(() => radaro.reset());

const byExternalId = (value: string) => ({ job: { __rl: true, mode: 'externalId', value } });
const byOrderId = (value: string) => ({ job: { __rl: true, mode: 'id', value } });

async function create(id: string, additionalFields = {}) {
	const { items } = await radaro.run('create', { ...minimalJob(id), additionalFields });
	return items[0]?.json ?? {};
}

async function sentBy(method: string) {
	return (await radaro.requests(method)).at(-1);
}

describe('create', () => {
	it('sends one object per item and links the results', async () => {
		const items = [{ id: 'A-1' }, { id: 'A-2' }];
		const run = await radaro.run('create', minimalJob(), { items });
		expect(
			run.items.map(({ json, pairedItem }) => [json.reference, json.status, pairedItem]),
		).toEqual([
			['A-1', 'created', { item: 0 }],
			['A-2', 'created', { item: 1 }],
		]);
		expect(await sentBy('POST')).toMatchObject({
			path: '/radaro/api/webhooks/jobs/',
			status: 201,
			body: {
				external_id: 'A-2',
				customer: { name: 'Tom Okafor' },
				deliver_address: { address: '14 Banksia St, Geelong VIC 3220, Australia' },
			},
		});
	});

	it('sends every field under the name that Radaro has for it', async () => {
		await create('A-1', {
			address2: 'Unit 5',
			capacity: 3,
			comment: 'Ring twice',
			customerEmail: 'tom@example.com',
			customerPhone: '+61390003344',
			deliverAfter: '2025-06-18T08:00:00',
			deliverBefore: '2025-06-18T16:30:00',
			location: '-38.147120,144.360410',
			deliveryZone: 501,
			driver: 3391054,
			otherAttributes: '{"skill_sets": [4]}',
			pickupAddress: '3 Quarry Rd',
			pickupAddress2: 'Dock 2',
			pickupAfter: '2025-06-17T21:00:00Z',
			pickupBefore: '2025-06-18T07:30:00+10:00',
			postCode: '3220',
			status: 'assigned',
			title: 'INV-1',
			title2: 'PO-2',
			title3: 'C-3',
		});
		expect((await sentBy('POST'))?.body).toEqual({
			external_id: 'A-1',
			customer: { name: 'Tom Okafor', email: 'tom@example.com', phone: '+61390003344' },
			deliver_address: {
				address: '14 Banksia St, Geelong VIC 3220, Australia',
				location: '-38.147120,144.360410',
				post_code: '3220',
			},
			deliver_address_2: 'Unit 5',
			pickup_address: { address: '3 Quarry Rd' },
			pickup_address_2: 'Dock 2',
			delivery_zone: 501,
			driver: 3391054,
			capacity: 3,
			status: 'assigned',
			title: 'INV-1',
			title_2: 'PO-2',
			title_3: 'C-3',
			comment: 'Ring twice',
			deliver_after: '2025-06-17T22:00:00Z',
			deliver_before: '2025-06-18T06:30:00Z',
			pickup_after: '2025-06-17T21:00:00Z',
			pickup_before: '2025-06-17T21:30:00Z',
			skill_sets: [4],
		});
	});

	it('converts dates to UTC from the time zone of the workflow', async () => {
		await create('A-1', { deliverAfter: '2025-06-18T08:00:00', deliverBefore: '2025-06-18 16:30' });
		expect((await sentBy('POST'))?.body).toMatchObject({
			deliver_after: '2025-06-17T22:00:00Z',
			deliver_before: '2025-06-18T06:30:00Z',
		});
	});

	it.each([
		['a date object of an expression', '={{ DateTime.fromISO("2025-06-18T16:30:00+10:00") }}'],
		['a JavaScript date', '={{ new Date("2025-06-18T06:30:00Z") }}'],
		['milliseconds', '={{ 1750228200000 }}'],
		['an offset', '2025-06-18T02:30:00-04:00'],
	])('converts %s', async (_what, deliverBefore) => {
		await create('A-1', { deliverBefore });
		expect((await sentBy('POST'))?.body).toMatchObject({ deliver_before: '2025-06-18T06:30:00Z' });
	});

	it('sends a delivery interval as it is written', async () => {
		await create('A-1', { deliveryInterval: '{"lower": "2025-06-18T06:00:00Z"}' });
		expect((await sentBy('POST'))?.body).toMatchObject({
			delivery_interval: { lower: '2025-06-18T06:00:00Z' },
		});
	});

	it('leaves out fields that were added but not filled', async () => {
		await create('A-1', { comment: '', deliverBefore: '', driver: '={{ null }}', title: 'INV-1' });
		expect((await sentBy('POST'))?.body).toEqual({
			external_id: 'A-1',
			customer: { name: 'Tom Okafor' },
			deliver_address: { address: '14 Banksia St, Geelong VIC 3220, Australia' },
			title: 'INV-1',
		});
	});

	it('needs no address when the location is given', async () => {
		const parameters = {
			externalId: 'A-1',
			customerName: 'Tom',
			additionalFields: { location: '-38.1,144.3' },
		};
		await radaro.run('create', parameters);
		expect((await sentBy('POST'))?.body).toMatchObject({
			deliver_address: { location: '-38.1,144.3' },
		});
	});

	it('takes a job as JSON by the names of Radaro', async () => {
		const job = {
			external_id: 'J-1',
			customer: { name: 'Ada' },
			deliver_address: { location: '-38.1,144.3' },
			deliver_before: '2025-06-18T16:30:00',
		};
		const run = await radaro.run('create', { source: 'json' }, { items: [job] });
		expect(run.items[0]?.json).toMatchObject({ reference: 'J-1', recipientName: 'Ada' });
		expect((await sentBy('POST'))?.body).toEqual({
			...job,
			deliver_before: '2025-06-18T06:30:00Z',
		});
	});

	it('gives what its output schema promises, or everything when not simplified', async () => {
		const simple = await radaro.run('create', minimalJob('A-1'));
		expect(jobColumnsSchema.strict().parse(simple.items[0]?.json)).toEqual(simple.items[0]?.json);
		const raw = await radaro.run('create', { ...minimalJob('A-2'), simplify: false });
		expect(raw.items[0]?.json).toMatchObject({ external_id: 'A-2', status: 'not_assigned' });
	});

	it.each(['array', 'object', 'empty', 'string'])(
		'survives an answer that is %s',
		async (createAnswer) => {
			await radaro.settings({ createAnswer });
			expect(await create('A-1')).toMatchObject({ reference: 'A-1', recipientName: 'Tom Okafor' });
		},
	);
});

describe('get', () => {
	it('looks up by External ID without naming the look-up', async () => {
		await create('A 1/#?ü');
		const run = await radaro.run('get', byExternalId('A 1/#?ü'));
		expect(run.items[0]?.json.reference).toBe('A 1/#?ü');
		expect((await sentBy('GET'))?.query).toEqual({});
	});

	it('looks up by Order ID', async () => {
		const { jobId } = await create('A-1');
		const run = await radaro.run('get', byOrderId(String(jobId)));
		expect(run.items[0]?.json.reference).toBe('A-1');
		expect((await sentBy('GET'))?.query).toEqual({ lookup_field: 'order_id' });
	});

	it('says which job is unknown', async () => {
		expect(await errorOf(radaro.run('get', byExternalId('nope')))).toEqual({
			message: 'Radaro has no job with the External ID "nope"',
			description:
				'It may be deleted, or belong to another API key. Radaro says: Not found. (HTTP status 404)',
		});
	});

	it.each(['', '  ', '.', '..'])('does not look up %j', async (value) => {
		await errorOf(radaro.run('get', byExternalId(value)));
		expect(await radaro.requests()).toEqual([]);
	});
});

describe('getMany', () => {
	beforeEach(async () => {
		for (let start = 0; start < 250; start += 50) {
			const items = Array.from({ length: 50 }, (_value, index) => ({ id: `N-${start + index}` }));
			await radaro.run('createMany', minimalJob(), { items });
		}
	});

	it('reads all pages and gives every job once', async () => {
		const { items, hints } = await radaro.run('getMany', { returnAll: true });
		expect(new Set(items.map(({ json }) => json.reference)).size).toBe(250);
		expect(items).toHaveLength(250);
		expect(await radaro.requests('GET')).toHaveLength(3);
		expect(hints).toEqual([]);
	});

	it('stops at the limit', async () => {
		const { items } = await radaro.run('getMany', { returnAll: false, limit: 120 });
		expect(items).toHaveLength(120);
		expect(await radaro.requests('GET')).toHaveLength(2);
	});

	it('says how many are missing when the server turns no pages', async () => {
		await radaro.settings({ ignorePaging: true });
		const { items, hints } = await radaro.run('getMany', { returnAll: true });
		expect(items).toHaveLength(100);
		expect(hints.map(({ message }) => message)).toEqual([
			'Radaro counts 150 more than it gave. It does not document how to read further pages.',
		]);
	});

	it.each([
		[{ listEnvelope: 'array' }, 100],
		[{ listNext: true }, 250],
		[{ maxPageSize: 40 }, 250],
	])('copes with %j', async (settings, count) => {
		await radaro.settings(settings);
		const { items } = await radaro.run('getMany', { returnAll: true });
		expect(items).toHaveLength(count);
		expect(JSON.stringify(items)).not.toContain('key=');
	});

	it('filters after reading, and counts the limit then', async () => {
		await radaro.run('assignDriver', { ...byExternalId('N-3'), driver: 3391054 });
		const filters = { statuses: ['assigned'] };
		const { items } = await radaro.run('getMany', { returnAll: false, limit: 5, filters });
		expect(items.map(({ json }) => json.reference)).toEqual(['N-3']);
	});

	it('filters by time', async () => {
		const filters = { createdAfter: '2100-01-01T00:00:00' };
		expect((await radaro.run('getMany', { returnAll: true, filters })).items).toEqual([]);
	});

	it('sends free query parameters, but not one that replaces the key', async () => {
		const query = (name: string) => ({ queryParameters: { parameter: [{ name, value: 'x' }] } });
		await radaro.run('getMany', { returnAll: false, limit: 1, ...query('sub_branding') });
		expect((await sentBy('GET'))?.query).toMatchObject({ sub_branding: 'x' });
		expect((await errorOf(radaro.run('getMany', query('KEY')))).message).toBe(
			'The query parameter "KEY" is set by the node. Remove it.',
		);
	});

	it('sees only the jobs of its own key', async () => {
		const credential = { apiKey: RADARO_ORDINARY_KEY };
		expect((await radaro.run('getMany', { returnAll: true }, { credential })).items).toEqual([]);
	});
});

describe('update', () => {
	it('sends only what was added, and clears what was added empty', async () => {
		await create('A-1', { comment: 'old' });
		const updateFields = { comment: '', deliverBefore: '', title: 'INV-9' };
		const run = await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await sentBy('PATCH'))?.body).toEqual({
			comment: '',
			deliver_before: null,
			title: 'INV-9',
		});
		expect(run.items[0]?.json).toMatchObject({ reference: 'A-1', orderNumber: 'INV-9' });
	});

	it('clears a number that is added empty, and keeps one that is not added', async () => {
		await create('A-1', { deliveryZone: 501, driver: 3391054 });
		const updateFields = { deliveryZone: '={{ null }}' };
		await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await sentBy('PATCH'))?.body).toEqual({ delivery_zone: null });
	});

	it('changes the status', async () => {
		await create('A-1', { driver: 3391054 });
		const updateFields = { status: 'in_progress' };
		const run = await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect(run.items[0]?.json.status).toBe('out_for_delivery');
	});

	it('asks for something to change', async () => {
		const { message } = await errorOf(radaro.run('update', byExternalId('A-1')));
		expect(message).toBe('There is nothing to change. Add a field under "Update Fields".');
	});
});

describe('assignDriver', () => {
	it('sends the driver, and the status only when asked', async () => {
		await create('A-1');
		const run = await radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 3391055 });
		expect((await sentBy('PATCH'))?.body).toEqual({ driver: 3391055 });
		expect(run.items[0]?.json).toMatchObject({ driverId: '3391055', status: 'assigned' });
		await radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 3391054, setStatus: true });
		expect((await sentBy('PATCH'))?.body).toEqual({ driver: 3391054, status: 'assigned' });
	});

	it('says that a driver is unknown', async () => {
		await create('A-1');
		const error = await errorOf(radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 99 }));
		expect(error.message).toMatch(/^Radaro did not accept this: driver: /);
		expect(error.description).toMatch(
			/^Check the driver ID: it must be a driver in Radaro's portal\. Radaro says: /,
		);
	});
});

describe('delete', () => {
	it.each(['empty', 'body'])(
		'gives { deleted: true } for an answer that is %s',
		async (deleteAnswer) => {
			await radaro.settings({ deleteAnswer });
			await create('A-1');
			const run = await radaro.run('delete', byExternalId('A-1'));
			expect(run.items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
			expect((await errorOf(radaro.run('delete', byExternalId('A-1')))).message).toBe(
				'Radaro has no job with the External ID "A-1"',
			);
		},
	);
});

describe('the other lists', () => {
	it('gives sub-brands', async () => {
		const { items } = await radaro.run('subBrand.getMany', { returnAll: true });
		expect(items.map(({ json }) => [json.id, json.name])).toEqual([
			[71, 'Harbour Furniture'],
			[72, 'Harbour Outlet'],
		]);
	});

	it('gives completion codes', async () => {
		const { items } = await radaro.run('completionCode.getMany', { returnAll: false, limit: 3 });
		expect(items.map(({ json }) => [json.code, json.type])).toEqual([
			[101, 'success'],
			[107, 'success'],
			[204, 'failure'],
		]);
	});
});
