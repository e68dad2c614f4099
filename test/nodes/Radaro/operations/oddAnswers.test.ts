import type { IDataObject } from 'n8n-workflow';

import { RADARO_KEY } from '../../../../sandbox/radaro/defaults';
import type { Run } from '../../../support/executeNode';
import { byExternalId, minimalJob, runRadaro } from '../../../support/radaro';
import { errorOf, type OperationOptions } from '../../../support/runOperation';
import { type Scripted, ScriptedServer } from '../../../support/scripted';

/** Answers that no page of Radaro's shows, and that must not be misread all the same. */
let server: ScriptedServer | undefined;
afterEach(async () => await server?.stop());

const runThere = async (
	operation: string,
	parameters: IDataObject,
	options: OperationOptions = {},
): Promise<Run> => await runRadaro(server?.url ?? '', operation, parameters, options);

type Job = IDataObject & { external_id: string };

/** A server that keeps jobs by their number, and says of what it does only what `answer` gives. */
async function keeping(
	answer: (sent: Job | Job[], kept: Map<string, Job>) => Scripted,
	shown: (job: Job) => unknown = (job) => job,
) {
	const kept = new Map<string, Job>();
	server = await ScriptedServer.start(({ method, path, body }) => {
		if (method === 'POST') return answer(body as Job | Job[], kept);
		const id = decodeURIComponent(path.split('/').at(-2) ?? '');
		const found = kept.get(id);
		return found === undefined
			? { status: 404, body: { detail: 'Not found.' } }
			: { body: shown(found) };
	});
	return kept;
}

/** Keeps jobs unless they are known already; those refused come back as complaints. */
function keep(sent: Job | Job[], kept: Map<string, Job>): IDataObject[] {
	return [sent].flat().map((job) => {
		if (kept.has(job.external_id)) return { external_id: ['This external_id exists already.'] };
		const stored = { ...job, order_id: 7000 + kept.size, created_at: new Date().toISOString() };
		kept.set(job.external_id, stored);
		return stored;
	});
}

const createMany = async (items: IDataObject[] = [{ id: 'B-0' }, { id: 'B-1' }, { id: 'B-2' }]) =>
	await runThere(
		'createMany',
		{ ...minimalJob(), options: { longestWait: 0 } },
		{ items, continueOnFail: true },
	);

const told = (run: Awaited<ReturnType<typeof createMany>>) =>
	run.items.map(({ json }) => json.error ?? json.reference);

describe('createMany, when all jobs are created, gives all of them for', () => {
	it.each<[string, (results: IDataObject[]) => unknown]>([
		['a list', (results) => results],
		['results', (results) => ({ count: results.length, results })],
		['data', (results) => ({ data: results })],
		['an object by index', (results) => ({ ...results })],
		['order numbers', (results) => results.map(({ order_id: id }) => id)],
		['External IDs', (results) => results.map(({ external_id: id }) => id)],
		['ids of another kind', (results) => results.map((_result, index) => ({ id: index }))],
		['nulls', (results) => results.map(() => null)],
		['a number', () => 3],
		['a count', () => ({ count: 3 })],
		['the first job only', (results) => results[0]],
		['a list in another order', (results) => [...results].reverse()],
		['an empty list', () => []],
		[
			'jobs without a number of Radaro, with lists of texts',
			(results) => results.map(({ external_id: id }) => ({ external_id: id, barcodes: ['93'] })),
		],
		[
			'jobs without any number',
			(results) => results.map(({ order_id: _id, external_id: _own, ...rest }) => rest),
		],
	])('%s', async (_form, present) => {
		const kept = await keeping((sent, jobs) => {
			const results = keep(sent, jobs);
			const refused = results.some(({ order_id: id }) => id === undefined);
			return refused && !Array.isArray(sent)
				? { status: 400, body: results[0] }
				: { status: 201, body: present(results) };
		});
		const run = await createMany();
		expect(told(run)).toEqual(['B-0', 'B-1', 'B-2']);
		expect(kept.size).toBe(3);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});
});

