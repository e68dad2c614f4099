import { holds, report } from '../../../bench/queue/report';

const played = {
	sent: 200,
	calls: 203,
	answered: 200,
	kept: 200,
	doubled: 1,
	missing: [],
	recovered: 2,
	seconds: 40,
};
const lost = { ...played, kept: 194, missing: ['A', 'B', 'C', 'D', 'E', 'F'] };
const options = { events: 200, kill: 'worker', answer: 'atOnce', help: false } as const;

it('shows the figures side by side with their names', () => {
	expect(report(played, options).split('\n')).toEqual([
		'Killed: worker. Answered: atOnce.',
		'',
		'events sent                     200',
		'answered 200                    200',
		'kept                            200',
		'doubled                           1',
		'missing of those answered 200     0',
		'recovered by a further call       2',
		'calls made                      203',
		'seconds                        40.0',
		'events a second                 5.0',
		'',
		'Nothing that was answered 200 is missing.',
		'',
		'What to do next: run it again with --kill none to compare, or see --help.',
	]);
});

it('names some that are missing, and says why', () => {
	const text = report(lost, options);
	expect(text).toContain('Missing: A, B, C, D, E, …');
	expect(text).toContain('n8n answers before a worker has run the workflow');
});

it('says so where the sender gave up', () => {
	const text = report({ ...played, answered: 198, kept: 0 }, options);
	expect(text).toContain('2 events were never answered 200, though they were sent again.');
	expect(text).toMatch(/events a second +0\n/);
});

it('takes what is missing for a failure only where nothing was killed', () => {
	expect(holds(played, options)).toBe(true);
	expect(holds(lost, options)).toBe(true);
	expect(holds(lost, { ...options, kill: 'none' })).toBe(false);
	expect(holds({ ...played, answered: 199 }, options)).toBe(false);
});
