import { sendFirsts, sendInBatches } from '../../../../nodes/shared/action/batch';
import type { BatchAnswer, BatchSender } from '../../../../nodes/shared/action/batchSender';

type Sender = BatchSender<string, string, string>;
type Reply = (jobs: string[]) => BatchAnswer<string, string>;

const words = {
	notSent: (last: string) => `not sent: ${last}`,
	notMentioned: () => 'not mentioned',
	notSure: (last: string) => `not sure: ${last}`,
	unexpected: (error: unknown) => `unexpected: ${String(error)}`,
};

const done: Reply = (jobs) => ({
	kind: 'answered',
	answers: jobs.map((job) => ({ result: `${job} done` })),
});
const lost: Reply = () => ({ kind: 'lost', failure: 'lost' });
const stopped: Reply = () => ({ kind: 'stopped', failure: 'stopped' });
/** Refuses all; without a name, nobody is told who is to blame. */
const refusedFor =
	(...blamed: string[]): Reply =>
	(jobs) => ({
		kind: 'refused',
		failure: 'refused',
		reasons: jobs.map((job) => (blamed.includes(job) ? `${job} is bad` : undefined)),
	});
const leavingOut =
	(...missing: string[]): Reply =>
	(jobs) => ({
		kind: 'answered',
		answers: jobs.map((job) => (missing.includes(job) ? undefined : { result: `${job} done` })),
	});
const failing =
	(...failed: string[]): Reply =>
	(jobs) => ({
		kind: 'answered',
		answers: jobs.map((job) =>
			failed.includes(job) ? { failure: `${job} failed` } : { result: `${job} done` },
		),
	});
/** A vendor that takes all jobs but these, and does not say which it minds. */
const minding =
	(...bad: string[]): Reply =>
	(jobs) =>
		jobs.some((job) => bad.includes(job)) ? refusedFor()(jobs) : done(jobs);

/**
 * Sends jobs of one letter each to a sender that gives one reply per request, the last one also to
 * all further requests. No job is found by a look-up unless `more` says so.
 */
async function send(jobs: string, size: number, replies: Reply[], more: Partial<Sender> = {}) {
	const sent: string[] = [];
	const lookedUp: string[] = [];
	const outcome = await sendInBatches([...jobs], size, {
		async send(batch) {
			const reply = replies[Math.min(sent.length, replies.length - 1)] ?? lost;
			sent.push(batch.join(''));
			return reply(batch);
		},
		...words,
		...more,
		async recover(job) {
			lookedUp.push(job);
			return await more.recover?.(job);
		},
	});
	return { outcome, sent, lookedUp };
}

/** Look-ups that find these jobs, and get no answer for those. */
const finding = (found: string, unanswered = ''): Partial<Sender> => ({
	async recover(job) {
		if (unanswered.includes(job)) throw new Error('no answer');
		return found.includes(job) ? `${job} found` : undefined;
	},
});

