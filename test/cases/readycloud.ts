import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import {
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
	READYCLOUD_WEBHOOK_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { fixture } from '../support/fixtures';
import { locator, ReadyCloudBench } from '../support/readycloud';
import { answerTo } from '../support/webhookContext';
import type { CaseTable, OperationCase, StandInCase, TriggerCase } from './case';

const order = fixture('readycloud/orders-filled.json');

const MEMORY = {
	webhooks: [
		{
			id: 'x4Tq',
			organization: READYCLOUD_ORG,
			tokenDigest: digestOfToken(READYCLOUD_WEBHOOK_TOKEN),
		},
	],
};

const BOX = '/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/';
const LINK = `${BOX}items/i1/`;
const IS_URL = { url: expect.stringContaining('/items/') as unknown };
const IS_LINK = { ...IS_URL, id: expect.any(String) as unknown };

const bench = new ReadyCloudBench();

/** The order with another address to deliver to. */
const orderTo = (changed: object) => {
	const shipping = order.shipping as { ship_to: object };
	return { ...order, shipping: { ...shipping, ship_to: { ...shipping.ship_to, ...changed } } };
};

const newOrder = (box: object) => ({ primary_id: 'SO-2', boxes: [box] });

const TOWN = 'Boise, ID 83702, United States';

const ADDRESSES: ReadonlyArray<[what: string, changed: object, address: string]> = [
	[
		'line breaks',
		{ address_1: '48 Larkspur Row\r\nRear', address_2: null },
		`48 Larkspur Row, Rear, ${TOWN}`,
	],
	[
		'a vertical tab',
		{ address_1: '48 Larkspur Row\vRear', address_2: '' },
		`48 Larkspur Row, Rear, ${TOWN}`,
	],
	[
		'a line separator',
		{ address_2: 'Unit 9\u2028Gate B' },
		`77 Alder Street, Unit 9, Gate B, ${TOWN}`,
	],
	['a NUL character', { address_2: 'Unit\u00009' }, `77 Alder Street, Unit 9, ${TOWN}`],
];

const listed = (sku: string, quantity: number) => ({
	...{ sku, description: null, quantity },
	...{ rejectedQuantity: null, reason: null },
});

const ITEMS: ReadonlyArray<
	[what: string, items: unknown[], listed: object[], itemCount: number | null]
> = [
	['objects with a url', [{ url: LINK }, { url: `${LINK}2/` }], [], 2],
	['urls', [LINK], [], 1],
	['objects with url and id', [{ id: 'i1', url: LINK }], [], 1],
	[
		'in full, and a link',
		[{ url: LINK, part_number: 'A', quantity: '2' }, LINK],
		[listed('A', 2)],
		2,
	],
	[
		'goods, a discount and a link',
		[{ part_number: 7, quantity: 1 }, { kind: 'discount' }, { url: LINK }],
		[listed('7', 1)],
		2,
	],
	['none', [], [], null],
];

/** Right values of ReadyCloud: items, quantities, addresses. */
export const readycloud: CaseTable = {
	slug: 'readycloud',
	bench,
	proof: { headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` } },
	call: async (options) =>
		await answerTo(
			{
				method: 'PUT',
				query: { entity: 'orders' },
				headers: { auth: READYCLOUD_WEBHOOK_TOKEN },
				credential: { accessToken: READYCLOUD_TOKEN, baseUrl: 'https://readycloud.example/api/v2' },
				...options,
				parameters: {
					organizationId: { mode: 'list', value: READYCLOUD_ORG },
					...options.parameters,
				},
			},
			async (context) => await new ReadyCloudTrigger().webhook.call(context),
			{
				getNodeWebhookUrl: () => 'https://n8n.example/webhook/cases/readycloud',
				getWorkflowStaticData: () => MEMORY,
			},
		),
	triggers: [
		...ADDRESSES.map(([what, changed, address]): TriggerCase => ({
			what: `an address with ${what}`,
			call: { body: orderTo(changed) },
			row: { address },
		})),
		...ITEMS.map(([what, items, listed, itemCount]): TriggerCase => ({
			what: `boxes whose items are ${what}`,
			call: { body: { ...order, boxes: [{ url: BOX, items }] } },
			row: { items: listed, itemCount },
		})),
		{
			what: 'links in several boxes',
			call: { body: { ...order, boxes: [{ items: [LINK] }, { items: [LINK, { url: LINK }] }] } },
			row: { items: [], itemCount: 3 },
		},
		{
			what: 'a change whose own time cannot be read',
			call: {
				body: { ...order, nested_updated_at: 'today', updated_at: '2024-05-06 10:11:12+00:00' },
			},
			row: { occurredAt: '2024-05-06T10:11:12+00:00' },
		},
		{
			what: 'the last of two deliveries, one without a zone',
			call: {
				query: { entity: 'order-delivered' },
				body: {
					...order,
					boxes: [
						{ delivered_at: '2024-05-09 15:00:00' },
						{ delivered_at: '2024-05-09T16:00:00+02:00' },
					],
				},
			},
			row: { status: 'delivered', proofAt: '2024-05-09T15:00:00' },
		},
	],
	operations: [
		...[1, '1', ' 3 ', '12'].map((quantity): OperationCase => ({
			what: `takes the quantity ${JSON.stringify(quantity)}`,
			operation: 'order.create',
			parameters: {
				primaryId: 'SO-1',
				items: { item: [{ partNumber: 'A', quantity }] },
				simplify: false,
			},
			sent: {
				method: 'POST',
				body: { boxes: [{ items: [{ part_number: 'A', quantity: Number(quantity) }] }] },
			},
		})),
		{
			what: 'takes quantities as text in boxes as JSON',
			operation: 'order.create',
			parameters: {
				primaryId: 'SO-1',
				additionalFields: {
					boxes: '[{"items": [{"part_number": "A", "quantity": "2"}]}]',
				},
			},
			items: [{ reference: 'SO-1' }],
		},
		{
			what: 'lists the items of boxes as links',
			prepare: async () => await bench.orders(1, { primary_id: 'SO-1' }),
			operation: 'box.getMany',
			parameters: { order: locator('primaryId', 'SO-1'), returnAll: true, expandItems: 'off' },
			items: [{ items: [IS_LINK, IS_LINK] }],
			count: 1,
		},
	],
	standIn: [
		{
			what: 'a box without its items',
			path: 'orders/?limit=1',
			method: 'GET',
			answer: { results: [{ boxes: [{ items: [IS_URL, IS_URL] }] }] },
		},
		{
			what: 'a box with its items',
			path: 'orders/?limit=1&expand=boxes,items',
			method: 'GET',
			answer: { results: [{ boxes: [{ items: [{ quantity: 1 }, { quantity: 1 }] }] }] },
		},
		{
			what: 'an order with quantities as text',
			path: 'orders/',
			method: 'POST',
			status: 201,
			body: newOrder({ items: [{ part_number: 'A', quantity: '1' }, { quantity: '20' }] }),
			answer: { boxes: [{ items: [IS_URL, IS_URL] }] },
		},
		{
			what: 'a quantity that is no whole number',
			path: 'orders/',
			method: 'POST',
			status: 400,
			body: newOrder({ items: [{ part_number: 'A', quantity: '1.5' }] }),
		},
		{
			what: 'a quantity in words',
			path: 'orders/',
			method: 'POST',
			status: 400,
			body: newOrder({ items: [{ part_number: 'A', quantity: 'two' }] }),
		},
	].map(({ path, ...each }): StandInCase => ({
		status: 200,
		prepare: async () => await bench.orders(1, { primary_id: 'SO-1' }),
		...each,
		path: `/orgs/${READYCLOUD_ORG}/${path}`,
	})),
};
