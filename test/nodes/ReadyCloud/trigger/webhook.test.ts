import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import {
	readyCloudOrganizationSchema,
	readyCloudPageSchema,
	readyCloudWebhookSchema,
} from '../../../../nodes/ReadyCloud/event/schema';
import { digestOfToken } from '../../../../nodes/ReadyCloud/trigger/memory';
import { readyCloudWebhook } from '../../../../nodes/ReadyCloud/trigger/webhook';
import { receiveWebhook } from '../../../../nodes/shared/trigger/webhook';
import { fixture } from '../../../support/fixtures';
import { partly } from '../../../support/mock';
import { type CallOptions, webhookCall } from '../../../support/webhookContext';

const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1';
const order = fixture('readycloud/orders-filled.json');
const contact = fixture('readycloud/inferred/contact.json');

/** A PUT to the address of an entity, through the whole pipeline. */
async function put(entity: string, body: unknown, options: CallOptions = {}) {
	const { context, answered, logged } = webhookCall({
		method: 'PUT',
		query: { entity },
		body,
		headers: { auth: TOKEN },
		...options,
	});
	const result = await receiveWebhook(context, {
		...readyCloudWebhook,
		secrets: async () => await Promise.resolve([digestOfToken(TOKEN)]),
	});
	return {
		status: answered.status,
		body: result.noWebhookResponse ? answered.body : result.webhookResponse,
		logged,
		items: (result.workflowData ?? []).flat().map((item) => partly<INodeExecutionData>(item).json),
	};
}

const only = (events: string[], more: IDataObject = {}) => ({ parameters: { events, ...more } });

describe('a delivery', () => {
	it('takes its entity from the address', async () => {
		const answers = await Promise.all([put('orders', order), put('order-delivered', order)]);
		expect(answers.map(({ body }) => body)).toEqual([{ received: true }, { received: true }]);
		expect(answers.map(({ items }) => [items[0]?.event, items[0]?.status])).toEqual([
			['job_updated', 'in_transit'],
			['status_changed', 'delivered'],
		]);
	});

	it('is ignored when its entity is not selected', async () => {
		const answer = await put('contact', contact, only(['orders']));
		expect(answer).toMatchObject({
			status: 200,
			items: [],
			body: { ignored: 'This event is not among the events selected in the trigger.' },
		});
	});

	it('of an unknown entity passes with any event', async () => {
		expect((await put('invoice', order)).items).toMatchObject([
			{ event: 'unknown', providerEvent: 'invoice', jobId: 'q2Xd' },
		]);
	});

	it('keeps the original as it came', async () => {
		const body = { ...order, brand_new: { deep: [1] } };
		expect((await put('orders', body, only(['*'], { output: 'original' }))).items).toEqual([body]);
	});

	it('shows no token of a body that is about webhooks', async () => {
		const { token, ...rest } = fixture('readycloud/webhook-resource.json');
		const answer = await put(
			'webhook',
			{ token: 'another', ...rest },
			only(['webhook'], { output: 'original' }),
		);
		expect(token).toBe(TOKEN);
		expect(answer.items).toEqual([rest]);
	});
});

describe('a body', () => {
	it.each<[string, unknown]>([
		['a text', 'hello'],
		['a number', 7],
		['null', null],
		['a list of texts', ['/api/v2/orgs/K7p/orders/q2Xd/']],
	])('that is %s is answered with 400', async (_what, body) => {
		expect(await put('orders', body)).toMatchObject({
			status: 400,
			body: { message: 'This body cannot be read: ReadyCloud sends a JSON object with "url".' },
			items: [],
		});
	});

	it.each<[string, unknown]>([
		['empty', {}],
		['an empty list', []],
		['a list of empty objects', [{}, {}]],
	])('that is %s is answered with 200 and starts nothing', async (_what, body) => {
		expect(await put('orders', body)).toMatchObject({
			status: 200,
			body: { received: true, ignored: 'The call holds no event.' },
			items: [],
		});
	});

	it('that is a list gives one item per object', async () => {
		const { items } = await put('orders', [order, { ...order, primary_id: 'WEB-2' }]);
		expect(items.map(({ reference }) => reference)).toEqual(['WEB-20418', 'WEB-2']);
	});
});

describe('answers of the API', () => {
	it('reads the samples of a webhook and of a list', () => {
		const page = readyCloudPageSchema.parse(fixture('readycloud/webhook-list.json'));
		const [active, suspended] = page.results.map((row) => readyCloudWebhookSchema.parse(row));
		expect(active).toEqual(
			readyCloudWebhookSchema.parse(fixture('readycloud/webhook-resource.json')),
		);
		expect([active?.suspended_at, suspended?.suspended_at]).toEqual([null, '2024-05-02T01:02:03Z']);
		expect(page.next).toBeNull();
	});

	it('keeps keys that it does not know', () => {
		const row = { url: '/api/v2/orgs/K7p/', name: 'A', deleted_at: null, brand_new: 1 };
		expect(readyCloudOrganizationSchema.parse(row)).toEqual(row);
	});
});
