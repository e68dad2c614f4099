import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { minimalJob, RadaroBench } from '../../../support/radaro';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const radaro = useBench(new RadaroBench());

const job = (change: IDataObject): IDataObject => ({ ...minimalJob('A-1'), ...change });
const fields = (additionalFields: IDataObject): IDataObject => job({ additionalFields });

describe('what is refused before anything is sent', () => {
	it.each<[string, IDataObject, string]>([
		[
			'no External ID',
			job({ externalId: ' ' }),
			'"External ID" is missing. Enter your own number of this job.',
		],
		[
			'no customer',
			job({ customerName: '' }),
			'"Customer Name" is missing. Enter who gets the delivery.',
		],
		[
			'no address',
			job({ address: '' }),
			'"Delivery Address" is missing. Enter where to deliver, or add Delivery Location under Additional Fields.',
		],
		[
			'a status that creation does not allow',
			fields({ status: 'delivered' }),
			'A new job cannot have the "Status" "delivered". Use one of: pending, assigned, not_assigned.',
		],
		[
			'a pending job without zone',
			fields({ status: 'pending', customerPhone: '+61390003344' }),
			'A pending job needs a "Delivery Zone ID", or a "Post Code" that lies in a delivery zone. Add one of them.',
		],
		[
			'a pending job without phone',
			fields({ status: 'pending', deliveryZone: 501 }),
			'"Customer Phone" is missing. A pending job needs it.',
		],
		[
			'an unreadable date',
			fields({ deliverBefore: 'next tuesday' }),
			'The date in "Deliver Before" cannot be read: "next tuesday". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.',
		],
		[
			'a date that does not exist',
			fields({ deliverAfter: '2025-02-30T10:00:00' }),
			'The date in "Deliver After" cannot be read: "2025-02-30T10:00:00". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.',
		],
		[
			'a window that ends before it begins',
			fields({ deliverAfter: '2025-06-18T10:00:00Z', deliverBefore: '2025-06-18T09:00:00Z' }),
			'"Deliver After" (2025-06-18T10:00:00Z) is later than "Deliver Before" (2025-06-18T09:00:00Z). Swap or correct them.',
		],
		[
			'a pick-up that ends before it begins',
			fields({ pickupAfter: '2025-06-18T10:00', pickupBefore: '2025-06-18T09:00' }),
			'"Pick Up After" (2025-06-18T10:00) is later than "Pick Up Before" (2025-06-18T09:00). Swap or correct them.',
		],
		[
			'longitude and latitude the wrong way round',
			fields({ location: '144.360410,-38.147120' }),
			'The latitude in "Delivery Location" must lie between -90 and 90, but it is 144.36041. Check that latitude and longitude are not swapped.',
		],
		[
			'a capacity below 0',
			fields({ capacity: -3 }),
			'"Capacity" must be a number of 0 or more, but it is "-3".',
		],
		[
			'a delivery zone of 0',
			fields({ deliveryZone: 0 }),
			'"Delivery Zone ID" must be the number of a delivery zone in Radaro\'s portal, but it is "0".',
		],
		[
			'both interval styles',
			fields({ deliveryInterval: '{}', deliverBefore: '2025-06-18T09:00:00Z' }),
			'Give either "Delivery Interval" or "Deliver After" and "Deliver Before", not both. Remove one of them.',
		],
		[
			'a driver that is no number',
			fields({ driver: 'Mara' }),
			'"Driver" must be the number of a driver in Radaro\'s portal, but it is "Mara".',
		],
		[
			'a driver that is no whole number',
			fields({ driver: 1.5 }),
			'"Driver" must be the number of a driver in Radaro\'s portal, but it is "1.5".',
		],
		[
			'other attributes that are not JSON',
			fields({ otherAttributes: '{a' }),
			'"Other Attributes" is not valid JSON. Check quotes, commas and braces, or use the fields instead.',
		],
		[
			'a job that is not JSON',
			{ source: 'json', jobJson: '{"external_id": A-1}' },
			'"Job (JSON)" is not valid JSON. Check quotes, commas and braces, or use the fields instead.',
		],
		[
			'a job that is a list',
			{ source: 'json', jobJson: '[{"external_id": "A-1"}]' },
			'"Job (JSON)" must be one JSON object in braces, but it is a list. For a list of jobs, put a Split Out node before this one.',
		],
		[
			'a job that is a number',
			{ source: 'json', jobJson: '7' },
			'"Job (JSON)" must be one JSON object in braces, but it is 7. For a list of jobs, put a Split Out node before this one.',
		],
		[
			'an empty input',
			{ source: 'json' },
			'The job is empty. Give at least External ID, Customer Name and Delivery Address.',
		],
	])('%s', async (_what, parameters, message) => {
		expect((await errorOf(radaro.run('create', parameters))).message).toBe(message);
		expect((await errorOf(radaro.run('createMany', parameters))).message).toBe(message);
		expect(await radaro.requests()).toEqual([]);
	});

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['no API key', { apiKey: ' ' }, 'The Radaro credential has no API key'],
		[
			'a server number that is no number',
			{ server: 'two', baseUrl: '' },
			'The server number in the Radaro credential must be a whole number, but it is "two"',
		],
		[
			'a server number that is no whole number',
			{ server: 1.5, baseUrl: '' },
			'The server number in the Radaro credential must be a whole number, but it is "1.5"',
		],
		[
			'server 0',
			{ server: 0, baseUrl: '' },
			'The server number in the Radaro credential must be a whole number, but it is "0"',
		],
		[
			'a base URL without scheme',
			{ baseUrl: 'api-2.radaro.com.au' },
			'The base URL in the Radaro credential is not a web address',
		],
	])('%s', async (_what, credential, message) => {
		const error = await errorOf(radaro.run('create', minimalJob('A-1'), { credential }));
		expect(error.message).toBe(message);
		expect(error.description).not.toBe('');
	});
});

describe('what Radaro refuses', () => {
	it('names a duplicate External ID and says what to do', async () => {
		await radaro.run('create', minimalJob('A-1'));
		const error = await errorOf(radaro.run('create', minimalJob('A-1')));
		expect(error.message).toMatch(/^Radaro did not accept job "A-1": external_id: /);
		expect(error.description).toBe(
			'The External ID must be unique: use another one, or update the existing job. (HTTP status 400)',
		);
	});

	it('names an unknown driver and says what to do', async () => {
		const error = await errorOf(radaro.run('create', fields({ driver: 99 })));
		expect(error.message).toMatch(/^Radaro did not accept job "A-1": driver: /);
		expect(error.description).toMatch(/^Check the driver: it must be one in Radaro's portal\. /);
	});

	it('stops at the first item with an error, as n8n does', async () => {
		const items = [{ id: 'A-1' }, { id: '' }, { id: 'A-3' }];
		await errorOf(radaro.run('create', minimalJob(), { items }));
		expect(await radaro.requests('POST')).toHaveLength(1);
	});

	it('goes on with the other items when told so', async () => {
		const items = [{ id: 'A-1' }, { id: '' }, { id: 'A-3' }];
		const run = await radaro.run('create', minimalJob(), { items, continueOnFail: true });
		expect(
			run.items.map(({ json, pairedItem }) => [json.error ?? json.reference, pairedItem]),
		).toEqual([
			['A-1', { item: 0 }],
			['"External ID" is missing. Enter your own number of this job.', { item: 1 }],
			['A-3', { item: 2 }],
		]);
	});
});
