import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ICredentialType, IDataObject, INodeType } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { DetrackChangesTrigger } from '../../nodes/Detrack/DetrackChangesTrigger.node';
import { DETRACK_STATUSES } from '../../nodes/Detrack/event/codes';
import { detrackWebhook } from '../../nodes/Detrack/trigger/webhook';
import { RADARO_STATUSES } from '../../nodes/Radaro/event/statuses';
import { RadaroChangesTrigger } from '../../nodes/Radaro/RadaroChangesTrigger.node';
import { radaroWebhook } from '../../nodes/Radaro/trigger/webhook';
import { ReadyCloudChangesTrigger } from '../../nodes/ReadyCloud/ReadyCloudChangesTrigger.node';
import { readyCloudWebhook } from '../../nodes/ReadyCloud/trigger/webhook';
import type { DeliveryEvent } from '../../nodes/shared/event/deliveryEvent';
import type { WebhookVendor } from '../../nodes/shared/trigger/webhookVendor';
import { fixture } from '../support/fixtures';
import { PollingTrigger } from '../support/pollingTrigger';
import { locator } from '../support/readycloud';

/**
 * The same job, once as the service calls and once as its list gives it: both are one state, so that
 * nobody is told of it twice.
 */

type Job = Record<string, unknown>;

let server: Server;
/** What any list gives. */
let listed: unknown;

