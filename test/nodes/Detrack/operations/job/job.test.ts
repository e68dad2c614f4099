import { jobColumnsSchema } from '../../../../../nodes/shared/event/deliveryEvent';
import { byNumber, DAY, DetrackBench, minimalJob } from '../../../../support/detrack';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const detrack = useBench(new DetrackBench());

describe('create', () => {
	it('sends one object per item and links the results', async () => {
		const run = await detrack.run('create', minimalJob(), {
			items: [{ id: 'A-1' }, { id: 'A-2' }],
		});
		expect(run.items.map(({ json, pairedItem }) => [json.reference, pairedItem])).toEqual([
			['A-1', { item: 0 }],
			['A-2', { item: 1 }],
		]);
		expect(await detrack.lastRequest('POST')).toMatchObject({
			path: '/detrack/api/v2/dn/jobs',
			body: {
				data: {
					do_number: 'A-2',
					date: DAY,
					address: '8 Newstead Ter, Newstead QLD 4006, Australia',
				},
			},
		});
	});

	it("sends every kind of field under Detrack's own name", async () => {
		await detrack.create('A-1', {
			address1: 'Unit 5',
			addressLat: '-27.4498',
			assignTo: 'Van 07',
			deliverToCollectFrom: 'Priya Natarajan',
			items: { item: [{ sku: 'LAMP-04', quantity: 2, unitOfMeasure: 'box', comments: '' }] },
			itemsJson: '[{"description": "Bulb", "serial_numbers": ["S1"]}]',
			otherAttributes: '{"number_of_shipping_labels": 3, "remarks": "from JSON"}',
			paymentAmount: 12.5,
			remarks: 'from the field',
			startDate: '2099-03-01T00:00:00',
			status: 'dispatched',
			trackingNumber: '',
			type: 'Collection',
			weight: '={{ null }}',
		});
		expect((await detrack.lastRequest('POST'))?.body).toEqual({
			data: {
				do_number: 'A-1',
				date: DAY,
				address: '8 Newstead Ter, Newstead QLD 4006, Australia',
				address_1: 'Unit 5',
				address_lat: '-27.4498',
				assign_to: 'Van 07',
				deliver_to_collect_from: 'Priya Natarajan',
				items: [
					{ sku: 'LAMP-04', quantity: 2, unit_of_measure: 'box' },
					{ description: 'Bulb', serial_numbers: ['S1'] },
				],
				number_of_shipping_labels: 3,
				payment_amount: 12.5,
				remarks: 'from JSON',
				start_date: '2099-03-01',
				status: 'dispatched',
				type: 'Collection',
			},
		});
	});

	it.each([
		['2099-03-03T00:00:00', '2099-03-03'],
		['2099-03-03', '2099-03-03'],
		// Half past midnight in Brisbane.
		['2099-03-02T14:30:00Z', '2099-03-03'],
		['={{ DateTime.fromISO("2099-03-02T14:30:00Z") }}', '2099-03-03'],
	])('takes the day of %s in the time zone of the workflow', async (date, day) => {
		await detrack.run('create', { ...minimalJob('A-1'), date });
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({ data: { date: day } });
	});

	it("takes a job as JSON by Detrack's own names", async () => {
		const job = { do_number: 'J-1', date: '2099-03-03T10:00:00', address: 'x', zone: 'North' };
		const run = await detrack.run('create', { source: 'json' }, { items: [job] });
		expect(run.items[0]?.json).toMatchObject({ reference: 'J-1', provider: 'detrack' });
		expect((await detrack.lastRequest('POST'))?.body).toEqual({ data: { ...job, date: DAY } });
	});

	it('sends what a sheet gives in the forms that Detrack wants', async () => {
		const items = { item: [{ sku: 1002, description: true, quantity: '3' }] };
		const parameters = { ...minimalJob('A-1'), additionalFields: { items } };
		await detrack.run('create', parameters);
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({
			data: { items: [{ sku: '1002', description: 'true', quantity: 3 }] },
		});
	});

	it('keeps all digits of numbers in the JSON', async () => {
		const jobJson =
			'{"do_number": 340123450000000018, "date": "2099-03-03", "address": "x", "weight": 2.5}';
		const otherwise = '{"tracking_number": 340123450000000018}';
		const itemsJson = '[{"sku": 9007199254740993}]';
		await detrack.run('create', { source: 'json', jobJson });
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({
			data: { do_number: '340123450000000018', weight: 2.5 },
		});
		const additionalFields = { itemsJson, otherAttributes: otherwise };
		await detrack.run('create', { ...minimalJob('A-1'), additionalFields });
		expect((await detrack.lastRequest('POST'))?.body).toMatchObject({
			data: { tracking_number: '340123450000000018', items: [{ sku: '9007199254740993' }] },
		});
	});

	it.each([
		[' A-1 ', 'A-1'],
		[48310, '48310'],
	])('takes %j in the JSON for the number %j', async (given, number) => {
		const job = { do_number: given, date: DAY, address: '8 Newstead Ter' };
		const parameters = { source: 'json', jobJson: JSON.stringify(job) };
		await detrack.run('create', parameters);
		expect((await detrack.lastRequest('POST'))?.body).toEqual({
			data: { ...job, do_number: number },
		});
	});

	it('leaves the number to Detrack when there is none', async () => {
		await detrack.settings({ autoNumber: true });
		const { items } = await detrack.run('create', minimalJob(''));
		expect(items[0]?.json.reference).toMatch(/^DET/);
	});

	it('gives what its output schema promises, or everything when not simplified', async () => {
		const simple = await detrack.run('create', minimalJob('A-1'));
		expect(jobColumnsSchema.strict().parse(simple.items[0]?.json)).toEqual(simple.items[0]?.json);
		const raw = await detrack.run('create', { ...minimalJob('A-2'), simplify: false });
		expect(raw.items[0]?.json).toMatchObject({ do_number: 'A-2', type: 'Delivery' });
	});
});

