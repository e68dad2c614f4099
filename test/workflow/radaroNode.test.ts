import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { RADARO_DISABLED_KEY, RADARO_KEY } from '../../sandbox/radaro/defaults';
import { drippedExecution } from '../support/drippedExecution';
import { LiveN8n } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	// The most talkative log, so that a key that is written anywhere is found.
	live = await LiveN8n.start({ N8N_LOG_LEVEL: 'debug' });
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
});
jest.setTimeout(90_000);

interface Options {
	credential?: IDataObject;
	onError?: string;
	/** JavaScript that gives the input items. */
	input?: string;
}

/** Runs manual trigger -> Code -> Radaro in n8n, and gives the stored execution. */
async function run(parameters: IDataObject, options: Options = {}) {
	const { id } = await live.radaroCredential(options.credential);
	const workflow = await live.importChain('Action', [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Input',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: options.input ?? '{ "list": [{ "id": "A-1" }] }',
				options: {},
			},
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'list', options: {} },
		},
		{
			name: 'Radaro',
			type: 'n8n-nodes-lastmile.radaro',
			typeVersion: 1,
			parameters: { resource: 'job', ...parameters },
			credentials: { radaroApi: { id, name: 'Radaro' } },
			onError: options.onError,
		},
	]);
	const executionId = await live.rest.runWorkflow(workflow.id, 'Start');
	await live.rest.waitForExecutions(workflow.id, 1, 60_000);
	return await live.rest.getExecution(executionId ?? '');
}

const minimal = {
	externalId: '={{ $json.id }}',
	customerName: 'Tom Okafor',
	address: '14 Banksia St, Geelong VIC 3220, Australia',
};

it('creates 1,000 jobs with ten requests', async () => {
	const input = '={{ { list: Array.from({ length: 1000 }, (_v, i) => ({ id: "R-" + i })) } }}';
	const execution = await run({ operation: 'createMany', ...minimal }, { input });
	expect(execution.status).toBe('success');
	expect(execution.items.Radaro?.map(({ reference }) => reference)).toEqual(
		Array.from({ length: 1000 }, (_value, index) => `R-${index}`),
	);
	const requests = (await live.control('GET', 'radaro/requests')) as Array<{ method: string }>;
	expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(10);
});

it('reads a date of the date field in the time zone of the workflow', async () => {
	const additionalFields = {
		deliverBefore: '2025-06-18T16:30:00',
		deliverAfter: '={{ DateTime.fromISO("2025-06-18T08:00:00") }}',
	};
	const execution = await run({ operation: 'create', ...minimal, additionalFields });
	expect(execution.error).toBeUndefined();
	const [request] = (await live.control('GET', 'radaro/requests')) as Array<{ body: IDataObject }>;
	expect(request?.body).toMatchObject({
		deliver_before: '2025-06-18T06:30:00Z',
		deliver_after: '2025-06-17T22:00:00Z',
	});
});

describe('every other operation runs in n8n', () => {
	const job = { job: { __rl: true, mode: 'externalId', value: 'A-1' } };

	it.each<[string, IDataObject, IDataObject]>([
		['get', job, { reference: 'A-1' }],
		['getMany', { returnAll: true }, { reference: 'A-1' }],
		['update', { ...job, updateFields: { title: 'INV-9' } }, { orderNumber: 'INV-9' }],
		['assignDriver', { ...job, driver: 3391055 }, { driverId: '3391055', status: 'assigned' }],
		['delete', job, { deleted: true }],
		['getMany', { resource: 'subBrand', returnAll: false, limit: 1 }, { id: 71 }],
		['getMany', { resource: 'completionCode', returnAll: false, limit: 1 }, { code: 101 }],
	])('%s %j', async (operation, parameters, result) => {
		await live.control('POST', 'radaro/jobs', { external_id: 'A-1' });
		const execution = await run({ operation, ...parameters });
		expect(execution.error).toBeUndefined();
		expect(execution.items.Radaro).toEqual([expect.objectContaining(result)]);
	});
});

it('sends refused items of a batch to the error output, and the others to the first', async () => {
	const list = [3391054, 99, 3391055].map((driver, index) => ({ id: `E-${index}`, driver }));
	const additionalFields = { driver: '={{ $json.driver }}' };
	const execution = await run(
		{ operation: 'createMany', ...minimal, additionalFields },
		{ input: JSON.stringify({ list }), onError: 'continueErrorOutput' },
	);
	const [good, bad] = execution.data.resultData.runData.Radaro?.[0]?.data?.main ?? [];
	expect(good?.map(({ json }) => json.reference)).toEqual(['E-0', 'E-2']);
	expect(bad?.map(({ json }) => json.error)).toEqual([
		expect.stringMatching(/^Radaro did not accept job "E-1": driver: /),
	]);
});

it('stops the execution with the sentence for a dispatcher', async () => {
	const execution = await run({ operation: 'create', ...minimal, customerName: '={{ "" }}' });
	expect(execution.status).toBe('error');
	expect(execution.error).toBe('"Customer Name" is missing. Enter who gets the delivery.');
});