describe('createMany, when B-1 is refused, tells so for', () => {
	const refusal = { external_id: ['Not wanted.'] };
	it.each<[string, (results: IDataObject[]) => unknown]>([
		['a list', ([a, , c]) => [a, refusal, c]],
		[
			'errors beside created ones',
			([a, , c]) => ({ created: [a, c], errors: [{ external_id: 'B-1', detail: 'Not wanted.' }] }),
		],
		['an object by index', ([a, , c]) => ({ 0: a, 1: refusal, 2: c })],
		['data', ([a, , c]) => ({ data: [a, { errors: refusal }, c] })],
		['a list without it', ([a, , c]) => [a, c]],
		[
			'a job without number and with a message',
			([a, , c]) => [a, { order_id: null, success: false, message: 'Not wanted.' }, c],
		],
		[
			'a rejected list of another form',
			([a, , c]) => ({ created: [a, c], rejected: [{ external_id: 'B-1', reason: 'x' }] }),
		],
		[
			'an older job that stands in the way',
			([a, , c]) => [a, { external_id: 'B-1', order_id: 77, error: 'Exists already.' }, c],
		],
		[
			'lists that are not in order',
			([a, , c]) => ({
				created: [{ order_id: a?.order_id }, { order_id: c?.order_id }],
				errors: [{ detail: 'B-1 is bad' }],
			}),
		],
	])('%s', async (_form, present) => {
		const kept = await keeping((sent, jobs) => {
			const wanted = [sent].flat().filter(({ external_id: id }) => id !== 'B-1');
			const results = keep(wanted, jobs);
			if (!Array.isArray(sent))
				return results[0] ? { status: 201, body: results[0] } : { status: 400, body: refusal };
			return { status: 201, body: present([results[0] ?? {}, {}, results[1] ?? {}]) };
		});
		const run = await createMany();
		expect(told(run)).toEqual([
			'B-0',
			expect.stringMatching(/^Radaro did not accept job "B-1": .*Not wanted\./),
			'B-2',
		]);
		expect([...kept.keys()]).toEqual(['B-0', 'B-2']);
	});
});

it('createMany creates nothing it was told about with a good status and a complaint', async () => {
	await keeping(() => ({ status: 200, body: { success: false, detail: 'None was created.' } }));
	expect(told(await createMany())).toEqual(
		['B-0', 'B-1', 'B-2'].map((id) => `Radaro did not accept job "${id}": None was created.`),
	);
});

it.each<[string, (job: Job) => unknown]>([
	['a list of one', (job) => [job]],
	['results', (job) => ({ count: 1, results: [job] })],
])('createMany finds a job again that a look-up gives as %s', async (_form, shown) => {
	let lost = true;
	await keeping((sent, jobs) => {
		const results = keep(sent, jobs);
		if (!lost) return { status: 400, body: Array.isArray(sent) ? results : results[0] };
		lost = false;
		return { status: 502, body: '<html><title>Bad Gateway</title></html>' };
	}, shown);
	expect(told(await createMany())).toEqual(['B-0', 'B-1', 'B-2']);
});

it('createMany finds a job again whose customer and address were rewritten', async () => {
	let lost = true;
	await keeping((sent, jobs) => {
		const rewritten = [sent].flat().map((job) => ({
			...job,
			customer: { name: 'TOM  OKAFOR' },
			deliver_address: { address: '14 Banksia Street' },
		}));
		const results = keep(rewritten, jobs);
		if (!lost) return { status: 400, body: Array.isArray(sent) ? results : results[0] };
		lost = false;
		return { status: 502, body: '<html><title>Bad Gateway</title></html>' };
	});
	expect(told(await createMany())).toEqual(['B-0', 'B-1', 'B-2']);
});

it('createMany keeps what was created when a later answer is beyond reading', async () => {
	let calls = 0;
	const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
	await keeping((sent, jobs) => {
		calls++;
		return calls === 1 ? { status: 201, body: keep(sent, jobs) } : { status: 400, body: nested };
	});
	const run = await runThere(
		'createMany',
		{ ...minimalJob(), batchSize: 2 },
		{ items: [{ id: 'B-0' }, { id: 'B-1' }, { id: 'B-2' }] },
	);
	expect(told(run).slice(0, 2)).toEqual(['B-0', 'B-1']);
	expect(told(run)[2]).toMatch(/^Radaro did not accept job "B-2"/);
});

it('createMany says that it does not know, when a lost answer is followed by too many requests', async () => {
	let calls = 0;
	await keeping(() => (calls++ === 0 ? { status: 500 } : { status: 429 }));
	expect(new Set(told(await createMany()))).toEqual(
		new Set(['Radaro may have created this job, but that is not certain']),
	);
});

it.each(['.', '..', 'x\ud800'])(
	'refuses the External ID %j, which no look-up could find',
	async (id) => {
		await keeping((sent, jobs) => ({ status: 201, body: keep(sent, jobs) }));
		const run = await createMany([{ id: 'B-0' }, { id }]);
		expect(told(run)).toEqual([
			'B-0',
			expect.stringMatching(/^The "External ID" ".*" could not be looked up later\./),
		]);
	},
);

it('sends an External ID without blanks around it', async () => {
	const kept = await keeping((sent, jobs) => ({ status: 201, body: keep(sent, jobs) }));
	expect(told(await createMany([{ id: ' A ' }, { id: 'A' }]))).toEqual([
		'A',
		'The External ID "A" is used by an earlier item as well. Each job needs its own.',
	]);
	expect([...kept.keys()]).toEqual(['A']);
});