describe('jobs', () => {
	it('go in as few requests as the size allows', async () => {
		expect(await send('abcde', 2, [done])).toEqual({
			outcome: ['a done', 'b done', 'c done', 'd done', 'e done'],
			sent: ['ab', 'cd', 'e'],
			lookedUp: [],
		});
	});

	it.each([
		[2.9, ['ab', 'c']],
		[0.5, ['a', 'b', 'c']],
		[0, ['a', 'b', 'c']],
		[-3, ['a', 'b', 'c']],
	])('are cut by whole numbers, also for a size of %p', async (size, sent) => {
		expect((await send('abc', size, [done])).sent).toEqual(sent);
	});

	it('that are none are not sent', async () => {
		expect(await send('', 2, [done])).toEqual({ outcome: [], sent: [], lookedUp: [] });
	});

	it('get their results in their order, whatever the order of the requests', async () => {
		const { outcome, sent } = await send('abcdef', 3, [
			leavingOut('a', 'b'),
			failing('b'),
			done,
			refusedFor('e'),
			done,
		]);
		expect(sent).toEqual(['abc', 'b', 'a', 'def', 'df']);
		expect(outcome).toEqual(['a done', 'b failed', 'c done', 'd done', 'e is bad', 'f done']);
	});

	it('fail one by one where the answer says so, without a look-up', async () => {
		expect(await send('abc', 3, [failing('b')], finding('b'))).toEqual({
			outcome: ['a done', 'b failed', 'c done'],
			sent: ['abc'],
			lookedUp: [],
		});
	});

	it('may be thousands, of which a few are bad', async () => {
		const jobs = Array.from({ length: 5000 }, (_value, index) => `job ${index}`);
		let requests = 0;
		const outcome = await sendInBatches<string, string, string>(jobs, 100, {
			async send(batch) {
				requests++;
				return minding('job 0', 'job 1000', 'job 2000', 'job 3000', 'job 4000')(batch);
			},
			...words,
			recover: async () => undefined,
		});
		expect(outcome).toHaveLength(5000);
		expect(outcome.flatMap((text, at) => (text === `job ${at} done` ? [] : [[at, text]]))).toEqual([
			[0, 'refused'],
			[1000, 'refused'],
			[2000, 'refused'],
			[3000, 'refused'],
			[4000, 'refused'],
		]);
		// 50 batches; in five of them seven cuts, from 100 down to 1, with two requests each.
		expect(requests).toBe(120);
	});
});

describe('a refused batch', () => {
	it('is sent in halves until the job to blame is alone', async () => {
		expect(await send('abcdefgh', 8, [minding('a')])).toEqual({
			outcome: ['refused', ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((job) => `${job} done`)],
			sent: ['abcdefgh', 'abcd', 'ab', 'a', 'b', 'cd', 'efgh'],
			lookedUp: [],
		});
	});

	it('of an odd number has the larger half first', async () => {
		const { sent } = await send('abcde', 5, [minding('e')]);
		expect(sent).toEqual(['abcde', 'abc', 'de', 'd', 'e']);
	});

	it('is settled before the next batch', async () => {
		const { sent } = await send('abcd', 2, [minding('a')]);
		expect(sent).toEqual(['ab', 'a', 'b', 'cd']);
	});

	it('is sent again at once without those that are named', async () => {
		expect(await send('abcde', 5, [refusedFor('b', 'd'), done])).toEqual({
			outcome: ['a done', 'b is bad', 'c done', 'd is bad', 'e done'],
			sent: ['abcde', 'ace'],
			lookedUp: [],
		});
	});

	it('is not sent again when all are named', async () => {
		const { outcome, sent } = await send('ab', 2, [refusedFor('a', 'b')]);
		expect(outcome).toEqual(['a is bad', 'b is bad']);
		expect(sent).toEqual(['ab']);
	});

	it('may be refused again for others', async () => {
		const { outcome, sent } = await send('abc', 3, [refusedFor('a'), refusedFor('b'), done]);
		expect(outcome).toEqual(['a is bad', 'b is bad', 'c done']);
		expect(sent).toEqual(['abc', 'bc', 'c']);
	});

	it('of one job blames it, by its name if it has one', async () => {
		const { outcome } = await send('ab', 1, [refusedFor(), refusedFor('b')]);
		expect(outcome).toEqual(['refused', 'b is bad']);
	});
});

