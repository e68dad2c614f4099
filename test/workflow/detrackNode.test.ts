import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { DETRACK_API_KEY } from '../../sandbox/detrack/defaults';
import { sample } from '../nodes/Detrack/support';
import { inputNodes } from '../support/chain';
import {
	callDetrack,
	databaseText,
	DETRACK_PROOF,
	detrackCredential,
	listeningDetrack,
} from '../support/detrackLive';
import { LiveN8n } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start({
		// The most talkative log, so that a key that is written anywhere is found.
		N8N_LOG_LEVEL: 'debug',
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	});
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
	await live.control('PATCH', 'detrack/settings', { requestsPerMinute: 9999 });
});
jest.setTimeout(120_000);

interface Options {
	credential?: IDataObject;
	onError?: string;
	items?: object[];
}

/** Runs manual trigger -> items -> Detrack in n8n, and gives the stored execution. */
async function run(parameters: IDataObject, options: Options = {}) {
	const { id } = await detrackCredential(live, options.credential);
	const workflow = await live.importChain('Action', [
		...inputNodes(options.items ?? [{ id: 'A-1' }]),
		{
			name: 'Detrack',
			type: 'n8n-nodes-lastmile.detrack',
			typeVersion: 1,
			parameters: { resource: 'job', ...parameters },
			credentials: { detrackApi: { id, name: 'Detrack' } },
			onError: options.onError,
		},
	]);
	const executionId = await live.rest.runWorkflow(workflow.id, 'Start');
	await live.rest.waitForExecutions(workflow.id, 1, 90_000);
	return await live.rest.getExecution(executionId ?? '');
}

type Run = Awaited<ReturnType<typeof run>>;

/** The items of the first output, with their files and the input items that they belong to. */
function itemsOf({ data }: Run, output = 0) {
	return (data.resultData.runData.Detrack?.[0]?.data?.main?.[output] ?? []) as Array<{
		json: IDataObject;
		binary?: Record<string, IBinaryData>;
		pairedItem?: { item: number };
	}>;
}

async function requests(method: string): Promise<Array<{ path: string; body: IDataObject }>> {
	const all = (await live.control('GET', 'detrack/requests')) as Array<{
		method: string;
		path: string;
		body: IDataObject;
	}>;
	return all.filter((request) => request.method === method);
}

const DAY = '2099-03-03';
const minimal = { doNumber: '={{ $json.id }}', date: DAY, address: '8 Newstead Ter, Newstead' };
const job = { job: { __rl: true, mode: 'doNumber', value: '={{ $json.id }}' } };

/** Has a job brought to its end by a driver, with a signature and photos. */
async function finished(number: string, photos = 1): Promise<void> {
	await live.control('POST', 'detrack/jobs', { do_number: number, assign_to: 'Van 07' });
	await live.control('POST', `detrack/jobs/${encodeURIComponent(number)}/steps/complete`, {
		photos,
	});
}

