import { parseOptions } from '../../../bench/queue/options';

describe('options of npm run queue', () => {
	it('has defaults', () => {
		expect(parseOptions([])).toEqual({
			events: 1000,
			kill: 'all',
			answer: 'whenFinished',
			help: false,
		});
	});

	it('takes a number and words', () => {
		const options = parseOptions(['--events', '60', '--kill', 'worker', '--answer=atOnce']);
		expect(options).toMatchObject({ events: 60, kill: 'worker', answer: 'atOnce' });
		expect(parseOptions(['--answer', 'whenFinished']).answer).toBe('whenFinished');
	});

	it.each(['0', '-1', '1.5', 'many', ''])('refuses “%s” events', (value) => {
		expect(() => parseOptions([`--events=${value}`])).toThrow(/^--events needs a number from 1 to/);
	});

	it('names the words that an option takes', () => {
		expect(() => parseOptions(['--kill', 'redis'])).toThrow(
			'--kill needs one of none, worker, processor, main, all, not “redis”.',
		);
		expect(() => parseOptions(['--answer', 'never'])).toThrow(/^--answer needs one of atOnce/);
	});

	it('shows the usage for an option that does not exist', () => {
		expect(() => parseOptions(['--nope'])).toThrow(/--nope[^]*npm run queue -- <options>/);
	});
});
