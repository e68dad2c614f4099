import type { IDataObject } from 'n8n-workflow';

import { minimalJob, runDetrack } from '../../../support/detrack';
import { errorOf } from '../../../support/runOperation';
import { type Asked, type Scripted, ScriptedServer } from '../../../support/scripted';

/** Answers that Detrack does not document, and that must not be misread all the same. */
let server: ScriptedServer | undefined;
afterEach(async () => await server?.stop());

async function answering(answer: (asked: Asked) => Scripted): Promise<void> {
	server = await ScriptedServer.start(answer);
}

const run = async (operation: string, parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runDetrack(
		server?.url ?? '',
		operation,
		{ options: { longestWait: 0 }, ...parameters },
		{ items, continueOnFail: true },
	);

const told = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json }) => json.error ?? json.reference);

/** The job of each item by its whole key, which is not looked up. */
const EACH = { doNumber: '={{ $json.id }}', which: { date: '2099-03-03', type: 'Delivery' } };

const sentJobs = ({ body }: Asked): IDataObject[] => (body as { data: IDataObject[] }).data;

const THREE = [{ id: 'B-0' }, { id: 'B-1' }, { id: 'B-2' }];
const refusal = (data: unknown, errors: unknown): Scripted => ({
	status: 422,
	body: { code: 'validation_failed', message: 'Validation failed', data, errors },
});
const taken = { field: 'do_number', codes: ['is already taken'] };

describe('createMany reads a partial answer', () => {
	it('in any order', async () => {
		await answering((asked) => {
			const [a, b, c] = sentJobs(asked);
			return refusal([c, a], [{ ...b, errors: [taken] }]);
		});
		expect(told(await run('createMany', minimalJob(), THREE))).toEqual([
			'B-0',
			'Detrack did not accept job "B-1": do_number is already taken',
			'B-2',
		]);
	});

	it('in which the refused jobs are told by number alone', async () => {
		await answering((asked) => {
			const [a, b, c] = sentJobs(asked);
			return refusal([a, c], [{ do_number: b?.do_number, ...taken }]);
		});
		expect(told(await run('createMany', minimalJob(), THREE))[1]).toBe(
			'Detrack did not accept job "B-1": do_number is already taken',
		);
	});

	it('with several complaints of one job', async () => {
		const weight = { field: 'weight', codes: ['not_a_number', 'cannot be blank'] };
		await answering((asked) => refusal([], [{ ...sentJobs(asked)[0], errors: [taken, weight] }]));
		expect(told(await run('createMany', minimalJob('B-0')))).toEqual([
			'Detrack did not accept job "B-0": do_number is already taken; weight not_a_number, cannot be blank',
		]);
	});

	it('that leaves a job out: it is asked for again alone', async () => {
		await answering((asked) => {
			const jobs = sentJobs(asked);
			return jobs.length === 1 ? { body: { data: jobs } } : refusal(jobs.slice(0, 2), []);
		});
		expect(told(await run('createMany', minimalJob(), THREE))).toEqual(['B-0', 'B-1', 'B-2']);
		expect(server?.asked.map((asked) => sentJobs(asked).length)).toEqual([3, 1]);
	});

	it('that may be about either of two jobs with one number', async () => {
		await answering((asked) => {
			const jobs = sentJobs(asked);
			if (jobs.length > 1) return refusal([], [{ do_number: 'X', ...taken }]);
			const [job] = jobs;
			return job?.date === '2099-03-04'
				? refusal([], [{ do_number: 'X', errors: [taken] }])
				: { body: { data: jobs } };
		});
		// An older job, so that looking up the second one finds somebody else's.
		const items = [{ date: '2099-03-03' }, { date: '2099-03-04' }];
		const result = await run(
			'createMany',
			{ ...minimalJob('X'), date: '={{ $json.date }}' },
			items,
		);
		expect(result.items[0]?.json.reference).toBe('X');
		expect(result.items[1]?.json.error).toBe(
			'Detrack did not accept job "X": do_number is already taken',
		);
	});

	it('with a good status that complains all the same', async () => {
		await answering((asked) => ({
			body: { data: [], errors: [{ ...sentJobs(asked)[0], errors: [taken] }] },
		}));
		expect(told(await run('createMany', minimalJob('B-0')))).toEqual([
			'Detrack did not accept job "B-0": do_number is already taken',
		]);
	});
});

it('createMany halves a batch that is refused as a whole', async () => {
	await answering((asked) => {
		const jobs = sentJobs(asked);
		const isBad = jobs.some(({ do_number: number }) => number === 'B-1');
		return isBad ? { status: 400, body: { message: 'Bad request' } } : { body: { data: jobs } };
	});
	expect(told(await run('createMany', minimalJob(), THREE))).toEqual([
		'B-0',
		'Detrack did not accept job "B-1": Bad request',
		'B-2',
	]);
});

