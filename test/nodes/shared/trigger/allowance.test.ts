import { Allowance } from '../../../../nodes/shared/trigger/allowance';

const START = 1_700_000_000_000;

let clock: jest.SpyInstance<number>;
beforeEach(() => {
	clock = jest.spyOn(Date, 'now').mockReturnValue(START);
});
afterEach(() => clock.mockRestore());

/** How often in a row something may be done. */
function takenFrom(allowance: Allowance): number {
	let times = 0;
	while (times < 100 && allowance.take()) times++;
	return times;
}

it.each<[string, number, number]>([
	['just before one more', 9_999, 0],
	['when there is one more', 10_000, 1],
	['later', 25_000, 2],
	['much later, never more than at once', 10_000_000, 3],
	['when the clock was set back', -20_000, 2],
])('gives three at once, and %s as many as came since', (_when, passed, more) => {
	const allowance = new Allowance(3, 10_000);
	expect(takenFrom(allowance)).toBe(3);
	clock.mockReturnValue(START + passed);
	expect(takenFrom(allowance)).toBe(more);
});

it('counts parts of what comes while it is asked in vain', () => {
	const allowance = new Allowance(1, 10_000);
	allowance.take();
	const taken = [4000, 8000, 12_000].map((passed) => {
		clock.mockReturnValue(START + passed);
		return allowance.take();
	});
	expect(taken).toEqual([false, false, true]);
});
