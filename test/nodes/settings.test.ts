import axios from 'axios';
import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	IWebhookResponseData,
} from 'n8n-workflow';

import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { JOBS_PATH, RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { Receiver } from '../sandbox/support/bench';
import { DetrackBench } from '../support/detrack';
import { byExternalId, minimalJob, RadaroBench } from '../support/radaro';
import { ReadyCloudBench } from '../support/readycloud';
import { webhookCall } from '../support/webhookContext';

const radaro = new RadaroBench();
const detrack = new DetrackBench();
const cloud = new ReadyCloudBench();
let receiver: Receiver;

beforeAll(async () => {
	receiver = await Receiver.start();
	await Promise.all([radaro.start(), detrack.start(), cloud.start()]);
});
afterAll(async () => {
	receiver.close();
	await Promise.all([radaro.stop(), detrack.stop(), cloud.stop()]);
});
beforeEach(async () => {
	receiver.received.length = 0;
	await Promise.all([radaro.reset(), detrack.reset(), cloud.reset()]);
});

/** The sentence with which something is refused, or what it gives. */
async function outcome(work: () => Promise<unknown>): Promise<unknown> {
	try {
		return await work();
	} catch (error) {
		return error instanceof Error ? error.message : error;
	}
}

/** What a trigger makes of the last webhook: columns of its row, or why there is none. */
async function rowOf(
	trigger: Pick<INodeType, 'webhook'>,
	credential: IDataObject,
	columns: string[],
): Promise<unknown> {
	const sent = receiver.received.at(-1);
	if (!sent) return 'nothing was sent';
	const headers = Object.fromEntries(
		Object.entries(sent.headers).map(([name, value]) => [name, String(value)]),
	);
	const { context, answered } = webhookCall({ body: sent.body, headers, credential });
	const result: IWebhookResponseData | undefined = await trigger.webhook?.call(context);
	const [item]: INodeExecutionData[] = result?.workflowData?.[0] ?? [];
	if (!item) return answered.body ?? result?.webhookResponse;
	return columns.map((column) => item.json[column]);
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
	const DELETED = ['job_deleted', 'cancelled', 'SO-1'];

	it.each<Case>([
		['editEvent', 'job.changed', edited, ['job_updated', 'created', 'SO-1']],
		['editEvent', 'job.status_changed', edited, ['job_updated', 'created', 'SO-1']],
		['editEvent', 'none', edited, 'nothing was sent'],
		['itemsBody', 'partial', () => event('items'), UNPROVEN],
		['itemsBody', 'withToken', () => event('items'), ['items_changed', 'unknown', null]],
		['itemsBody', 'full', () => event('items'), ['items_changed', 'created', 'SO-1']],
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
	const present = async (): Promise<unknown> => {
		await finished();
		return await document();
	};
	const PDF = ['ORD-1.pdf', 'application/pdf'];
	const DELIVERED = ['status_changed', 'delivered', 'ORD-1'];
	const complete = (): Promise<unknown> => event({}, 'assign', 'complete');

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
		['deletedBody', 'lastState', () => event({}, 'delete'), ['status_changed', 'created', 'ORD-1']],
		['deletedBody', 'identity', () => event({}, 'delete'), ['unknown', 'unknown', 'ORD-1']],
		['payloadKeys', '2020', complete, DELIVERED],
		['payloadKeys', '2022', complete, DELIVERED],
		['payloadKeys', 'newer', complete, DELIVERED],
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
		['deleteFinished', true, deletion, { deleted: true }],
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
		['documentType', 'own', present, PDF],
		['documentType', 'octet-stream', present, PDF],
		['fileLength', true, present, PDF],
		['fileLength', false, present, PDF],
	])('%s: %j', async (name, value, probe, expected) => {
		await detrack.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});

describe('ReadyCloud', () => {
	const organizations = async (): Promise<unknown> => {
		const { items } = await cloud.run('organization.getMany', { returnAll: true });
		return items.map(({ json }) => json.id);
	};
	const webhooks = async (): Promise<unknown> => {
		await cloud.webhook('orders', 'https://elsewhere.example.com/');
		return (await cloud.run('webhook.getMany', { returnAll: true })).items.length;
	};

	it.each<Case>([
		['deletedOrgsListed', true, organizations, ['K7p']],
		['deletedOrgsListed', false, organizations, ['K7p']],
		['webhooksSeen', 'all', webhooks, 1],
		['webhooksSeen', 'own', webhooks, 0],
	])('%s: %j', async (name, value, probe, expected) => {
		await cloud.settings({ [name]: value });
		expect(await outcome(probe)).toEqual(expected);
	});
});