describe('every operation runs in n8n', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['create', minimal, { reference: 'B-1', windowFrom: DAY }],
		['createMany', minimal, { reference: 'B-1', status: 'created' }],
		['get', job, { reference: 'A-1' }],
		['getMany', { returnAll: true }, { reference: 'A-1' }],
		[
			'search',
			{ returnAll: true, filters: { doNumbers: '={{ ["A-1", "B-1"] }}' } },
			{ reference: 'A-1' },
		],
		[
			'update',
			{ ...job, updateFields: { assignTo: 'Van 07' } },
			{ driverName: 'Van 07', status: 'out_for_delivery' },
		],
		[
			'updateMany',
			{ doNumber: '={{ $json.id }}', updateFields: { assignTo: 'Van 07' } },
			{ updated: true, reference: 'A-1' },
		],
		['delete', job, { deleted: true }],
		['deleteMany', { doNumber: '={{ $json.id }}' }, { deleted: true, reference: 'A-1' }],
		[
			'getMany',
			{ resource: 'vehicle', returnAll: true, filters: { name: 'Van 11' } },
			{ detrack_id: 'DT-0011' },
		],
	])('%s %j', async (operation, parameters, result) => {
		await live.control('POST', 'detrack/jobs', { do_number: 'A-1' });
		const items = [{ id: operation.startsWith('create') ? 'B-1' : 'A-1' }];
		const execution = await run({ operation, ...parameters }, { items });
		expect(execution.error).toBeUndefined();
		expect(execution.items.Detrack).toEqual([expect.objectContaining(result)]);
	});

	it('reattempt, tomorrow by a date of an expression', async () => {
		await live.control('POST', 'detrack/jobs', { do_number: 'A-1', assign_to: 'Van 07' });
		await live.control('POST', 'detrack/jobs/A-1/steps/fail');
		const newDate = '={{ DateTime.fromISO("2099-03-04T08:00:00") }}';
		const execution = await run({ operation: 'reattempt', ...job, newDate });
		expect(execution.error).toBeUndefined();
		expect(execution.items.Detrack).toEqual([
			expect.objectContaining({ reference: 'A-1', attempt: 2, windowFrom: '2099-03-04T08:00:00' }),
		]);
	});

	it('fills the list of jobs in the editor’s drop-down and finds by number what it gives', async () => {
		await live.control('POST', 'detrack/jobs', { do_number: 'A/1 #x', type: 'Collection' });
		const value = JSON.stringify({ do_number: 'A/1 #x', type: 'Collection' });
		const execution = await run({ operation: 'get', job: { __rl: true, mode: 'list', value } });
		expect(execution.items.Detrack).toEqual([
			expect.objectContaining({ reference: 'A/1 #x', jobType: 'collection' }),
		]);
	});
});

it('creates 100 jobs with one request, of which 3 are refused, each told on its own item', async () => {
	for (const number of ['C-7', 'C-42', 'C-99']) {
		await live.control('POST', 'detrack/jobs', { do_number: number, date: DAY });
	}
	const items = Array.from({ length: 100 }, (_value, index) => ({ id: `C-${index}` }));
	const parameters = { operation: 'createMany', ...minimal };
	const execution = await run(parameters, { items, onError: 'continueErrorOutput' });
	expect(execution.status).toBe('success');
	const [good, bad] = [itemsOf(execution), itemsOf(execution, 1)];
	const refused = [7, 42, 99];
	expect(good.map(({ json, pairedItem }) => [json.reference, pairedItem?.item])).toEqual(
		items.flatMap(({ id }, index) => (refused.includes(index) ? [] : [[id, index]])),
	);
	expect(bad.map(({ json, pairedItem }) => [json.error, pairedItem?.item])).toEqual(
		refused.map((index) => [
			`Detrack did not accept job "C-${index}": do_number is already taken`,
			index,
		]),
	);
	expect(await requests('POST')).toHaveLength(1);
});

it('tells refused items of a batch beside the others without "continue on fail", too', async () => {
	await live.control('POST', 'detrack/jobs', { do_number: 'C-1', date: DAY });
	const items = [{ id: 'C-0' }, { id: 'C-1' }];
	const execution = await run({ operation: 'createMany', ...minimal }, { items });
	expect(execution.status).toBe('success');
	expect(itemsOf(execution).map(({ json }) => json.reference ?? json.error)).toEqual([
		'C-0',
		'Detrack did not accept job "C-1": do_number is already taken',
	]);
});