beforeAll(async () => {
	server = createServer((_request, response) => {
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify(listed));
	});
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

const NOW = new Date().toISOString();
const TODAY = NOW.slice(0, 10);
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** What a call of the service becomes. */
function byWebhook<Payload, Secrets>(
	vendor: WebhookVendor<Payload, Secrets>,
	body: unknown,
	query: Record<string, unknown> = {},
): DeliveryEvent {
	const reading = vendor.read(body, query);
	if ('expected' in reading) throw new Error(reading.expected);
	const [first] = reading.received;
	if (first === undefined) throw new Error('The body holds no event.');
	return vendor.normalize(first.payload, vendor.classify(first.payload), NOW);
}

/** What the list of the service becomes, in which the job was changed just now. */
async function byChanges(
	node: INodeType,
	credentialType: ICredentialType,
	list: unknown,
	parameters: IDataObject = {},
): Promise<DeliveryEvent> {
	listed = list;
	const { port } = server.address() as AddressInfo;
	const rows = await new PollingTrigger({
		node,
		credentialType,
		credential: {
			server: 1,
			apiKey: 'key-of-the-test',
			accessToken: 'token-of-the-test',
			baseUrl: `http://127.0.0.1:${port}`,
		},
		parameters: { startWith: 'lastDays', ...parameters },
	}).publish();
	expect(rows).toHaveLength(1);
	return rows[0] as unknown as DeliveryEvent;
}

function expectOneState(called: DeliveryEvent, asked: DeliveryEvent): void {
	expect(asked.status).toBe(called.status);
	expect(asked.stateId).toBe(called.stateId);
	expect(asked.eventId).not.toBe(called.eventId);
	expect(asked.eventName).toBeNull();
}

describe('Radaro', () => {
	const { order_info: info } = fixture('radaro/04-job-status-delivered.json') as {
		order_info: Job;
	};
	const reasons = {
		completion_codes: [{ code: '17', name: 'Nobody home' }],
		error_comment: 'Rang twice',
		pending_comment: 'Waits for stock',
	};

	it.each([...RADARO_STATUSES, 'way_back'])('tells of the status %s once', async (status) => {
		const job = { ...info, ...reasons, status, updated_at: NOW, completed_at: NOW };
		const called = byWebhook(radaroWebhook, {
			topic: 'job.status_changed',
			event_type: 'updated',
			new_values: { status },
			old_values: { status: 'assigned' },
			order_info: job,
			updated_at: NOW,
		});
		const list = { count: 1, results: [job] };
		expectOneState(called, await byChanges(new RadaroChangesTrigger(), new RadaroApi(), list));
	});
});

describe('Detrack', () => {
	const job: Job = {
		...fixture('detrack/v2_failed.json'),
		assign_to: 'Mara',
		date: TODAY,
		tracking_status: null,
		reason: null,
		pod_at: null,
		head_to_delivery_at: null,
		updated_at: NOW,
		milestones: [],
	};
	const milestone = (status: string) => ({
		milestones: [{ status, assign_to: 'Mara', reason: null, created_at: NOW }],
	});

	it.each<[string, Job]>([
		...DETRACK_STATUSES.map((status): [string, Job] => [`the status ${status}`, { status }]),
		['a status of a newer dashboard', { status: 'at_warehouse' }],
		['a status that is not known', { status: 'on_the_moon' }],
		['goods that were picked up', { status: 'dispatched', ...milestone('picked_up') }],
		['a driver on the way to the goods', { status: 'dispatched', ...milestone('head_to_pick_up') }],
		['a cancelled job', { status: 'cancelled', cancelled_at: NOW }],
		['a job without a driver', { status: 'dispatched', assign_to: null }],
		['a job of tomorrow', { status: 'dispatched', date: TOMORROW }],
		['a job that is said to be scheduled', { status: 'dispatched', tracking_status: 'Scheduled' }],
		[
			'a job that is said to be out',
			{ status: 'dispatched', tracking_status: 'Out for delivery', date: TOMORROW },
		],
		['a driver who is heading there', { status: 'dispatched', ...milestone('head_to_delivery') }],
		['a driver with a time of heading there', { status: 'dispatched', head_to_delivery_at: NOW }],
		[
			'a driver who has arrived',
			{ status: 'dispatched', arrived_at: NOW, ...milestone('arrived') },
		],
		['a collection', { status: 'completed', type: 'Collection' }],
		['a second attempt with a reason', { status: 'failed', attempt: 2, reason: 'Nobody home' }],
	])('tells of %s once', async (_what, changes) => {
		const body = { ...job, ...changes };
		const called = byWebhook(detrackWebhook({ today: TODAY }), body);
		const list = { data: [body], links: { next: null } };
		expectOneState(called, await byChanges(new DetrackChangesTrigger(), new DetrackApi(), list));
	});
});

describe('ReadyCloud', () => {
	const order = fixture('readycloud/orders-filled.json') as Job & { shipping: Job; url: string };
	const box = (deliveredAt: string | null) => ({
		url: `${order.url}boxes/9bR/`,
		tracking_number: '1Z',
		delivered_at: deliveredAt,
		items: [],
	});

	it.each<[string, string, Job, Job]>([
		['created', 'orders', { to_ship_at: null, shipped_at: null }, { boxes: [] }],
		['scheduled', 'orders', { to_ship_at: NOW, shipped_at: null }, { boxes: [] }],
		['in_transit', 'orders', { shipped_at: NOW }, { boxes: [box(null)] }],
		['delivered', 'orders', { shipped_at: NOW }, { boxes: [box(NOW)] }],
		['delivered', 'order-delivered', { shipped_at: NOW }, { boxes: [box(NOW)] }],
		['unknown', 'orders', {}, { shipping: null, boxes: [] }],
	])('tells of the status %s by %s once', async (status, entity, shipping, changes) => {
		const body = {
			...order,
			shipping: { ...order.shipping, ...shipping },
			updated_at: NOW,
			nested_updated_at: NOW,
			...changes,
		};
		const called = byWebhook(readyCloudWebhook, body, { entity });
		expect(called.status).toBe(status);
		const asked = await byChanges(
			new ReadyCloudChangesTrigger(),
			new ReadyCloudApi(),
			{ count: 1, next: null, previous: null, results: [body] },
			{ organizationId: locator('id', 'K7p') },
		);
		expectOneState(called, asked);
	});
});