describe('a refused batch that may have been applied in part', () => {
	const partlyRefused =
		(...blamed: string[]): Reply =>
		(jobs) =>
			({ ...refusedFor(...blamed)(jobs), mayBePartial: true }) as ReturnType<Reply>;

	it('has what fails when it is sent again looked up, but not those to blame', async () => {
		const replies = [partlyRefused('b'), failing('a', 'c')];
		expect(await send('abcd', 4, replies, finding('ab'))).toEqual({
			outcome: ['a found', 'b is bad', 'c failed', 'd done'],
			sent: ['abcd', 'acd'],
			lookedUp: ['a', 'c'],
		});
	});

	it('has its halves looked up as well', async () => {
		const replies = [partlyRefused(), failing('a', 'b'), failing('d')];
		expect(await send('abcd', 4, replies, finding('ad'))).toEqual({
			outcome: ['a found', 'b failed', 'c done', 'd found'],
			sent: ['abcd', 'ab', 'cd'],
			lookedUp: ['a', 'b', 'd'],
		});
	});

	it('is still sent once more where the next answer is lost', async () => {
		const { outcome, sent } = await send('abc', 3, [partlyRefused('a'), lost, done]);
		expect(outcome).toEqual(['a is bad', 'b done', 'c done']);
		expect(sent).toEqual(['abc', 'bc', 'bc']);
	});

	it('leaves it open what became of it after an answer that ends the sending', async () => {
		const { outcome } = await send('abc', 2, [partlyRefused('a'), stopped]);
		expect(outcome).toEqual(['a is bad', 'not sure: stopped', 'stopped']);
	});
});

describe('jobs that an answer leaves out', () => {
	it('are sent again, each alone', async () => {
		expect(await send('abcd', 4, [leavingOut('b', 'd'), done])).toEqual({
			outcome: ['a done', 'b done', 'c done', 'd done'],
			sent: ['abcd', 'd', 'b'],
			lookedUp: [],
		});
	});

	it('are those at the end of an answer that is too short', async () => {
		const short: Reply = () => ({ kind: 'answered', answers: [{ result: 'a done' }] });
		const { outcome, sent } = await send('ab', 2, [short, done]);
		expect(outcome).toEqual(['a done', 'b done']);
		expect(sent).toEqual(['ab', 'b']);
	});

	it('are looked up where they fail alone, since the first request may have applied them', async () => {
		const replies = [leavingOut('a', 'b'), failing('a', 'b')];
		expect(await send('ab', 2, replies, finding('b'))).toEqual({
			outcome: ['a failed', 'b found'],
			sent: ['ab', 'b', 'a'],
			lookedUp: ['b', 'a'],
		});
	});

	it.each([
		['found', finding('a'), 'a found'],
		['not found', finding(''), 'not mentioned'],
		['not answered', finding('', 'a'), 'not sure: not mentioned'],
	])('also alone are looked up: %s', async (_what, more, outcome) => {
		expect(await send('a', 1, [leavingOut('a')], more)).toEqual({
			outcome: [outcome],
			sent: ['a'],
			lookedUp: ['a'],
		});
	});

	it('are only looked up where they may not be sent again', async () => {
		const more = { ...finding('b'), mayRepeat: (job: string) => job === 'c' };
		expect(await send('abc', 3, [leavingOut('a', 'b', 'c'), done], more)).toEqual({
			outcome: ['not mentioned', 'b found', 'c done'],
			sent: ['abc', 'c'],
			lookedUp: ['a', 'b'],
		});
	});
});