describe('get', () => {
	it.each(['A 1', 'A#1', 'A/1', 'A+1', 'A&b=c', '..', 'Ä "1"?%41'])(
		'finds the D.O. number %j',
		async (number) => {
			await detrack.create(number);
			const { items } = await detrack.run('get', byNumber(number));
			expect(items[0]?.json.reference).toBe(number);
		},
	);

	it('takes the latest date, or the one that is asked for', async () => {
		await detrack.create('A-1');
		await detrack.run('create', { ...minimalJob('A-1'), date: '2099-04-04' });
		const dates = async (which: object) => {
			const run = await detrack.run('get', { ...byNumber('A-1'), which, simplify: false });
			return run.items.map(({ json }) => json.date);
		};
		expect(await dates({})).toEqual(['2099-04-04']);
		expect(await dates({ date: DAY })).toEqual([DAY]);
	});

	it.each(['delete', 'get', 'reattempt', 'update'])(
		'does not %s a job of a type that is none, or with half a character in its number',
		async (operation) => {
			await detrack.create('A-1');
			const which = { type: 'Deliveries' };
			expect((await errorOf(detrack.run(operation, { ...byNumber('A-1'), which }))).message).toBe(
				'"Type" under "If the Number Is Not Unique" must be Delivery or Collection, but it is "Deliveries".',
			);
			const half = byNumber('A-1\ud83d');
			expect((await errorOf(detrack.run(operation, half))).message).toBe(
				'The D.O. number "A-1\ud83d" holds half a character, and would become another number on its way. Check where the text was cut.',
			);
		},
	);

	it.each([
		['delete', 'date', 'Date'],
		['get', 'date', 'Date'],
		['reattempt', 'type', 'Type'],
	])(
		'does not %s the latest job where the %s of the other one came out empty',
		async (operation, field, label) => {
			await detrack.create('A-1');
			const which = { [field]: '={{ $json.nothing }}' };
			expect((await errorOf(detrack.run(operation, { ...byNumber('A-1'), which }))).message).toBe(
				`"${label}" under "If the Number Is Not Unique" is empty. Fill it, or remove the field.`,
			);
			expect(await detrack.requests()).toHaveLength(1);
		},
	);

	it('takes date and type from an entry of the list', async () => {
		await detrack.create('A-1');
		await detrack.run('create', { ...minimalJob('A-1'), date: '2099-04-04' });
		const value = JSON.stringify({ do_number: 'A-1', date: DAY, type: 'Delivery' });
		await detrack.run('get', { job: { __rl: true, mode: 'list', value } });
		expect((await detrack.lastRequest('GET'))?.query).toEqual({
			do_number: 'A-1',
			date: DAY,
			type: 'Delivery',
		});
	});

	it('takes an expression for the whole parameter as a D.O. number', async () => {
		await detrack.create('A-1');
		const run = await detrack.run('get', { job: '={{ $json.id }}' }, { items: [{ id: 'A-1' }] });
		expect(run.items[0]?.json.reference).toBe('A-1');
	});

	it('says which job is unknown', async () => {
		expect(await errorOf(detrack.run('get', byNumber('nope')))).toMatchObject({
			message: 'Detrack has no job with the D.O. number "nope"',
			description: expect.stringMatching(
				/^Check the D\.O\. number, the date and the type\./,
			) as string,
		});
	});

	it('asks for a job before it sends anything', async () => {
		expect((await errorOf(detrack.run('get', byNumber(' ')))).message).toBe(
			'"Job" is empty. Choose a job from the list, or enter its D.O. number.',
		);
		expect(await detrack.requests()).toEqual([]);
	});
});

