import { table } from '../table';
import { type Answer, ANSWERS, type QueueRunOptions } from './options';
import type { Played } from './play';

const SHOWN = 5;

/** The figures of a run as text, with what they mean and what to do next. */
export function report(played: Played, { kill, answer }: QueueRunOptions): string {
	const { missing, seconds, kept } = played;
	const figures: Array<[string, number | string]> = [
		['events sent', played.sent],
		['answered 200', played.answered],
		['kept', kept],
		['doubled', played.doubled],
		['missing of those answered 200', missing.length],
		['recovered by a further call', played.recovered],
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
	return played.answered === played.sent && (!promised || played.missing.length === 0);
}

function conclusions({ sent, answered, missing }: Played, answer: Answer): string[] {
	const lines = [];
	if (answered < sent) {
		lines.push(`${sent - answered} events were never answered 200, though they were sent again.`);
	}
	if (missing.length === 0) lines.push('Nothing that was answered 200 is missing.');
	else {
		const named = missing.slice(0, SHOWN).join(', ');
		lines.push(`Missing: ${named}${missing.length > SHOWN ? ', …' : ''}`);
		if (!ANSWERS[answer]) {
			lines.push(
				'n8n answers before a worker has run the workflow, and does not run again what a killed',
				'worker had in hand: so it cannot promise that an event that it answered is kept.',
			);
		}
	}
	return lines;
}
