import { table } from '../table';
import { growth, leftOpen, megabytes, type Soaked } from './soak';

/** How much more the heap may hold in the end than after the first third, in bytes. */
const FLAT = 5 * 1024 * 1024;
const SHOWN = 5;

/** The figures of a run as text, with what they mean. */
export function report(soaked: Soaked): string {
	const { sent, answered, refused, letIn, heap, before, problems } = soaked;
	const left = leftOpen(soaked);
	const open = Object.values(before).reduce((sum, count) => sum + count, 0);
	const figures: Array<[string, string]> = [
		['events sent', String(sent)],
		['answered 200', String(answered)],
		['calls without a proof, refused', String(refused)],
		['calls without a proof, let in', String(letIn)],
		['MB of heap after a collection', heap.map(megabytes).join(' ')],
		['MB more than after the first third', megabytes(growth(soaked))],
		['open before', String(open)],
		['open that was not open before', left.join(', ') || '0'],
	];
	return [
		table(figures),
		'',
		...problems.slice(0, SHOWN).map((problem) => `Refused by the sandbox: ${problem}`),
		holds(soaked) ? 'Nothing piles up.' : 'Something piles up, or was let in.',
	].join('\n');
}

/** Whether the heap is flat, nothing was left open, and nobody was let in. */
export function holds(soaked: Soaked): boolean {
	const { letIn, answered } = soaked;
	const isFlat = growth(soaked) <= FLAT;
	return isFlat && leftOpen(soaked).length === 0 && letIn === 0 && answered > 0;
}
