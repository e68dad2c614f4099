import type { IDataObject } from 'n8n-workflow';

import { READYCLOUD_ORG } from '../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const order = (change: IDataObject): IDataObject => ({ primaryId: 'A-1', ...change });
const fields = (additionalFields: IDataObject): IDataObject => order({ additionalFields });
const items = (...item: IDataObject[]): IDataObject => order({ items: { item } });

describe('an order is refused before anything is sent for', () => {
	it.each<[string, IDataObject, string]>([
		[
			'no Primary ID',
			order({ primaryId: ' ' }),
			'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
		],
		[
			'JSON without a Primary ID',
			{ source: 'json', orderJson: '{}' },
			'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
		],
		[
			'JSON that is a list',
			{ source: 'json', orderJson: '[{"primary_id": "A-1"}]' },
			'"Order (JSON)" must be one JSON object in braces, but it is a list. For a list of orders, put a Split Out node before this one.',
		],
		[
			'JSON that is none',
			{ source: 'json', orderJson: '{primary_id}' },
			'"Order (JSON)" is not valid JSON. Check quotes, commas and braces, or use the fields instead.',
		],
		[
			'money without a currency',
			fields({ total: '15.00' }),
			'"Total" must be an amount with its currency, such as 15.00 USD, but it is "15.00".',
		],
		[
			'money with a comma',
			fields({ shippingCharge: '15,00 USD' }),
			'"Shipping Charge" must be an amount with its currency, such as 15.00 USD, but it is "15,00 USD".',
		],
		[
			'a price without a currency',
			items({ partNumber: 'A', quantity: 1 }, { partNumber: 'B', quantity: 1, unitPrice: '$3' }),
			'"Unit Price of item 2" must be an amount with its currency, such as 15.00 USD, but it is "$3".',
		],
		[
			'half an item',
			items({ partNumber: 'A', quantity: 0.5 }),
			'The "Quantity" of item 1 must be a whole number of 0 or more, but it is "0.5".',
		],
		[
			'an item without a quantity',
			items({ partNumber: 'A', quantity: '' }),
			'The "Quantity" of item 1 must be a whole number of 0 or more, but it is "".',
		],
		[
			'a quantity below 0',
			items({ partNumber: 'A', quantity: -1 }),
			'The "Quantity" of item 1 must be a whole number of 0 or more, but it is "-1".',
		],
		[
			'items and boxes',
			{ ...items({ partNumber: 'A', quantity: 1 }), additionalFields: { boxes: '[{}]' } },
			'Give either "Items" or "Boxes (JSON)", not both. Items go into one box.',
		],
		[
			'boxes that are no list',
			fields({ boxes: '{"items": []}' }),
			'"Boxes (JSON)" must be a list of objects in square brackets, but it is {"items":[]}.',
		],
		[
			'an order number that is none',
			fields({ orderNumber: 1.5 }),
			'"Order Number" must be a whole number, but it is "1.5".',
		],
		[
			'a date that does not exist',
			fields({ toShipAt: '2025-02-30T10:00:00' }),
			'The date in "To Ship At" cannot be read: "2025-02-30T10:00:00". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.',
		],
		[
			'a tag that is too short',
			fields({ tags: 'rush, x' }),
			'A tag has 2 to 35 characters, but "x" has 1. Make it longer.',
		],
		[
			'other attributes that are no object',
			fields({ otherAttributes: '7' }),
			'"Other Attributes" must be one JSON object in braces, but it is 7. For a list of orders, put a Split Out node before this one.',
		],
	])('%s', async (_what, parameters, message) => {
		expect((await errorOf(readyCloud.run('order.create', parameters))).message).toBe(message);
		expect(await readyCloud.requests()).toEqual([]);
	});

	it.each<[string, IDataObject, string]>([
		['nothing to change', {}, 'There is nothing to change. Add a field under "Update Fields".'],
		[
			'an empty Primary ID',
			{ primaryId: '' },
			'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
		],
	])('%s in an update', async (_what, updateFields, message) => {
		const parameters = { order: locator('id', 'q2Xd'), updateFields };
		expect((await errorOf(readyCloud.run('order.update', parameters))).message).toBe(message);
		expect(await readyCloud.requests()).toEqual([]);
	});
});

describe('what is chosen', () => {
	const NEITHER =
		'is neither an ID nor a url of ReadyCloud. An ID has no slashes and blanks; a url looks like';

	it.each<[string, string, IDataObject, string]>([
		[
			'an organization with a slash',
			'order.getMany',
			{ organizationId: locator('id', 'K7p/orders') },
			`"K7p/orders" in "Organization" ${NEITHER} /api/v2/orgs/K7p/.`,
		],
		[
			'an order with a slash',
			'order.delete',
			{ order: locator('id', 'q2Xd/boxes') },
			`"q2Xd/boxes" in "Order" ${NEITHER} /api/v2/orgs/K7p/orders/q2Xd/.`,
		],
		[
			'dots',
			'order.delete',
			{ order: locator('id', '..') },
			`".." in "Order" ${NEITHER} /api/v2/orgs/K7p/orders/q2Xd/.`,
		],
		[
			'the url of something else',
			'contact.delete',
			{ contact: locator('id', '/api/v2/orgs/K7p/orders/q2Xd/') },
			`"/api/v2/orgs/K7p/orders/q2Xd/" in "Contact" ${NEITHER} /api/v2/orgs/K7p/contacts/q2Xd/.`,
		],
		[
			'the url of another organization',
			'webhook.delete',
			{ webhook: locator('id', '/api/v2/orgs/k7P/webhooks/x4Tq/') },
			`The url in "Webhook" belongs to the organization "k7P", but "${READYCLOUD_ORG}" is chosen. Change one of them.`,
		],
		[
			'no Primary ID',
			'order.get',
			{ order: locator('primaryId', ' ') },
			'"Order" is empty. Enter the Primary ID of the order.',
		],
	])('%s is refused, and nothing is called', async (_what, operation, parameters, message) => {
		expect((await errorOf(readyCloud.run(operation, parameters))).message).toBe(message);
		expect(await readyCloud.requests()).toEqual([]);
	});
});

describe('several items', () => {
	const input = [{ id: 'A-1' }, { id: '' }, { id: 'A-3' }];

	it('stop at the first error, as n8n does', async () => {
		const parameters = { primaryId: '={{ $json.id }}' };
		await errorOf(readyCloud.run('order.create', parameters, { items: input }));
		expect(await readyCloud.requests('POST')).toHaveLength(1);
	});

	it('go on when told so, and stay linked', async () => {
		const run = await readyCloud.run(
			'order.create',
			{ primaryId: '={{ $json.id }}' },
			{ items: input, continueOnFail: true },
		);
		expect(
			run.items.map(({ json, pairedItem }) => [json.error ?? json.reference, pairedItem]),
		).toEqual([
			['A-1', { item: 0 }],
			[
				'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
				{ item: 1 },
			],
			['A-3', { item: 2 }],
		]);
	});
});