describe('files', () => {
	const storage = () => path.join(live.n8n.userFolder, '.n8n', 'storage');

	/** Files that n8n has stored, by size. */
	async function storedSizes(): Promise<number[]> {
		const entries = await readdir(storage(), { recursive: true, withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile());
		const sizes = files.map(
			async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size,
		);
		return (await Promise.all(sizes)).sort((a, b) => a - b);
	}

	it('stores a document of one job, and of several in one file', async () => {
		for (const number of ['A-1', 'A-2', 'A/3 #x']) await finished(number);
		const one = await run({ operation: 'downloadDocument', ...job });
		expect(one.error).toBeUndefined();
		expect(itemsOf(one)[0]?.binary?.data).toMatchObject({
			fileName: 'A-1.pdf',
			mimeType: 'application/pdf',
			id: expect.stringMatching(/^filesystem-v2:/) as string,
		});
		const doNumbers = '={{ ["A-1", "A-2", "A/3 #x"] }}';
		const parameters = { operation: 'downloadDocument', jobs: 'several', doNumbers };
		const several = await run({ ...parameters, outputField: 'pods' });
		expect(several.error).toBeUndefined();
		expect(itemsOf(several)[0]?.json.references).toEqual(['A-1', 'A-2', 'A/3 #x']);
		expect(itemsOf(several)[0]?.binary?.pods).toMatchObject({
			fileName: 'pod-of-3-jobs.pdf',
			mimeType: 'application/pdf',
		});
	});

	it('stores signature and photos, each with the input item that it belongs to', async () => {
		for (const number of ['A-1', 'A-2']) await finished(number);
		const items = [{ id: 'A-1' }, { id: 'A-2' }];
		const execution = await run({ operation: 'downloadProof', ...job }, { items });
		expect(execution.error).toBeUndefined();
		expect(
			itemsOf(execution).map(({ binary, pairedItem }) => [
				binary?.data?.fileName,
				binary?.data?.mimeType,
				pairedItem?.item,
			]),
		).toEqual([
			['A-1-signature.png', 'image/png', 0],
			['A-1-photo-1.jpg', 'image/jpeg', 0],
			['A-2-signature.png', 'image/png', 1],
			['A-2-photo-1.jpg', 'image/jpeg', 1],
		]);
	});

	it('holds no proof of 40 MB in memory', async () => {
		const photos = [1, 2, 3, 4, 5];
		const size = 40 * 1024 * 1024;
		await finished('A-1', photos.length);
		const parameters = { operation: 'downloadProof', ...job, files: ['photo'] };
		// What the first download brings into memory by itself does not count.
		await run(parameters);
		for (const number of photos) {
			const file = { file: `photo_${number}`, megabytes: 40 };
			await live.control('POST', 'detrack/jobs/A-1/proof', file);
		}
		const before = await residentBytes();
		const watch = new AbortController();
		const most = mostResident(watch.signal);
		const execution = await run(parameters);
		watch.abort();
		expect(execution.error).toBeUndefined();
		expect(itemsOf(execution).map(({ binary }) => binary?.data?.bytes)).toEqual(
			photos.map(() => size),
		);
		expect((await storedSizes()).slice(-photos.length)).toEqual(photos.map(() => size));
		// All of them in memory would be 200 MB.
		expect((await most) - before).toBeLessThan(100 * 1024 * 1024);
	});

	async function residentBytes(): Promise<number> {
		const status = await readFile(`/proc/${live.n8n.pid}/status`, 'utf8');
		return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
	}

	async function mostResident(signal: AbortSignal): Promise<number> {
		let most = 0;
		while (!signal.aborted) {
			most = Math.max(most, await residentBytes());
			await wait(10);
		}
		return most;
	}
});

it('stops the execution with the sentence for a dispatcher', async () => {
	await live.control('POST', 'detrack/jobs', { do_number: 'A-1', date: DAY });
	const told = async (parameters: IDataObject) => (await run(parameters)).error;
	expect(await told({ operation: 'create', ...minimal })).toBe(
		'Detrack did not accept job "A-1": do_number is already taken',
	);
	expect(await told({ operation: 'update', ...job, updateFields: { status: 'completed' } })).toBe(
		'"POD Time" is missing. Detrack closes a job by hand as "completed" only with the time of its proof of delivery, such as 13:30.',
	);
	expect(await told({ operation: 'reattempt', ...job })).toBe(
		'Detrack does not allow another attempt of this job now',
	);
	expect(await told({ operation: 'downloadDocument', ...job })).toBe(
		'Detrack has no proof of delivery of the job with the D.O. number "A-1"',
	);
	await finished('A-2');
	const other = { job: { __rl: true, mode: 'doNumber', value: 'A-2' } };
	expect(await told({ operation: 'delete', ...other })).toBe(
		'Detrack does not allow the deletion of the job with the D.O. number "A-2"',
	);
});

describe('the credential', () => {
	const test = async (data: IDataObject) => {
		const credential = await detrackCredential(live, data);
		return (await live.rest.testCredential(credential)).status;
	};

	it.each<[string, IDataObject, string]>([
		['the right key', {}, 'OK'],
		['a key with blanks around it', { apiKey: ` ${DETRACK_API_KEY}\n` }, 'OK'],
		['a wrong key', { apiKey: 'wrong' }, 'Error'],
		['an address where nobody listens', { baseUrl: 'http://127.0.0.1:9' }, 'Error'],
	])('test of %s', async (_what, data, status) => {
		expect(await test(data)).toBe(status);
	});

	it('is tested at a base URL with a slash at its end as well', async () => {
		expect(await test({ baseUrl: `${live.sandbox.url}/detrack/api/v2/` })).toBe('OK');
	});

	it('of the trigger is complete or says what is missing', async () => {
		const tested = async (data: IDataObject) => {
			const type = 'detrackWebhookApi';
			const credential = await live.rest.createCredential({ name: 'Webhook', type, data });
			return await live.rest.testCredential(credential);
		};
		const basic = { authentication: 'basicAuth', username: 'detrack' };
		expect((await tested({ ...basic, password: 'correct-horse-9' })).status).toBe('OK');
		expect(await tested({ ...basic, password: ' ' })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^The credential has no password/) as string,
		});
	});
});

