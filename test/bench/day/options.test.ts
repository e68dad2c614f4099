import { parseOptions } from '../../../bench/day/options';

it('plays a day of a thousand jobs with three kills unless told otherwise', () => {
	expect(parseOptions(['--seed', '7'])).toEqual({
		kind: 'day',
		jobs: 1000,
		seed: 7,
		minuteMs: 2_000,
		kills: 3,
		down: false,
	});
	expect(parseOptions([])).toMatchObject({ seed: expect.any(Number) });
});

it('takes each of its forms', () => {
	expect(parseOptions(['--jobs', '60', '--down', '--minute', '500'])).toMatchObject({
		jobs: 60,
		down: true,
		minuteMs: 500,
	});
	expect(parseOptions(['--rows', '12000'])).toEqual({ kind: 'rows', count: 12_000 });
	expect(parseOptions(['--receive', '12000'])).toEqual({ kind: 'receive', count: 12_000 });
	expect(parseOptions(['--sheet-rows', '0,1000,50000'])).toEqual({
		kind: 'sheetRows',
		sizes: [0, 1_000, 50_000],
	});
	expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
});

it.each([
	[['--jobs', '0'], '--jobs needs a number from 1 to 100000, not “0”.'],
	[['--jobs', ''], '--jobs needs a number'],
	[['--seed', '1.5'], '--seed needs a number from 0 to 999999, not “1.5”.'],
	[['--kills', 'many'], '--kills needs a number'],
	[['--minute', '2s'], '--minute needs a number from 1 to 60000, not “2s”.'],
	[['--minute', '60001'], '--minute needs a number'],
	[['--sheet-rows', '1000,x'], '--sheet-rows needs a number'],
	[['--fast'], 'npm run day --'],
])('names what is wrong with %j', (args, sentence) => {
	expect(() => parseOptions(args)).toThrow(sentence);
});
