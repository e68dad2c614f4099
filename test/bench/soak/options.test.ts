import { parseOptions } from '../../../bench/soak/options';

it('takes minutes, half an hour without', () => {
	expect(parseOptions([])).toEqual({ minutes: 30, help: false });
	expect(parseOptions(['--minutes', '2']).minutes).toBe(2);
});

it.each(['0', '-1', 'long', '1441', ''])('refuses “%s” minutes', (value) => {
	expect(() => parseOptions([`--minutes=${value}`])).toThrow(/^--minutes needs a number from 1 to/);
});

it('shows the usage for an option that does not exist', () => {
	expect(() => parseOptions(['--nope'])).toThrow(/--nope[^]*npm run soak -- <options>/);
});