it('serves the output schema of an operation to the editor', async () => {
	const schema = await live.rest.outputSchema('n8n-nodes-lastmile.detrack/1/job/downloadProof');
	expect(schema).toMatchObject({ type: 'object', properties: { fileName: { type: 'string' } } });
});

it('does not believe a caller’s own X-Forwarded-For where n8n knows of no proxy', async () => {
	const { call, settledCount } = await listeningDetrack(live, {
		options: { allowedIps: '44.236.78.196' },
	});
	const headers = { authorization: DETRACK_PROOF, 'x-forwarded-for': '44.236.78.196' };
	expect((await call(sample('v2_completed.json'), { headers })).status).toBe(401);
	expect(await settledCount()).toBe(0);
	const own = await listeningDetrack(live, { options: { allowedIps: '127.0.0.1' } });
	expect((await callDetrack(own.url, sample('v2_completed.json'))).status).toBe(200);
});

describe('the API key never shows', () => {
	/** A key with characters that an address encodes, so that both forms are looked for. */
	const key = 'k3y+with/odd=chars&more 0001';
	const forms = [key, encodeURIComponent(key)];

	it.each<[string, IDataObject]>([
		['401', { kind: 'expiredKey' }],
		['404', { kind: 'status', status: 404 }],
		['400 that repeats the key', { kind: 'keyEcho' }],
		['500', { kind: 'status', status: 500 }],
		['a time-out', { kind: 'timeout' }],
		['a reset connection', { kind: 'reset' }],
		['an HTML answer', { kind: 'html' }],
	])('after %s', async (_what, fault) => {
		await live.control('POST', 'detrack/keys', { key });
		for (const onError of ['stopWorkflow', 'continueRegularOutput']) {
			await live.control('DELETE', 'detrack/faults');
			await live.control('POST', 'detrack/faults', fault);
			const parameters = { operation: 'create', ...minimal, options: { timeout: 1 } };
			const execution = await run(parameters, { credential: { apiKey: key }, onError });
			expect(execution.error ?? execution.items.Detrack?.[0]?.error).toMatch(/Detrack/);
			const stored = JSON.stringify(execution);
			const database = await databaseText(live);
			for (const form of forms) {
				expect(stored.includes(form)).toBe(false);
				expect(live.n8n.logText().includes(form)).toBe(false);
				expect(live.sandbox.logLines().join('\n').includes(form)).toBe(false);
				expect(database.includes(form)).toBe(false);
			}
		}
	});

	it('and the search would find it', async () => {
		const items = [{ id: 'A-1', note: DETRACK_API_KEY }];
		const execution = await run({ operation: 'create', ...minimal }, { items });
		expect(JSON.stringify(execution)).toContain(DETRACK_API_KEY);
		expect(await databaseText(live)).toContain(DETRACK_API_KEY);
		expect(live.n8n.logText()).toContain('node "Detrack"');
		expect(live.sandbox.logLines().join()).toContain('POST /detrack/api/v2/dn/jobs');
	});
});