describe('a lost answer', () => {
	it('has its batch sent once more', async () => {
		expect(await send('abc', 2, [lost, done])).toEqual({
			outcome: ['a done', 'b done', 'c done'],
			sent: ['ab', 'ab', 'c'],
			lookedUp: [],
		});
	});

	it('is made good for by looking up what then fails', async () => {
		const replies = [lost, failing('a', 'b', 'c')];
		expect(await send('abcd', 4, replies, finding('a', 'b'))).toEqual({
			outcome: ['a found', 'not sure: b failed', 'c failed', 'd done'],
			sent: ['abcd', 'abcd'],
			lookedUp: ['a', 'b', 'c'],
		});
	});

	it('is remembered of the parts of a batch that is then refused', async () => {
		const replies = [lost, refusedFor('a'), refusedFor(), refusedFor(), done];
		expect(await send('abc', 3, replies, finding('ab'))).toEqual({
			outcome: ['a found', 'b found', 'c done'],
			sent: ['abc', 'abc', 'bc', 'b', 'c'],
			lookedUp: ['a', 'b'],
		});
	});

	it('twice in a row ends the sending', async () => {
		expect(await send('abcdef', 2, [done, lost])).toEqual({
			outcome: [
				'a done',
				'b done',
				'not sure: lost',
				'not sure: lost',
				'not sent: lost',
				'not sent: lost',
			],
			sent: ['ab', 'cd', 'cd'],
			lookedUp: [],
		});
	});

	it('twice, but not in a row, does not', async () => {
		const { outcome, sent } = await send('abcd', 2, [lost, done, lost, done]);
		expect(outcome).toEqual(['a done', 'b done', 'c done', 'd done']);
		expect(sent).toEqual(['ab', 'ab', 'cd', 'cd']);
	});

	it('after one before, with a refusal between them, gives up only its own jobs', async () => {
		const { outcome, sent } = await send('abcd', 2, [lost, refusedFor(), lost, done]);
		expect(outcome).toEqual(['not sure: lost', 'b done', 'c done', 'd done']);
		expect(sent).toEqual(['ab', 'ab', 'a', 'b', 'cd']);
	});

	it('does not say of jobs that were sent before that they were not sent', async () => {
		const { outcome, sent } = await send('abcde', 4, [leavingOut('b', 'c', 'd'), lost]);
		expect(sent).toEqual(['abcd', 'd', 'c']);
		expect(outcome).toEqual([
			'a done',
			'not sure: lost',
			'not sure: lost',
			'not sure: lost',
			'not sent: lost',
		]);
	});

	it('is what an exception counts as, which hides nothing that was done before', async () => {
		const broken: Reply = () => {
			throw new Error('too deep');
		};
		const { outcome, sent } = await send('abc', 1, [done, broken]);
		expect(outcome).toEqual([
			'a done',
			'not sure: unexpected: Error: too deep',
			'not sent: unexpected: Error: too deep',
		]);
		expect(sent).toEqual(['a', 'b', 'b']);
	});

	it('has nothing sent again that may not be', async () => {
		const more = { mayRepeat: (job: string) => job !== 'b' };
		expect(await send('abcd', 3, [lost, done], more)).toEqual({
			outcome: ['a done', 'not sure: lost', 'c done', 'd done'],
			sent: ['abc', 'ac', 'd'],
			lookedUp: [],
		});
	});
});

describe('a lost answer, where a whole batch can be looked up', () => {
	const findingAll = (found: string): Partial<Sender> => ({
		recoverMany: async (jobs) =>
			jobs.map((job) => (found.includes(job) ? `${job} found` : undefined)),
	});

	it('has only those sent again that are not found', async () => {
		const { outcome, sent } = await send('abcd', 4, [lost, done], findingAll('bd'));
		expect(outcome).toEqual(['a done', 'b found', 'c done', 'd found']);
		expect(sent).toEqual(['abcd', 'ac']);
	});

	it('has nothing sent again when all are found', async () => {
		const { outcome, sent } = await send('abc', 2, [lost, done], findingAll('ab'));
		expect(outcome).toEqual(['a found', 'b found', 'c done']);
		expect(sent).toEqual(['ab', 'c']);
	});

	it('gives up those that are not found and may not be sent again', async () => {
		const more = { ...findingAll('a'), mayRepeat: (job: string) => job === 'c' };
		const { outcome, sent } = await send('abc', 3, [lost, done], more);
		expect(outcome).toEqual(['a found', 'not sure: lost', 'c done']);
		expect(sent).toEqual(['abc', 'c']);
	});

	it('gives up its jobs when the look-up is lost, too, and goes on with the next batch', async () => {
		const more = { recoverMany: () => Promise.reject(new Error('no answer')) };
		const { outcome, sent } = await send('abcd', 2, [lost, done], more);
		expect(outcome).toEqual(['not sure: lost', 'not sure: lost', 'c done', 'd done']);
		expect(sent).toEqual(['ab', 'cd']);
	});

	it('ends the sending at the next one, which may have been applied, too', async () => {
		const more = { recoverMany: () => Promise.reject(new Error('no answer')) };
		const { outcome, sent } = await send('abc', 1, [lost], more);
		expect(outcome).toEqual(['not sure: lost', 'not sure: lost', 'not sent: lost']);
		expect(sent).toEqual(['a', 'b']);
	});
});

