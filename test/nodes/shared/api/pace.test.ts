import { pauseAfter } from '../../../../nodes/shared/api/limits';
import { Pacer } from '../../../../nodes/shared/api/pace';

/** A clock that only moves when told to, or when somebody waits. */
function clock() {
	const state = { now: 1_000_000, waits: [] as number[] };
	const pacer = new Pacer(
		3,
		() => state.now,
		async (milliseconds) => {
			state.waits.push(milliseconds);
			state.now += milliseconds;
			await Promise.resolve();
		},
	);
	return { state, pacer };
}

it('lets as many through as a minute holds without waiting', async () => {
	const { state, pacer } = clock();
	for (let turn = 0; turn < 3; turn++) await pacer.turn();
	expect(state.waits).toEqual([]);
});

it('waits for the rest of the minute of the oldest one, and a second more', async () => {
	const { state, pacer } = clock();
	for (let turn = 0; turn < 3; turn++) {
		await pacer.turn();
		state.now += 10_000;
	}
	await pacer.turn();
	expect(state.waits).toEqual([31_000]);
	await pacer.turn();
	expect(state.waits).toEqual([31_000, 10_000]);
});

it('never lets more through in any minute', async () => {
	const { state, pacer } = clock();
	const turns: number[] = [];
	for (let turn = 0; turn < 20; turn++) {
		await pacer.turn();
		turns.push(state.now);
		state.now += turn % 4 === 0 ? 25_000 : 0;
	}
	for (const start of turns) {
		expect(turns.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(3);
	}
});

it('does not wait where the requests are slow anyway', async () => {
	const { state, pacer } = clock();
	for (let turn = 0; turn < 10; turn++) {
		await pacer.turn();
		state.now += 21_000;
	}
	expect(state.waits).toEqual([]);
});

it('waits no longer than that when the clock is set back', async () => {
	const { state, pacer } = clock();
	for (let turn = 0; turn < 3; turn++) await pacer.turn();
	state.now -= 3_600_000;
	await pacer.turn();
	expect(state.waits).toEqual([61_000]);
});

it.each([
	[null, 0, 1],
	[null, 1, 2],
	[null, 5, 32],
	['0', 3, 1],
	['17', 0, 17],
	['2.5', 0, 3],
	['-4', 0, 1],
	['soon', 2, 4],
	['Wed, 21 Oct 2015 07:28:00 GMT', 4, 1],
])('with Retry-After %p and %p tries before waits %p seconds', (retryAfter, tries, seconds) => {
	expect(pauseAfter(retryAfter, tries)).toBe(seconds);
});

it('waits until the date that the vendor names', () => {
	const inAMinute = new Date(Date.now() + 60_000).toUTCString();
	expect(pauseAfter(inAMinute, 0)).toBeGreaterThanOrEqual(58);
	expect(pauseAfter(inAMinute, 0)).toBeLessThanOrEqual(60);
});

it.each([
	[null, 5, 29, 29],
	[null, 0, 0, 1],
	['90', 0, 29, 90],
])(
	'with Retry-After %p, %p tries before and %p seconds left waits %p seconds',
	(retryAfter, tries, left, seconds) => {
		expect(pauseAfter(retryAfter, tries, left)).toBe(seconds);
	},
);