it.each(['headers', 'body'] as const)(
	'ends a request whose %s come by the byte, and its connection',
	async (dripping) => {
		expect(await drippedExecution(live.rest, live.n8n.url, dripping)).toEqual({
			error: 'Radaro did not answer within 2 seconds',
			asked: 1,
			open: 0,
		});
	},
);

describe('the credential', () => {
	const tested = async (data: IDataObject) =>
		await live.rest.testCredential(await live.radaroCredential(data));
	const test = async (data: IDataObject) => (await tested(data)).status;

	it('is taken as it was pasted, with what cannot be seen around its fields', async () => {
		const data = {
			apiKey: `\u200b${RADARO_KEY}\ufeff`,
			baseUrl: `\u00a0${live.sandbox.url}/radaro/\u2060`,
		};
		expect(await test(data)).toBe('OK');
		await live.control('POST', 'radaro/jobs', { external_id: 'A-1' });
		const given = { operation: 'getMany', returnAll: true };
		const execution = await run(given, { credential: data });
		expect(execution.items.Radaro).toHaveLength(1);
	});

	it('is told what cannot be seen in the middle of the key', async () => {
		expect(await tested({ apiKey: RADARO_KEY.replace('-', '\u00ad') })).toEqual({
			status: 'Error',
			message:
				'The API key in the Radaro credential holds a character that cannot be seen (U+00AD). Delete all of it, and type it, or copy it again without what stands around it.',
		});
	});

	it.each<[string, IDataObject, string]>([
		['the right key', {}, 'OK'],
		['a wrong key', { apiKey: 'wrong' }, 'Error'],
		['a key that is switched off', { apiKey: RADARO_DISABLED_KEY }, 'Error'],
		['an address where nobody listens', { baseUrl: 'http://127.0.0.1:9' }, 'Error'],
	])('test of %s', async (_what, data, status) => {
		expect(await test(data)).toBe(status);
	});

	it('is tested at a base URL with a slash at its end as well', async () => {
		expect(await test({ baseUrl: `${live.sandbox.url}/radaro/` })).toBe('OK');
	});
});

it('serves the output schema of every operation to the editor', async () => {
	const schema = await live.rest.outputSchema('n8n-nodes-lastmile.radaro/1/job/create');
	expect(schema).toMatchObject({
		type: 'object',
		properties: { reference: { type: ['string', 'null'] } },
	});
});

describe('the API key never shows', () => {
	/** A key with characters that an address encodes, so that both forms are looked for. */
	const key = 'k3y+with/odd=chars&more 0001';
	const forms = [key, encodeURIComponent(key), new URLSearchParams({ key }).toString().slice(4)];

	beforeEach(async () => {
		await live.control('POST', 'radaro/keys', { key, master: true });
	});

	const credential = () => ({ apiKey: key });
	const broken = (fault: object) => ({ fault, data: credential });

	it.each([
		['401', { ...broken({ kind: 'expiredKey' }) }],
		['404', { ...broken({ kind: 'status', status: 404 }) }],
		['400 that repeats the address', { ...broken({ kind: 'keyEcho' }) }],
		['500', { ...broken({ kind: 'status', status: 500 }) }],
		['a time-out', { ...broken({ kind: 'timeout' }) }],
		['a reset connection', { ...broken({ kind: 'reset' }) }],
		['an HTML answer', { ...broken({ kind: 'html' }) }],
	])('after %s', async (_what, { fault, data }) => {
		for (const onError of ['stopWorkflow', 'continueRegularOutput']) {
			await live.control('DELETE', 'radaro/faults');
			await live.control('POST', 'radaro/faults', fault);
			const parameters = { operation: 'create', ...minimal, options: { timeout: 1 } };
			const execution = await run(parameters, { credential: data(), onError });
			const told = execution.error ?? execution.items.Radaro?.[0]?.error;
			expect(told).toMatch(/Radaro/);
			const stored = JSON.stringify(execution);
			const database = await databaseText();
			for (const form of forms) {
				expect(stored).not.toContain(form);
				expect(live.n8n.logText()).not.toContain(form);
				expect(live.sandbox.logLines().join('\n')).not.toContain(form);
				expect(database).not.toContain(form);
			}
		}
	});

	/** Everything that n8n has stored, byte by byte; credentials are encrypted in it. */
	async function databaseText(): Promise<string> {
		const folder = path.join(live.n8n.userFolder, '.n8n');
		const files = ['database.sqlite', 'database.sqlite-wal'].map(
			async (name) => await readFile(path.join(folder, name), 'latin1').catch(() => ''),
		);
		return (await Promise.all(files)).join('');
	}

	it('and the search would find it', async () => {
		const input = JSON.stringify({ list: [{ id: 'A-1', note: RADARO_KEY }] });
		const execution = await run({ operation: 'create', ...minimal }, { input });
		expect(JSON.stringify(execution)).toContain(RADARO_KEY);
		expect(await databaseText()).toContain(RADARO_KEY);
		expect(live.n8n.logText()).toContain('node "Radaro"');
		expect(live.sandbox.logLines().join()).toContain('POST /radaro/api/webhooks/jobs/');
	});
});
