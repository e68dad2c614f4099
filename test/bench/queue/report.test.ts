import { holds, report } from '../../../bench/queue/report';

const played = {
	sent: 200,
	calls: 203,
	answered: 199,
	repeated: 2,
	kept: 200,
	doubled: 1,
	missing: [],
	lost: [],
	recovered: { byChanges: 3, byRound: 4, byOthers: 5, passed: 6, notAsked: 7 },
	problems: [],
	seconds: 40,
};
const lost = { ...played, kept: 194, missing: ['A', 'B', 'C', 'D', 'E', 'F'] };
const options = { events: 200, kill: 'worker', answer: 'atOnce', help: false } as const;

it('shows the figures side by side with their names', () => {
	expect(report(played, options).split('\n')).toEqual([
		'Killed: worker. Answered: atOnce.',
		'',
		'events sent                           200',
		'answered 200                          199',
		'answered 200 by a further call          2',
		'kept                                  200',
		'doubled                                 1',
		'missing of those answered 200           0',
		'not kept, answered or not               0',
		'  state told by a changes trigger       3',
		'  state told by the round               4',
		'  state told by another event           5',
		'  state passed when asked               6',
		'  of RoutiGo, which cannot be asked     7',
		'calls made                            203',
		'seconds                              40.0',
		'events a second                       5.0',
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
	expect(report(lost, { ...options, answer: 'whenFinished' })).not.toContain('it cannot promise');
});

it('leaves out what was not asked for, and names what was refused', () => {
	const text = report({ ...played, recovered: null, problems: ['radaro: no'], kept: 0 }, options);
	expect(text).not.toContain('state told');
	expect(text).toContain('Refused by the sandbox: radaro: no');
	expect(text).toMatch(/events a second +0\n/);
});

it('takes what is missing for a failure where nothing was killed, or where it was promised', () => {
	expect(holds(played, options)).toBe(true);
	expect(holds(lost, options)).toBe(true);
	expect(holds(lost, { ...options, kill: 'none' })).toBe(false);
	expect(holds(lost, { ...options, answer: 'whenFinished' })).toBe(false);
	expect(holds({ ...played, problems: ['radaro: no'] }, options)).toBe(false);
});
