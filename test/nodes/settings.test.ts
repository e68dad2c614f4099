import axios from 'axios';
import type {
	IDataObject,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
	IWebhookResponseData,
} from 'n8n-workflow';

import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { renewReadyCloudToken } from '../../nodes/ReadyCloud/credential/renewal';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { tagParameters } from '../../nodes/Routigo/event/urlTags';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { JOBS_PATH, RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_ORG,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { WAREHOUSE } from '../sandbox/routigo/support';
import { Receiver } from '../sandbox/support/bench';
import { DetrackBench } from '../support/detrack';
import { byExternalId, minimalJob, RadaroBench } from '../support/radaro';
import { locator, ReadyCloudBench } from '../support/readycloud';
import { routigoOrder } from '../support/routigoOrder';
import { ADDRESS, proofOf, RoutigoTriggerBench } from '../support/routigoTrigger';
import { useBench } from '../support/standInBench';
import { webhookCall } from '../support/webhookContext';

const radaro = useBench(new RadaroBench());
const detrack = useBench(new DetrackBench());
const routigo = useBench(new RoutigoTriggerBench());
const cloud = useBench(new ReadyCloudBench());
let receiver: Receiver;

beforeAll(async () => void (receiver = await Receiver.start()));
afterAll(() => receiver.close());
beforeEach(() => void (receiver.received.length = 0));

/** The sentence with which something is refused, or what it gives. */
async function outcome(work: () => Promise<unknown>): Promise<unknown> {
	try {
		return await work();
	} catch (error) {
		return error instanceof Error ? error.message : error;
	}
}

/**
 * What a trigger makes of the last webhook: columns of its rows, or why there are none.
 * @param more what else the trigger asks n8n for
 */
async function rowsOf(
	trigger: Pick<INodeType, 'webhook'>,
	credential: IDataObject,
	columns: string[],
	more: object = {},
): Promise<unknown> {
	const sent = receiver.received.at(-1);
	if (!sent) return 'nothing was sent';
	const headers = Object.fromEntries(
		Object.entries(sent.headers).map(([name, value]) => [name, String(value)]),
	);
	const query = Object.fromEntries(new URL(sent.url, receiver.url()).searchParams);
	const { method, body } = sent;
	const { context, answered } = webhookCall({ method, query, body, headers, credential });
	Object.assign(context, more);
	const result: IWebhookResponseData | undefined = await trigger.webhook?.call(context);
	const items: INodeExecutionData[] = result?.workflowData?.[0] ?? [];
	if (items.length === 0) return answered.body ?? result?.webhookResponse;
	return items.map(({ json }) => columns.map((column) => json[column]));
}

/** The same for a webhook that makes one row. */
async function rowOf(...given: Parameters<typeof rowsOf>): Promise<unknown> {
	const rows = await rowsOf(...given);
	return Array.isArray(rows) && rows.length === 1 ? (rows[0] as unknown) : rows;
}

/** A setting, one of its values, what is done with it, and what comes of it. */
type Case = [name: string, value: unknown, probe: () => Promise<unknown>, expected: unknown];

const ROW = ['event', 'status', 'reference'];

describe('Radaro', () => {
	const event = async (...steps: string[]): Promise<unknown> => {
		await radaro.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
		await radaro.control('POST', 'radaro/jobs', { external_id: 'SO-1' });
		const [{ order_id: id }] = await jobs();
		receiver.received.length = 0;
		for (const step of steps) await radaro.control('POST', `radaro/jobs/${id}/steps/${step}`);
		return await rowOf(new RadaroTrigger(), { webhookTokens: RADARO_WEBHOOK_TOKEN }, ROW);
	};
	const jobs = async (): Promise<[{ order_id: number }]> => {
		const { data } = await axios.get(`${radaro.url}/radaro${JOBS_PATH}`, {
			params: { key: RADARO_KEY },
		});
		return data.results;
	};
	const edited = async (): Promise<unknown> => {
		await radaro.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
		await radaro.create('SO-1');
		await radaro.control('POST', 'settle');
		receiver.received.length = 0;
		await radaro.run('update', {
			...byExternalId('SO-1'),
			updateFields: { comment: 'Ring twice' },
		});
		await radaro.control('POST', 'settle');
		return await rowOf(new RadaroTrigger(), { webhookTokens: RADARO_WEBHOOK_TOKEN }, ROW);
	};
	const pending = async (): Promise<unknown> => {
		const more = { status: 'pending', deliveryZone: 501, customerPhone: '+61390001234' };
		const parameters = { ...minimalJob('SO-1'), additionalFields: more };
		return (await radaro.run('create', parameters)).items[0]?.json.status;
	};

	// The one body that Radaro prints without a token.
	const UNPROVEN = {
		message: 'This call was refused: it does not prove that it comes from Radaro.',
	};
	const SCANNED = ['job_updated', 'assigned', 'SO-1'];
	const DELETED = ['job_deleted', 'cancelled', 'SO-1'];

	it.each<Case>([
		['editEvent', 'job.changed', edited, ['job_updated', 'created', 'SO-1']],
		['editEvent', 'job.status_changed', edited, ['job_updated', 'created', 'SO-1']],
		['editEvent', 'none', edited, 'nothing was sent'],
		['itemsBody', 'partial', () => event('items'), UNPROVEN],
		['itemsBody', 'withToken', () => event('items'), ['items_changed', 'unknown', null]],
		['itemsBody', 'full', () => event('items'), ['items_changed', 'created', 'SO-1']],
		['scanTopic', 'job.barcodes_scanned', () => event('assign', 'scan'), SCANNED],
		['scanTopic', 'barcode.scan', () => event('assign', 'scan'), SCANNED],
		['scanTopic', null, () => event('assign', 'scan'), SCANNED],
		['deleteTopic', 'job.deleted', () => event('delete'), DELETED],
		['deleteTopic', 'job.removed', () => event('delete'), DELETED],
		['deleteTopic', null, () => event('delete'), 'nothing was sent'],
		['pendingEnabled', true, pending, 'created'],
		[
			'pendingEnabled',
			false,
			pending,
			'Radaro did not accept job "SO-1": status: The status "pending" is not enabled for this merchant.',
		],
	])('%s: %j', async (name, value, probe, expected) => {
		await radaro.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});

describe('Detrack', () => {
	const CREDENTIAL = {
		authentication: 'basicAuth',
		username: DETRACK_WEBHOOK_USERNAME,
		password: DETRACK_WEBHOOK_PASSWORD,
	};
	const job = (value: string): IDataObject => ({ job: { __rl: true, mode: 'doNumber', value } });
	const event = async (account: object, ...steps: string[]): Promise<unknown> => {
		await detrack.control('PUT', 'detrack/webhooks', { urls: [receiver.url()], ...account });
		await detrack.create('ORD-1');
		for (const step of steps) await detrack.step('ORD-1', step);
		await detrack.control('POST', 'settle');
		return await rowOf(new DetrackTrigger(), CREDENTIAL, ROW);
	};
	const versionOne = { version: '1' };
	const collection = async (): Promise<unknown> => {
		await detrack.control('PUT', 'detrack/webhooks', { urls: [receiver.url()], version: '1' });
		const given = { do_number: 'COL-1', deliver_to_collect_from: 'Luca Moretti' };
		await detrack.control('POST', 'detrack/collections', given);
		for (const step of ['assign', 'complete']) await detrack.step('COL-1', step);
		return await rowOf(new DetrackTrigger(), CREDENTIAL, ['jobType', 'recipientName', 'reference']);
	};
	const withSlash = async (): Promise<unknown> => {
		await detrack.create('ORD/1');
		return (await detrack.run('get', job('ORD/1'))).items[0]?.json.reference;
	};
	const finished = async (): Promise<void> => {
		await detrack.create('ORD-1');
		for (const step of ['assign', 'complete']) await detrack.step('ORD-1', step);
	};
	const deletion = async (): Promise<unknown> => {
		await finished();
		return (await detrack.run('delete', job('ORD-1'))).items[0]?.json;
	};
	const document = async (): Promise<unknown> => {
		const { items } = await detrack.run('downloadDocument', job('ORD-1'));
		return [items[0]?.json.fileName, items[0]?.json.mimeType];
	};
	const missing = async (): Promise<unknown> => {
		await detrack.create('ORD-1');
		return await document();
	};
	const failing = async (): Promise<unknown> => {
		// The whole key, as the job would be looked up without.
		const which = { date: '2099-03-03', type: 'Delivery' };
		const parameters = { doNumber: 'ORD-1', which, updateFields: { zone: 'North' } };
		const { items } = await detrack.run('updateMany', parameters, { continueOnFail: true });
		return items[0]?.json.error;
	};
	const PDF = ['ORD-1.pdf', 'application/pdf'];
	const NOT_CHANGED = 'Detrack did not accept the change of job "ORD-1": not_found';

	it.each<Case>([
		[
			'headToMarks',
			true,
			() => event({}, 'assign', 'headTo'),
			['driver_arriving', 'arriving', 'ORD-1'],
		],
		[
			'headToMarks',
			false,
			() => event({}, 'assign', 'headTo'),
			['status_changed', 'scheduled', 'ORD-1'],
		],
		[
			'arrivedMilestone',
			true,
			() => event({}, 'assign', 'headTo', 'arrive'),
			['driver_arriving', 'arriving', 'ORD-1'],
		],
		[
			'arrivedMilestone',
			false,
			() => event({}, 'assign', 'headTo', 'arrive'),
			['driver_arriving', 'arriving', 'ORD-1'],
		],
		['deletedBody', 'lastState', () => event({}, 'delete'), ['status_changed', 'created', 'ORD-1']],
		['deletedBody', 'identity', () => event({}, 'delete'), ['unknown', 'unknown', 'ORD-1']],
		[
			'v1Labels',
			{},
			() => event(versionOne, 'assign', 'fail'),
			['status_changed', 'attempt_failed', 'ORD-1'],
		],
		[
			'v1Labels',
			{ failed: 'In vain' },
			() => event(versionOne, 'assign', 'fail'),
			['unknown', 'unknown', 'ORD-1'],
		],
		['v1Collection', 'collection', collection, ['collection', 'Luca Moretti', 'COL-1']],
		['v1Collection', 'delivery', collection, ['delivery', 'Luca Moretti', 'COL-1']],
		['slashInPath', 'found', withSlash, 'ORD/1'],
		['slashInPath', 'notFound', withSlash, 'ORD/1'],
		[
			'deleteFinished',
			true,
			deletion,
			{ deleted: true, reference: 'ORD-1', date: '2099-03-03', jobType: 'delivery' },
		],
		[
			'deleteFinished',
			false,
			deletion,
			'Detrack does not allow the deletion of the job with the D.O. number "ORD-1"',
		],
		['missingPod', 'blank', missing, PDF],
		[
			'missingPod',
			404,
			missing,
			'Detrack has no proof of delivery of the job with the D.O. number "ORD-1"',
		],
		['missingPod', 422, missing, 'Detrack did not accept this request: There is no POD yet'],
		['batchUpdateCode', 'validation_failed', failing, NOT_CHANGED],
		['batchUpdateCode', 'update_failed', failing, NOT_CHANGED],
	])('%s: %j', async (name, value, probe, expected) => {
		await detrack.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});

describe('RoutiGo', () => {
	const receive = async (columns: string[]): Promise<unknown> =>
		await rowsOf(new RoutigoTrigger(), routigo.credential(), columns, {
			getNodeWebhookUrl: () => ADDRESS,
		});
	/** A webhook that leads to the receiver. */
	const webhookFor = (event: string, type: string, proof: string, url = receiver.url()) => ({
		routigoEvent: event,
		routigoEventType: type,
		action: { name: 'Test', url, headers: { Authorization: proof } },
	});
	/** Registers what the trigger registers, but that it leads to the receiver. */
	const register = async (event: string, type: string): Promise<void> => {
		const url = new URL(receiver.url());
		url.search = new URLSearchParams(tagParameters({ event, type })).toString();
		await routigo.foreign(webhookFor(event, type, proofOf(event, type), url.href));
	};
	const walk = async (orders: object[], ...steps: string[]): Promise<void> => {
		const { id } = (await routigo.control('POST', 'routigo/tours', { orders })) as { id: string };
		for (const step of steps) await routigo.control('POST', `routigo/jobs/${id}/steps/${step}`);
	};
	const end = async (step: string, ...columns: string[]): Promise<unknown> => {
		await register('ASSIGNMENT_DONE', 'ASSIGNMENT');
		await walk([routigoOrder('48213')], 'plan', 'assign', 'start', step);
		return await receive(columns);
	};
	const window = (): Promise<unknown> => end('done', 'windowFrom', 'windowTo');
	const failed = (): Promise<unknown> => end('fail', ...ROW);
	const pickedUp = async (): Promise<unknown> => {
		await register('ASSIGNMENT_DONE', 'ASSIGNMENT');
		const order = { ...routigoOrder('48213'), pickupLocation: WAREHOUSE };
		await walk([order], 'plan', 'assign', 'start', 'done');
		return await receive(['status', 'jobType', 'providerStatus', 'address']);
	};
	/** Whether a row has the time of what happened. */
	const timed = async (): Promise<unknown> => {
		await routigo.settings({ bodyTimes: 'none' });
		const rows = await end('done', 'occurredAt');
		return Array.isArray(rows) && (rows as unknown[][])[0]?.[0] !== null;
	};
	/** Made with the first version by hand, with the trigger's proof and no tags in its URL. */
	const legacy = async (): Promise<unknown> => {
		const { baseUrl, apiKey } = routigo.credential();
		const webhook = webhookFor('ROUTE_PLANNED', 'ROUTE', proofOf('TOUR_PLANNED', 'TOUR'));
		await axios.post(`${baseUrl}/v1/webhook`, webhook, { headers: { 'X-API-KEY': apiKey } });
		await walk([routigoOrder('48213')], 'plan');
		return await receive(['event', 'reference']);
	};

	const upload = async (parameters: IDataObject): Promise<unknown> => {
		const { items } = await routigo.run('order.upload', {
			identifier: '48213',
			deliveryDate: '2099-05-14',
			recipientName: 'Femke Oosterhof',
			addressLine: 'Havenkade 3',
			postcode: '9723XX',
			...parameters,
		});
		return items[0]?.json.reference;
	};
	const unnumbered = (): Promise<unknown> => upload({ addressLine: 'Havenkade' });
	const pickup = (): Promise<unknown> => upload({ pickup: { name: 'Magazijn Noord' } });
	const NOT_TAKEN = 'RoutiGo did not accept order "48213": ';

	it.each<Case>([
		['emptyHouseNumber', 'taken', unnumbered, '48213'],
		['emptyHouseNumber', 'refused', unnumbered, expect.stringContaining(NOT_TAKEN)],
		['partlyEmptyPickup', 'taken', pickup, '48213'],
		['partlyEmptyPickup', 'refused', pickup, expect.stringContaining(NOT_TAKEN)],
		['bodyTimes', 'utc', window, [['2026-03-03T09:00:00.000Z', '2026-03-03T12:30:00.000Z']]],
		['bodyTimes', 'offset', window, [['2026-03-03T11:00:00+02:00', '2026-03-03T14:30:00+02:00']]],
		['bodyTimes', 'local', window, [['2026-03-03T11:00:00', '2026-03-03T14:30:00']]],
		['bodyTimes', 'epoch', window, [['2026-03-03T09:00:00.000Z', '2026-03-03T12:30:00.000Z']]],
		['bodyTimes', 'none', window, [[null, null]]],
		['bodyEndStatus', true, failed, [['status_changed', 'attempt_failed', '48213']]],
		['bodyEndStatus', false, failed, [['status_changed', 'delivered', '48213']]],
		[
			'pickUpEndStatus',
			'DELIVERED',
			pickedUp,
			[['picked_up', 'collection', 'DELIVERED', 'Havenkade 3, 9723XX, NL']],
		],
		[
			'pickUpEndStatus',
			'PICKED_UP',
			pickedUp,
			[['picked_up', 'collection', 'PICKED_UP', 'Havenkade 3, 9723XX, NL']],
		],
		['timeHeader', 'X-Time', timed, true],
		['timeHeader', null, timed, false],
		[
			'legacyDepotLeg',
			true,
			legacy,
			[
				['route_planned', null],
				['route_planned', '48213'],
			],
		],
		['legacyDepotLeg', false, legacy, [['route_planned', '48213']]],
	])('%s: %j', async (name, value, probe, expected) => {
		await routigo.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});

describe('ReadyCloud', () => {
	const organizations = async (): Promise<unknown> => {
		const parameters = { returnAll: true, includeDeleted: true };
		const { items } = await cloud.run('organization.getMany', parameters);
		return items.map(({ json }) => json.id);
	};
	const webhooks = async (): Promise<unknown> => {
		await cloud.webhook('orders', 'https://elsewhere.example.com/');
		return (await cloud.run('webhook.getMany', { returnAll: true })).items.length;
	};
	const boxes = async (): Promise<unknown> => {
		await cloud.orders(1, { primary_id: 'SO-1' });
		const { items } = await cloud.run('box.getMany', {
			order: locator('primaryId', 'SO-1'),
			returnAll: true,
			expandItems: false,
		});
		return items.map(({ json }) => json.items);
	};
	const shipped = async (): Promise<unknown> => {
		const url = receiver.url().replace('http:', 'https:');
		await cloud.webhook('orders', `${url}?entity=orders`);
		const { id } = (await cloud.control('POST', 'readycloud/orders')) as { id: string };
		await cloud.control('POST', `readycloud/jobs/${id}/steps/ship`, { tracking_number: '1Z-1' });
		await cloud.control('POST', 'settle');
		const token = String(receiver.received.at(-1)?.headers.auth);
		const registered = {
			id: 'x4Tq',
			organization: READYCLOUD_ORG,
			tokenDigest: digestOfToken(token),
		};
		return await rowOf(new ReadyCloudTrigger(), {}, ['status', 'trackingNumber', 'itemCount'], {
			getNodeWebhookUrl: () => ADDRESS,
			getWorkflowStaticData: () => ({ webhooks: [registered] }),
		});
	};
	const httpRequest = async ({ url, method, headers, qs, body }: IHttpRequestOptions) => {
		const request = { url, method, params: qs, data: body, validateStatus: () => true };
		const { status, data } = await axios.request({ ...request, headers: headers as object });
		return { statusCode: status, body: data as unknown };
	};
	/** Whether the refresh token to be saved after a renewal is another one. */
	const renewed = async (): Promise<unknown> => {
		await cloud.control('POST', 'readycloud/tokens/expire');
		const { refreshToken } = await renewReadyCloudToken(httpRequest, {
			accessToken: READYCLOUD_TOKEN,
			clientId: READYCLOUD_CLIENT_ID,
			clientSecret: READYCLOUD_CLIENT_SECRET,
			refreshToken: READYCLOUD_REFRESH_TOKEN,
			baseUrl: `${cloud.url}${READYCLOUD_BASE}`,
			renewal: 'in use',
		});
		return refreshToken !== READYCLOUD_REFRESH_TOKEN;
	};
	const LINK = { id: expect.any(String), url: expect.stringContaining('/items/') };

	it.each<Case>([
		['deletedOrgsListed', true, organizations, ['K7p', 'k7P']],
		['deletedOrgsListed', false, organizations, ['K7p']],
		['webhooksSeen', 'all', webhooks, 1],
		['webhooksSeen', 'own', webhooks, 0],
		['compactItems', 'empty', boxes, [[]]],
		['compactItems', 'urls', boxes, [[LINK, LINK]]],
		['compactItems', 'urlsInAnswers', boxes, [[LINK, LINK]]],
		['compactItems', 'empty', shipped, ['in_transit', null, null]],
		['compactItems', 'urls', shipped, ['in_transit', null, 2]],
		['compactItems', 'urlsInAnswers', shipped, ['in_transit', null, null]],
		['deliveredBoxes', 'compact', shipped, ['in_transit', null, null]],
		['deliveredBoxes', 'full', shipped, ['in_transit', '1Z-1', 2]],
		['refreshRotates', true, renewed, true],
		['refreshRotates', false, renewed, false],
	])('%s: %j', async (name, value, probe, expected) => {
		await cloud.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});