it('createMany does not take a web page of an unusual kind for a good answer', async () => {
	await keeping(() => ({ status: 200, body: '<script>location="/login"</script>' }));
	expect(new Set(told(await createMany()))).toEqual(
		new Set(['Radaro may have created this job, but that is not certain']),
	);
});

it('createMany gives up look-ups that get no answer', async () => {
	let calls = 0;
	server = await ScriptedServer.start(({ method }) => {
		if (method === 'GET') return { status: 500 };
		return calls++ === 0
			? { status: 500 }
			: {
					status: 400,
					body: Array.from({ length: 50 }, () => ({ external_id: ['Exists already.'] })),
				};
	});
	const run = await createMany(
		Array.from({ length: 50 }, (_value, index) => ({ id: `B-${index}` })),
	);
	expect(new Set(told(run))).toEqual(
		new Set(['Radaro may have created this job, but that is not certain']),
	);
	expect(server.asked).toHaveLength(4);
});

it('createMany does not say that a job was not sent when it was', async () => {
	let calls = 0;
	await keeping(() => (calls++ === 0 ? { status: 201, body: { state: 'ok' } } : { status: 500 }));
	const run = await createMany(
		Array.from({ length: 5 }, (_value, index) => ({ id: `B-${index}` })),
	);
	expect(new Set(told(run))).toEqual(
		new Set(['Radaro may have created this job, but that is not certain']),
	);
});

it('createMany keeps what was created by an answer that is a refusal as a whole', async () => {
	await keeping((sent, jobs) => {
		const results = [sent]
			.flat()
			.map((job) =>
				job.external_id === 'B-1' ? { deliver_address: ['Not found.'] } : keep(job, jobs)[0],
			);
		return { status: 400, body: Array.isArray(sent) ? results : results[0] };
	});
	expect(told(await createMany())).toEqual([
		'B-0',
		'Radaro did not accept job "B-1": deliver_address: Not found.',
		'B-2',
	]);
});

it('createMany blames the jobs that a refusal names, not those that stand in their place', async () => {
	await keeping((sent) => ({
		status: 400,
		body: Array.isArray(sent)
			? [{ external_id: 'B-1', detail: 'one' }, { external_id: 'B-0', detail: 'zero' }, {}]
			: { detail: 'two' },
	}));
	expect(told(await createMany())).toEqual([
		'Radaro did not accept job "B-0": zero',
		'Radaro did not accept job "B-1": one',
		'Radaro did not accept job "B-2": two',
	]);
});

describe('one job', () => {
	const answering = async (answer: Scripted) => {
		server = await ScriptedServer.start(() => answer);
	};

	it('is not created by a good status that complains', async () => {
		await answering({ status: 200, body: { error: 'Not created' } });
		const { message } = await errorOf(runThere('create', minimalJob('A-1')));
		expect(message).toBe('Radaro did not accept job "A-1": Not created');
	});

	it.each<[string, Scripted]>([
		['a word of failure', { status: 200, body: { success: false, message: 'Invalid address' } }],
		['messages per field', { status: 200, body: { customer: { name: ['required'] } } }],
	])('is not created by a good status with %s', async (_what, answer) => {
		await answering(answer);
		const { message } = await errorOf(runThere('create', minimalJob('A-1')));
		expect(message).toMatch(/^Radaro did not accept job "A-1": /);
	});

	it.each<[string, Scripted]>([
		[
			'warnings beside it',
			{ status: 201, body: { results: [{ order_id: 5, external_id: 'A-1' }], warnings: ['x'] } },
		],
		['lists of texts in it', { status: 201, body: { external_id: 'A-1', barcodes: ['93'] } }],
	])('is created with %s', async (_what, answer) => {
		await answering(answer);
		const run = await runThere('create', minimalJob('A-1'));
		expect(run.items[0]?.json.reference).toBe('A-1');
	});

	it('is not deleted by a good status that complains', async () => {
		await answering({ status: 200, body: { error: 'It was delivered.' } });
		const { message } = await errorOf(runThere('delete', byExternalId('A-1')));
		expect(message).toBe('Radaro did not accept the deletion of this job: It was delivered.');
	});

	it('keeps its words when a secret is short', async () => {
		await answering({
			body: { order_id: 1, external_id: 'order-1', customer: { name: 'Tom' } },
		});
		const short = { credential: { apiKey: 'order' } };
		const run = await runThere('get', byExternalId('order-1'), short);
		expect(run.items[0]?.json).toMatchObject({
			jobId: '1',
			reference: 'order-1',
			recipientName: 'Tom',
		});
	});

	it.each<[string, Scripted]>([
		['nothing', { status: 204 }],
		['something else', { status: 200, body: { state: 'ok' } }],
	])('is not made up when the answer is %s', async (_what, answer) => {
		await answering(answer);
		const { message } = await errorOf(runThere('get', byExternalId('A-1')));
		expect(message).toBe('Radaro answered without the job with the External ID "A-1"');
	});
});

