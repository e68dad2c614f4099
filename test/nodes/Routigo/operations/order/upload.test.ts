import type { IDataObject } from 'n8n-workflow';

import { fixture } from '../../../../support/fixtures';
import { RoutigoBench } from '../../../../support/routigo';
import { errorOf } from '../../../../support/runOperation';
import type { Asked } from '../../../../support/scripted';
import { useBench } from '../../../../support/standInBench';

const routigo = useBench(new RoutigoBench());

const TRACKING_ID = 'b7d0e6a2-batch-0091';
const taken = { status: 202, body: fixture('routigo/upload-response-202.json') };

const order = (change: IDataObject = {}): IDataObject => ({
	identifier: '={{ $json.id ?? "48213" }}',
	deliveryDate: '2099-05-14',
	recipientName: 'Femke Oosterhof',
	addressAs: 'line',
	addressLine: 'Korenbloemlaan 27 B',
	postcode: '8043XX',
	cityName: 'Zwolle',
	countryCode: 'nl',
	...change,
});

const items = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) });
const upload = async (parameters: IDataObject, options = {}) =>
	await routigo.run('order.upload', parameters, options);
const identifiersIn = ({ body }: Asked): unknown[] =>
	(body as IDataObject[]).map(({ identifier }) => identifier);
const batches = () => routigo.asked.map(identifiersIn);

describe('what is sent', () => {
	beforeEach(() => routigo.answers(taken));
	afterEach(() => expect(routigo.flaws()).toEqual([]));

	const sent = () => (routigo.asked[0]?.body as IDataObject[])[0];

	it('is an order without what is empty', async () => {
		await upload(order());
		expect(sent()).toEqual({
			identifier: '48213',
			scheduledDeliveryDate: '2099-05-14',
			deliveryLocation: {
				addressInformation: {
					name: 'Femke Oosterhof',
					streetName: 'Korenbloemlaan',
					houseNumber: '27',
					houseNumberAddition: 'B',
					postcode: '8043XX',
					cityName: 'Zwolle',
					countryCode: 'NL',
				},
			},
		});
	});

	it('is what the plugin sends, with window and pick-up', async () => {
		await upload(
			order({
				additionalFields: { visitAfter: '09:00', visitBefore: '12:30' },
				pickup: {
					name: 'Magazijn Noord',
					addressLine: 'Havenkade 3',
					postcode: '9723XX',
					cityName: 'Groningen',
					countryCode: 'NL',
				},
			}),
		);
		const [full] = fixture('routigo/upload-request.json') as unknown as IDataObject[];
		// The plugin sends an empty addition, which we leave out.
		const expected = JSON.parse(
			JSON.stringify(full, (key, value: unknown) =>
				key === 'houseNumberAddition' && value === '' ? undefined : value,
			),
		) as IDataObject;
		expect(sent()).toEqual(expected);
	});

	it('has the parts of an address as they are given', async () => {
		await upload(
			order({ addressAs: 'parts', streetName: 'Plein 1944', houseNumber: 5, addressLine: 'x' }),
		);
		expect(sent()?.deliveryLocation).toMatchObject({
			addressInformation: { streetName: 'Plein 1944', houseNumber: '5' },
		});
	});

	it.each([
		['a line without one', { addressLine: 'Havenkade' }],
		['parts without one', { addressAs: 'parts', streetName: 'Havenkade', houseNumber: ' ' }],
	])('has an empty house number for %s', async (_what, change) => {
		await upload(order(change));
		expect(sent()?.deliveryLocation).toMatchObject({
			addressInformation: {
				streetName: 'Havenkade',
				houseNumber: '',
				houseNumberAddition: '',
			},
		});
	});

	it('keeps an addition without a number', async () => {
		const parts = { streetName: 'Havenkade', houseNumber: '', houseNumberAddition: 'achter' };
		await upload(order({ addressAs: 'parts', ...parts }));
		expect(sent()?.deliveryLocation).toMatchObject({ addressInformation: parts });
	});

	it('has an empty street for a pick-up of which little is known', async () => {
		await upload(order({ pickup: { name: 'Magazijn Noord', countryCode: 'nl' } }));
		expect(sent()?.pickupLocation).toEqual({
			addressInformation: {
				name: 'Magazijn Noord',
				streetName: '',
				houseNumber: '',
				houseNumberAddition: '',
				countryCode: 'NL',
			},
		});
	});

	it('has a pick-up without a house number', async () => {
		const pickup = { addressLine: 'Havenkade', postcode: '9723XX', countryCode: 'NL' };
		await upload(order({ pickup }));
		expect(sent()?.pickupLocation).toEqual({
			addressInformation: {
				streetName: 'Havenkade',
				houseNumber: '',
				houseNumberAddition: '',
				postcode: '9723XX',
				countryCode: 'NL',
			},
		});
	});

	it('has every text in one line', async () => {
		const parts = { addressAs: 'parts', streetName: 'Haven\nkade', houseNumber: '3\u0000' };
		await upload(
			order({ ...parts, recipientName: 'Femke\r\nOosterhof', postcode: '8043\u2028XX' }),
		);
		expect(sent()?.deliveryLocation).toMatchObject({
			addressInformation: {
				name: 'Femke Oosterhof',
				streetName: 'Haven kade',
				houseNumber: '3',
				postcode: '8043 XX',
			},
		});
	});

	it.each([
		['9:30', 'PT9H30M'],
		['9:30 AM', 'PT9H30M'],
		['9am', 'PT9H'],
		['2:15 pm', 'PT14H15M'],
		[0.395833, 'PT9H30M'],
		['0.5', 'PT12H'],
		['PT7H30M', 'PT7H30M'],
		['0930', 'PT9H30M'],
	])('has for the time %j of a sheet %s', async (visitAfter, duration) => {
		await upload(order({ additionalFields: { visitAfter } }));
		expect(sent()?.deliveryLocation).toMatchObject({ visitAfter: duration });
	});

	it('has midnight as a duration of no length', async () => {
		await upload(order({ additionalFields: { visitAfter: '00:00', visitBefore: '23:59' } }));
		expect(sent()?.deliveryLocation).toMatchObject({
			visitAfter: 'PT0S',
			visitBefore: 'PT23H59M',
		});
	});

	it.each([
		['2099-05-14', '2099-05-14'],
		['2099-05-14T00:00:00', '2099-05-14'],
		['2099-05-14T23:30:00', '2099-05-14'],
		['2099-05-13T23:30:00Z', '2099-05-14'],
		['2099-05-14T23:30:00+02:00', '2099-05-14'],
	])('has for the date %s the day %s in Amsterdam', async (deliveryDate, day) => {
		await upload(order({ deliveryDate }));
		expect(sent()?.scheduledDeliveryDate).toBe(day);
	});

	it('is one list of all items', async () => {
		await upload(order(), items('1', '2', '3'));
		expect(batches()).toEqual([['1', '2', '3']]);
	});

	it('is cut by the batch size', async () => {
		await upload(order({ batchSize: 2 }), items('1', '2', '3'));
		expect(batches()).toEqual([['1', '2'], ['3']]);
	});
});

