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
