import { table } from '../table';
import { type Answer, ANSWERS, type QueueRunOptions } from './options';
import type { Played } from './play';

const SHOWN = 5;

type Figure = [name: string, value: number | string];

/** The figures of a run as text, with what they mean and what to do next. */
export function report(played: Played, { kill, answer }: QueueRunOptions): string {
	const { missing, lost, seconds, kept } = played;
	const figures: Figure[] = [
		['events sent', played.sent],
		['answered 200', played.answered],
		['answered 200 by a further call', played.repeated],
		['kept', kept],
		['doubled', played.doubled],
		['missing of those answered 200', missing.length],
		['not kept, answered or not', lost.length],
		...afterAsking(played),
		['calls made', played.calls],
		['seconds', seconds.toFixed(1)],
		['events a second', kept === 0 ? '0' : (kept / seconds).toFixed(1)],
	];
	const cells = figures.map(([name, value]) => [name, String(value)]);
	return [
		`Killed: ${kill}. Answered: ${answer}.`,
		'',
		table(cells),
		'',
		...conclusions(played, answer),
		'',
		'What to do next: run it again with --kill none to compare, or see --help.',
	].join('\n');
}

/** Whether all that was promised was kept. */
export function holds(played: Played, { kill, answer }: QueueRunOptions): boolean {
	const promised = kill === 'none' || ANSWERS[answer];
	return played.problems.length === 0 && (!promised || played.missing.length === 0);
}

function afterAsking({ recovered }: Played): Figure[] {
	if (!recovered) return [];
	return [
		['  state told by a changes trigger', recovered.byChanges],
		['  state told by the round', recovered.byRound],
		['  state told by another event', recovered.byOthers],
		['  state passed when asked', recovered.passed],
		['  of RoutiGo, which cannot be asked', recovered.notAsked],
	];
}

function conclusions({ missing, problems }: Played, answer: Answer): string[] {
	const lines = problems.slice(0, SHOWN).map((problem) => `Refused by the sandbox: ${problem}`);
	if (missing.length === 0) return [...lines, 'Nothing that was answered 200 is missing.'];
	const named = missing.slice(0, SHOWN).join(', ');
	lines.push(`Missing: ${named}${missing.length > SHOWN ? ', …' : ''}`);
	if (ANSWERS[answer]) return lines;
	return [
		...lines,
		'n8n answers before a worker has run the workflow, and does not run again what a killed',
		'worker had in hand: so it cannot promise that an event that it answered is kept.',
	];
}
