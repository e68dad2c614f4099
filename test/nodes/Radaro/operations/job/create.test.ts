import { jobColumnsSchema } from '../../../../../nodes/shared/event/deliveryEvent';
import { minimalJob, RadaroBench } from '../../../../support/radaro';
import { useBench } from '../../../../support/standInBench';

const radaro = useBench(new RadaroBench());

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
		expect(await radaro.lastRequest('POST')).toMatchObject({
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
		await radaro.create('A-1', {
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
		expect((await radaro.lastRequest('POST'))?.body).toEqual({
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
		await radaro.create('A-1', {
			deliverAfter: '2025-06-18T08:00:00',
			deliverBefore: '2025-06-18 16:30',
		});
		expect((await radaro.lastRequest('POST'))?.body).toMatchObject({
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
		await radaro.create('A-1', { deliverBefore });
		expect((await radaro.lastRequest('POST'))?.body).toMatchObject({
			deliver_before: '2025-06-18T06:30:00Z',
		});
	});

	it('sends a delivery interval as it is written', async () => {
		await radaro.create('A-1', { deliveryInterval: '{"lower": "2025-06-18T06:00:00Z"}' });
		expect((await radaro.lastRequest('POST'))?.body).toMatchObject({
			delivery_interval: { lower: '2025-06-18T06:00:00Z' },
		});
	});

	it('leaves out fields that were added but not filled', async () => {
		await radaro.create('A-1', {
			comment: '',
			deliverBefore: '',
			driver: '={{ null }}',
			title: 'INV-1',
		});
		expect((await radaro.lastRequest('POST'))?.body).toEqual({
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
		expect((await radaro.lastRequest('POST'))?.body).toMatchObject({
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
		expect((await radaro.lastRequest('POST'))?.body).toEqual({
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
			expect(await radaro.create('A-1')).toMatchObject({
				reference: 'A-1',
				recipientName: 'Tom Okafor',
			});
		},
	);
});