describe('the API key never shows', () => {
	const link = `https://api.radaro.com.au/x/?key=${RADARO_KEY}&page=2`;
	it.each<[string, string, Scripted]>([
		[
			'a refusal that cuts it in two',
			'create',
			{ status: 400, body: { detail: `${'x'.repeat(480)} ${link}` } },
		],
		['a created job as text', 'create', { status: 201, body: `Created, see ${link}` }],
		[
			'a job with its own address',
			'create',
			{ status: 201, body: { order_id: 1, external_id: 'A-1', self: link } },
		],
		[
			'a link to the next page',
			'get',
			{ body: { next: link, results: [{ order_id: 1 }, { order_id: 2 }] } },
		],
		['a key of an object', 'get', { body: { order_id: 1, [link]: true } }],
	])('in %s', async (_what, operation, answer) => {
		server = await ScriptedServer.start(() => answer);
		const parameters = { ...minimalJob('A-1'), ...byExternalId('A-1'), simplify: false };
		const run = await runThere(operation, parameters, { continueOnFail: true });
		const error = run.items[0]?.error;
		const shown = JSON.stringify([
			run.items,
			error?.message,
			error && 'description' in error ? error.description : '',
		]);
		for (let length = 9; length <= RADARO_KEY.length; length += 9) {
			expect(shown).not.toContain(RADARO_KEY.slice(0, length));
		}
	});
});

describe('a list', () => {
	const jobs = (page: number) =>
		Array.from({ length: 100 }, (_value, index) => ({ order_id: page * 1000 + index }));
	const read = async (
		answer: (page: number) => Scripted,
		parameters: IDataObject = { returnAll: true },
	) => {
		server = await ScriptedServer.start(({ query }) => answer(Number(query.get('page') ?? 1)));
		return await runThere('getMany', parameters);
	};
	const unknownRest =
		'Radaro may have more than it gave. It does not document how to read further pages.';

	it.each<[string, (page: number) => Scripted, number, string[]]>([
		['a bare list of two full pages', (page) => ({ body: page < 3 ? jobs(page) : [] }), 200, []],
		[
			'a link to a next page without a count',
			(page) => ({
				body: { results: jobs(page).slice(0, 10), next: page < 3 ? 'https://x/?page=9' : null },
			}),
			30,
			[],
		],
		['a full bare list that always repeats', () => ({ body: jobs(1) }), 100, [unknownRest]],
		[
			'a refusal to turn the page',
			(page) =>
				page === 1
					? { body: { count: 150, results: jobs(1) } }
					: { status: 400, body: { detail: 'Unknown parameter: page' } },
			100,
			['Radaro counts 50 more than it gave. It does not document how to read further pages.'],
		],
		['an empty answer', () => ({ status: 204 }), 0, []],
		[
			'a count, followed by nothing',
			(page) => (page === 1 ? { body: { count: 150, results: jobs(1) } } : { status: 204 }),
			100,
			['Radaro counts 50 more than it gave. It does not document how to read further pages.'],
		],
		[
			'a count per page and links',
			(page) => ({
				body: { count: 100, results: jobs(page), next: page < 3 ? 'https://x/' : null },
			}),
			300,
			[],
		],
	])('of %s', async (_what, answer, count, hints) => {
		const run = await read(answer);
		expect(run.items).toHaveLength(count);
		expect(run.hints.map(({ message }) => message)).toEqual(hints);
	});

	it('that never ends is left after a thousand pages', async () => {
		let serial = 0;
		const run = await read(() => ({
			body: { count: 1_000_000, results: [{ order_id: serial++ }] },
		}));
		expect(run.items).toHaveLength(1000);
		expect(run.hints).toHaveLength(1);
	});

	it('keeps jobs apart whose numbers are too long for a number', async () => {
		const body = `{"count": 2, "results": [
			{"order_id": 9007199254740992, "title": "A"},
			{"order_id": 9007199254740993, "title": "B"}
		]}`;
		const run = await read(() => ({ body }));
		expect(run.items.map(({ json }) => [json.jobId, json.orderNumber])).toEqual([
			['9007199254740992', 'A'],
			['9007199254740993', 'B'],
		]);
	});

	it('whose second page breaks down is an error, not half a list', async () => {
		const answer = (page: number): Scripted =>
			page === 1 ? { body: { count: 150, results: jobs(1) } } : { status: 500 };
		expect((await errorOf(read(answer))).message).toBe('Radaro is not able to answer right now');
	});
});