describe('look-ups that get no answer', () => {
	it('are given up after two in a row', async () => {
		const { outcome, lookedUp } = await send(
			'abcd',
			4,
			[lost, failing('a', 'b', 'c', 'd')],
			finding('d', 'abc'),
		);
		expect(lookedUp).toEqual(['a', 'b']);
		expect(outcome).toEqual(['a', 'b', 'c', 'd'].map((job) => `not sure: ${job} failed`));
	});

	it('are not given up while others are answered between them', async () => {
		const { outcome, lookedUp } = await send(
			'abcdef',
			6,
			[lost, failing('a', 'b', 'c', 'd', 'e', 'f')],
			finding('bf', 'acde'),
		);
		expect(lookedUp).toEqual(['a', 'b', 'c', 'd']);
		expect(outcome).toEqual([
			'not sure: a failed',
			'b found',
			'not sure: c failed',
			'not sure: d failed',
			'not sure: e failed',
			'not sure: f failed',
		]);
	});
});

describe('an answer after which nothing has a chance', () => {
	it('ends the sending with its reason for all that is left', async () => {
		expect(await send('abcdef', 2, [done, stopped])).toEqual({
			outcome: ['a done', 'b done', 'stopped', 'stopped', 'stopped', 'stopped'],
			sent: ['ab', 'cd'],
			lookedUp: [],
		});
	});

	it('leaves it open what became of jobs whose answer was lost before', async () => {
		const { outcome, sent } = await send('abcd', 2, [lost, stopped]);
		expect(outcome).toEqual(['not sure: stopped', 'not sure: stopped', 'stopped', 'stopped']);
		expect(sent).toEqual(['ab', 'ab']);
	});

	it('leaves it open of those that an answer left out, too', async () => {
		const { outcome } = await send('abcd', 3, [leavingOut('b', 'c'), stopped]);
		expect(outcome).toEqual(['a done', 'not sure: stopped', 'not sure: stopped', 'stopped']);
	});
});

describe('several items for the same job', () => {
	const sentOf = async (jobs: string[], reply: Reply) => {
		const sent: string[][] = [];
		const sender: Sender = {
			async send(batch) {
				sent.push(batch);
				return reply(batch);
			},
			...words,
			recover: async () => undefined,
		};
		const outcome = await sendFirsts(jobs, 2, sender, {
			identityOf: (job) => job.toLowerCase(),
			repeated: (job) => `${job} is there already`,
		});
		return { outcome, sent };
	};

	it('have only the first sent, and batches are full all the same', async () => {
		expect(await sentOf(['a', 'A', 'b', 'a', 'c', 'B'], done)).toEqual({
			outcome: [
				'a done',
				'A is there already',
				'b done',
				'a is there already',
				'c done',
				'B is there already',
			],
			sent: [['a', 'b'], ['c']],
		});
	});

	it('are told so also where the first one fails', async () => {
		const { outcome } = await sentOf(['a', 'b', 'A'], failing('a'));
		expect(outcome).toEqual(['a failed', 'b done', 'A is there already']);
	});

	it('are the exception: others are all sent', async () => {
		const { outcome } = await sentOf(['a', 'b', 'c'], done);
		expect(outcome).toEqual(['a done', 'b done', 'c done']);
	});
});