describe('a refusal of everything that names no job', () => {
	const update = { ...EACH, updateFields: { zone: 'North' } };

	it.each<[string, number, string, IDataObject]>([
		['createMany', 403, 'forbidden', minimalJob()],
		['createMany', 404, 'not_found', minimalJob()],
		['updateMany', 403, 'forbidden', update],
	])('ends %s at %i %s, since no job can help it', async (operation, status, code, parameters) => {
		await answering(() => ({ status, body: { code, message: 'No' } }));
		const { items } = await run(operation, parameters, THREE);
		expect(items.map(({ json }) => typeof json.error)).toEqual(['string', 'string', 'string']);
		expect(server?.asked).toHaveLength(1);
	});

	it.each<[string, number, string, IDataObject]>([
		['updateMany', 404, 'not_found', update],
		['deleteMany', 404, 'not_found', EACH],
		['deleteMany', 403, 'forbidden', EACH],
	])('looks for the job to blame in %s at %i %s', async (operation, status, code, parameters) => {
		await answering((asked) => {
			const jobs = sentJobs(asked);
			const isBad = jobs.some(({ do_number: number }) => number === 'B-1');
			return isBad
				? { status, body: { code, message: 'No' } }
				: {
						body: { data: jobs.map(({ do_number: number }) => ({ do_number: number, ok: true })) },
					};
		});
		const { items } = await run(operation, parameters, THREE);
		expect(items.map(({ json }) => json.reference ?? typeof json.error)).toEqual([
			'B-0',
			'string',
			'B-2',
		]);
	});
});

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
	'a code that is called %s is a code like any other',
	async (code) => {
		await answering(() => ({ status: 422, body: { code, message: 'Not this way' } }));
		expect(told(await run('create', minimalJob('B-0')))).toEqual([
			'Detrack did not accept job "B-0": Not this way',
		]);
	},
);

describe('updateMany', () => {
	const update = { ...EACH, updateFields: { zone: 'North' } };

	it.each([
		['a good list', (ok: unknown[]) => ({ body: { data: ok } })],
		['a nested good list', (ok: unknown[]) => ({ body: { data: { data: ok } } })],
	])('reads %s', async (_what, form) => {
		await answering((asked) =>
			form(sentJobs(asked).map(({ do_number: number }) => ({ do_number: number, ok: true }))),
		);
		expect(told(await run('updateMany', update, THREE))).toEqual(['B-0', 'B-1', 'B-2']);
	});

	it('takes a job that is not ok for refused, also without a reason', async () => {
		await answering((asked) => ({
			status: 422,
			body: {
				data: sentJobs(asked).map(({ do_number: number }) => ({
					do_number: number,
					ok: number !== 'B-1',
				})),
			},
		}));
		expect(told(await run('updateMany', update, THREE))).toEqual([
			'B-0',
			'Detrack did not accept the change of job "B-1"',
			'B-2',
		]);
	});
});

describe('a list', () => {
	const jobs = (from: number, count: number) =>
		Array.from({ length: count }, (_value, index) => ({
			id: `id-${from + index}`,
			do_number: `N-${from + index}`,
		}));
	const page = ({ query }: Asked) => Number(query.get('page'));

	it('with smaller pages than asked for is read by its links', async () => {
		await answering((asked) => ({
			body: {
				data: jobs(page(asked) * 25, 25),
				links: { next: page(asked) < 3 ? 'https://elsewhere.example/?page=9' : null },
			},
		}));
		expect((await run('getMany', { returnAll: true })).items).toHaveLength(75);
		expect(server?.asked.map(page)).toEqual([1, 2, 3]);
	});

	it('without links ends at a page that is not full', async () => {
		await answering((asked) => ({
			body: { data: jobs(page(asked) * 100, page(asked) < 3 ? 100 : 7) },
		}));
		expect((await run('getMany', { returnAll: true })).items).toHaveLength(207);
	});

	it('that turns no pages says that there may be more', async () => {
		await answering(() => ({
			body: { data: jobs(0, 100), links: { next: 'https://x.example/2' } },
		}));
		const { items, hints } = await run('getMany', { returnAll: true });
		expect(items).toHaveLength(100);
		expect(hints.map(({ message }) => message)).toEqual([
			'Detrack may have more than it gave: its pages began to repeat.',
		]);
	});

	it('that ends before its total says how many are missing', async () => {
		await answering((asked) => ({
			body: {
				data: page(asked) === 1 ? jobs(0, 100) : [],
				links: { next: null },
				total_count: page(asked) === 1 ? 250 : 0,
			},
		}));
		const missing = async (parameters: object) =>
			(await run('getMany', { ...parameters })).hints.map(({ message }) => message);
		expect(await missing({ returnAll: true })).toEqual([
			'Detrack counts 150 more than it gave: its list ended before they came.',
		]);
		expect(await missing({ returnAll: false, limit: 100 })).toEqual([]);
	});

	it('gives a job that moved to the next page only once', async () => {
		await answering((asked) => ({
			body: { data: page(asked) === 1 ? jobs(0, 100) : jobs(99, 20) },
		}));
		expect((await run('getMany', { returnAll: true })).items).toHaveLength(119);
	});

	it.each([[{ data: { id: 1 } }], [{ data: ['A-1'] }], [{ jobs: [] }], ['plain text']])(
		'is not %j',
		async (body) => {
			await answering(() => ({ body }));
			expect(told(await run('getMany', { returnAll: true }))).toEqual([
				'Detrack answered with something that is not a list',
			]);
		},
	);
});

it('get gives numbers and lists of odd types in the job columns', async () => {
	await answering(() => ({
		body: { data: { id: 7, do_number: 48310, status: 'brand_new', items: 'none', attempt: '2' } },
	}));
	const job = { job: { __rl: true, mode: 'doNumber', value: '48310' } };
	expect((await run('get', job)).items[0]?.json).toMatchObject({
		reference: '48310',
		status: 'unknown',
		providerStatus: 'brand_new',
		attempt: 2,
		items: [],
	});
});

it('an export without an address of its status is told', async () => {
	await answering(() => ({ body: { data: {} } }));
	const parameters = { jobs: 'several', doNumbers: 'A-1' };
	const failed = runDetrack(server?.url ?? '', 'downloadDocument', parameters);
	expect((await errorOf(failed)).message).toBe('Detrack did not say where the export is');
});