it('adds what RoutiGo told the user', async () => {
	routigo.answers(taken);
	await upload(order({ additionalFields: { otherAttributes: '{"supplier":"BAKERY-7"}' } }));
	expect(routigo.asked[0]?.body).toMatchObject([{ identifier: '48213', supplier: 'BAKERY-7' }]);
});

it('adds to a location what RoutiGo told the user, and keeps its address', async () => {
	routigo.answers(taken);
	const otherAttributes = {
		deliveryLocation: { remarks: 'Ring twice', addressInformation: { cityName: 'Hattem' } },
		pickupLocation: null,
	};
	await upload(order({ additionalFields: { otherAttributes: JSON.stringify(otherAttributes) } }));
	expect(routigo.asked[0]?.body).toEqual([
		{
			identifier: '48213',
			scheduledDeliveryDate: '2099-05-14',
			deliveryLocation: {
				addressInformation: {
					name: 'Femke Oosterhof',
					streetName: 'Korenbloemlaan',
					houseNumber: '27',
					houseNumberAddition: 'B',
					postcode: '8043XX',
					cityName: 'Hattem',
					countryCode: 'NL',
				},
				remarks: 'Ring twice',
			},
			pickupLocation: null,
		},
	]);
});

it('takes names that mean something to a computer as they are', async () => {
	routigo.answers(taken);
	const otherAttributes = '{"__proto__":{"polluted":true},"constructor":{"name":"x"}}';
	await upload(order({ additionalFields: { otherAttributes } }));
	expect(JSON.stringify(routigo.asked[0]?.body)).toContain('"constructor":{"name":"x"}');
	expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('what comes back', () => {
	it('is the number of the batch with each order', async () => {
		routigo.answers(({ body }) => ({
			status: 202,
			body: { trackingId: `batch-${(body as unknown[]).length}` },
		}));
		const run = await upload(order({ batchSize: 2 }), items('1', '2', '3'));
		expect(
			run.items.map(({ json, pairedItem }) => [json.identifier, json.trackingId, pairedItem]),
		).toEqual([
			['1', 'batch-2', { item: 0 }],
			['2', 'batch-2', { item: 1 }],
			['3', 'batch-1', { item: 2 }],
		]);
	});

	it('has the job columns, from what was sent', async () => {
		routigo.answers(taken);
		const run = await upload(order({ additionalFields: { visitAfter: '09:00' } }));
		expect(run.items[0]?.json).toMatchObject({
			trackingId: TRACKING_ID,
			provider: 'routigo',
			status: 'created',
			reference: '48213',
			trackingNumber: null,
			address: 'Korenbloemlaan 27 B, 8043XX Zwolle, NL',
			windowFrom: '2099-05-14T09:00:00',
		});
		expect(run.items[0]?.json).not.toHaveProperty('eventId');
	});

	it('is order and answer as they are without Simplify', async () => {
		routigo.answers({ status: 202, body: { trackingId: 77, queued: true } });
		const run = await upload(order({ simplify: false }));
		expect(run.items[0]?.json).toEqual({
			identifier: '48213',
			trackingId: '77',
			order: expect.objectContaining({ identifier: '48213' }) as IDataObject,
			answer: { trackingId: 77, queued: true },
		});
	});
});

describe('an item that cannot be sent', () => {
	it.each<[IDataObject, RegExp]>([
		[{ identifier: ' ' }, /^"Identifier" is empty/],
		[{ identifier: '48_21' }, /^The identifier "48_21" has an underscore\./],
		[{ recipientName: ' ' }, /^"Recipient Name" is empty/],
		[{ deliveryDate: '' }, /^"Delivery Date" is empty\.$/],
		[{ deliveryDate: '06/07/2031' }, /cannot be read: "06\/07\/2031"/],
		[
			{ addressLine: 'Plein 1944' },
			/^The address line "Plein 1944" cannot be split .*, as it is not certain what of it is the house number\. .* apart\.$/,
		],
		[{ addressLine: 'Laan 3 46' }, /^The address line "Laan 3 46" .* and enter them apart\.$/],
		[{ addressLine: '27 Korenbloemlaan' }, / and enter them apart\.$/],
		[
			{ addressLine: 'Kade 7, Rotterdam' },
			/ enter them apart; post code and city have fields of their own\.$/,
		],
		[
			{ addressLine: 'Kade 7 1234 AB Stad' },
			/ enter them apart; post code and city have fields of their own\.$/,
		],
		[{ addressLine: '' }, /^"Address Line" is empty/],
		[{ addressAs: 'parts', streetName: ' ', houseNumber: '5' }, /^"Street" is empty/],
		[{ postcode: '' }, /^"Post Code" is empty/],
		[{ postcode: '12' }, /^"Post Code" is "12", but one in the Netherlands has four digits and/],
		[{ postcode: '80431' }, /^"Post Code" is "80431", but one in the Netherlands/],
		[{ postcode: 'XX' }, /^"Post Code" is "XX", but one in the Netherlands/],
		[{ postcode: '10000', countryCode: 'BE' }, /^"Post Code" is "10000", but one in Belgium/],
		[{ postcode: '1067', countryCode: 'DE' }, /^"Post Code" is "1067", but one in Germany/],
		[{ pickup: { postcode: '12', countryCode: 'NL' } }, /^"Post Code" is "12"/],
		[{ batchSize: 0 }, /^"Batch Size" must be a whole number from 1 to 1000, but it is "0"\.$/],
		[{ batchSize: -5 }, /^"Batch Size" must be a whole number from 1 to 1000, but it is "-5"/],
		[{ batchSize: 2.5 }, /^"Batch Size" must be a whole number from 1 to 1000/],
		[{ countryCode: '' }, /^"Country Code" is empty/],
		[{ countryCode: 'Netherlands' }, /^"Country Code" must be two letters/],
		[{ additionalFields: { visitAfter: '25:00' } }, /^"Visit After" must be a time of day/],
		[{ additionalFields: { visitBefore: 'noon' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: '24:00' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: '12:60' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: '9' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: 'P' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: 'PT25H' } }, /^"Visit Before" must be a time of day/],
		[{ additionalFields: { visitBefore: '-1:00' } }, /^"Visit Before" must be a time of day/],
		[
			{ additionalFields: { visitAfter: '13:00', visitBefore: '12:00' } },
			/^"Visit After" must not be later/,
		],
		[
			{ additionalFields: { otherAttributes: '[1]' } },
			/^"Other Attributes" must be one JSON object/,
		],
		[{ additionalFields: { otherAttributes: '{' } }, /^"Other Attributes" is not valid JSON/],
		[{ pickup: { addressLine: '5 somewhere' } }, /^The address line "5 somewhere" cannot be split/],
		[{ additionalFields: { visitBefore: '24:00' } }, /^"Visit Before" must be a time of day/],
		[
			{ additionalFields: { visitAfter: '22:00', visitBefore: '02:00' } },
			/^"Visit After" must not be later/,
		],
	])('says why: %j', async (change, sentence) => {
		routigo.answers(taken);
		expect((await errorOf(upload(order(change)))).message).toMatch(sentence);
		expect(routigo.asked).toEqual([]);
	});

	it.each(['8043xx', '8043 XX', 'NL-8043 XX', '8043', '8043XX Zwolle'])(
		'is none for the Dutch post code %s',
		async (postcode) => {
			routigo.answers(taken);
			await upload(order({ postcode }));
			expect(routigo.asked).toHaveLength(1);
		},
	);

	it.each([
		['B-1000', 'BE'],
		['L-1009', 'LU'],
		['D-01067', 'DE'],
		['75001 CEDEX 01', 'FR'],
		['SW1A 1AA', 'GB'],
		['12', 'DK'],
	])('is none for the post code %s of %s', async (postcode, countryCode) => {
		routigo.answers(taken);
		await upload(order({ postcode, countryCode }));
		expect(routigo.asked).toHaveLength(1);
	});

	it('is none for a day that is over, but a warning', async () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2099-05-15T22:30:00Z'));
		try {
			routigo.answers(taken);
			const dates = ['2099-05-16', '2099-05-15', '2099-05-14T23:30:00'];
			const deliveryDate = '={{ $json.date }}';
			const input = dates.map((date) => ({ id: `O-${date.slice(8, 10)}`, date }));
			const { hints } = await upload(order({ deliveryDate }), { items: input });
			expect(routigo.asked[0]?.body).toHaveLength(3);
			const one = await upload(order({ deliveryDate: '2099-05-15' }), { items: [{ id: 'O-1' }] });
			expect(one.hints).toMatchObject([
				{
					message:
						'The "Delivery Date" of order "O-1" is over: 2099-05-15. Check it: RoutiGo may not plan the order any more.',
				},
			]);
			expect(hints).toEqual([
				{
					message:
						'The "Delivery Date" of 2 of 3 orders is over, such as 2099-05-15 of order "O-15". Check it: RoutiGo may not plan them any more.',
					location: 'outputPane',
					type: 'warning',
				},
			]);
		} finally {
			jest.restoreAllMocks();
		}
	});

	it('does not keep the others from being sent', async () => {
		routigo.answers(taken);
		const run = await upload(order(), items('1', ' ', '3'));
		expect(batches()).toEqual([['1', '3']]);
		expect(run.items.map(({ json }) => json.error ?? json.trackingId)).toEqual([
			TRACKING_ID,
			'"Identifier" is empty.',
			TRACKING_ID,
		]);
		expect(run.hints).toHaveLength(1);
	});
});

describe('when RoutiGo does not take a batch', () => {
	it('finds the order to blame by sending halves', async () => {
		routigo.answers((asked) =>
			identifiersIn(asked).includes('2') ? { status: 400, body: 'Unknown place' } : taken,
		);
		const run = await upload(order(), items('1', '2', '3'));
		expect(run.items.map(({ json }) => json.error ?? json.trackingId)).toEqual([
			TRACKING_ID,
			'RoutiGo did not accept order "2": Unknown place',
			TRACKING_ID,
		]);
	});

	it.each([
		['status 500', { status: 500, body: 'Please contact us' }],
		['a good status without a tracking ID', { status: 202, body: {} }],
		['another good status', { status: 200, body: { trackingId: TRACKING_ID } }],
		['an empty answer', { status: 202 }],
		['a web page', { status: 202, body: '<html><title>Log in</title></html>' }],
	])('does not send it again after %s', async (_what, answer) => {
		routigo.answers(answer);
		const { message } = await errorOf(upload(order(), items('1', '2')));
		expect(message).toBe('RoutiGo may have taken this order, but that is not certain');
		expect(batches()).toEqual([['1', '2']]);
	});

	it.each([
		['status 500', { status: 500, body: 'down' }],
		['a connection that is cut', { lost: 'cut' as const }],
	])('goes on with the next batch, and stops after %s twice', async (_what, answer) => {
		routigo.answers(answer);
		const { items: out } = await upload(order({ batchSize: 1 }), {
			...items('1', '2', '3'),
			continueOnFail: true,
		});
		expect(batches()).toEqual([['1'], ['2']]);
		const errors = out.map(({ json }) => String(json.error));
		expect(errors[0]).toContain('may have taken this order');
		expect(errors[1]).toContain('may have taken this order');
		expect(errors[2]).toContain('was not sent');
	});

	it('sends nothing more after a key that is not accepted', async () => {
		routigo.answers({ status: 401, body: 'no' });
		const { message } = await errorOf(upload(order({ batchSize: 1 }), items('1', '2')));
		expect(message).toBe('RoutiGo does not accept the API key');
		expect(batches()).toEqual([['1']]);
	});
});