describe('update', () => {
	const update = async (updateFields: object, number = 'A-1') =>
		await detrack.run('update', { ...byNumber(number), updateFields });

	it('sends only what was added, and clears what was added empty', async () => {
		await detrack.create('A-1', { instructions: 'old', assignTo: 'Van 07', weight: 3 });
		const run = await update({ instructions: '', assignTo: 'Van 11', weight: '={{ null }}' });
		expect((await detrack.lastRequest('PUT'))?.body).toEqual({
			do_number: 'A-1',
			date: DAY,
			type: 'Delivery',
			data: { instructions: null, assign_to: 'Van 11', weight: null },
		});
		expect(run.items[0]?.json).toMatchObject({ reference: 'A-1', driverName: 'Van 11' });
	});

	it('names the job by body, so that a slash in its number does no harm', async () => {
		await detrack.create('A/1');
		const { items } = await update({ zone: 'North' }, 'A/1');
		expect(items[0]?.json.reference).toBe('A/1');
	});

	it.each(['completed', 'completed_partial', 'failed'])(
		'closes a job as %s with a POD time, and asks for it before sending',
		async (status) => {
			await detrack.create('A-1', { assignTo: 'Van 07' });
			const { message } = await errorOf(update({ status }));
			expect(message).toBe(
				`"POD Time" is missing. Detrack closes a job by hand as "${status}" only with the time of its proof of delivery, such as 13:30.`,
			);
			expect(await detrack.requests('PUT')).toEqual([]);
			await update({ status, podTime: '13:30' });
			expect((await detrack.lastRequest('PUT'))?.status).toBe(200);
		},
	);

	it('takes no POD time that is none', async () => {
		const { message } = await errorOf(update({ podTime: '2099-03-03T13:30:00' }));
		expect(message).toMatch(/^"POD Time" must be a time of day such as 13:30, but it is "2099/);
	});

	it('asks for something to change', async () => {
		const { message } = await errorOf(update({}));
		expect(message).toBe('There is nothing to change. Add a field under "Update Fields".');
	});
});

describe('delete', () => {
	it('says what was deleted, and an error for a job that is not there', async () => {
		await detrack.create('A/1 #2');
		const run = await detrack.run('delete', byNumber('A/1 #2'));
		const json = { deleted: true, reference: 'A/1 #2', date: DAY, jobType: 'delivery' };
		expect(run.items).toEqual([{ json, pairedItem: { item: 0 } }]);
		expect((await errorOf(detrack.run('delete', byNumber('A/1 #2')))).message).toBe(
			'Detrack has no job with the D.O. number "A/1 #2"',
		);
	});

	it.each([403, 422])('says what to do about a finished job, refused with %p', async (status) => {
		await detrack.settings({ forbiddenStatus: status });
		await detrack.create('A-1', { assignTo: 'Van 07' });
		await detrack.step('A-1', 'complete');
		const error = await errorOf(detrack.run('delete', byNumber('A-1')));
		expect(error.message).toBe(
			'Detrack does not allow the deletion of the job with the D.O. number "A-1"',
		);
		expect(error.description).toMatch(
			/^A finished job can only be deleted when "Enable deletion of completed jobs" is on in Detrack, under Settings → Job → POD\./,
		);
	});
});

describe('reattempt', () => {
	it.each(['object', 'array'])('gives the new job from an answer with an %s', async (form) => {
		await detrack.settings({ reattemptData: form });
		await detrack.create('A-1', { assignTo: 'Van 07' });
		await detrack.step('A-1', 'fail');
		const parameters = { ...byNumber('A-1'), newDate: '2099-03-04T00:00:00' };
		const { items } = await detrack.run('reattempt', parameters);
		expect(items[0]?.json).toMatchObject({ reference: 'A-1', attempt: 2 });
		expect((await detrack.lastRequest('POST'))?.body).toEqual({
			data: { do_number: 'A-1', date: DAY, type: 'Delivery', new_date: '2099-03-04' },
		});
	});

	it.each([422, 400, 403])('says that a job may not be tried again, after %p', async (status) => {
		await detrack.settings({ reattemptStatus: status });
		await detrack.create('A-1');
		const error = await errorOf(detrack.run('reattempt', byNumber('A-1')));
		expect(error.message).toBe('Detrack does not allow another attempt of this job now');
		expect(error.description).toMatch(/^Only a failed or partly completed job can be tried again/);
	});
});
