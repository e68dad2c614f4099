import { table } from '../table';
import type { Receiving } from './receiving';
import type { Through } from './throughReaders';

/** What the time of an event may grow to: a busy machine alone makes some of it. */
const MOST_GROWTH = 1.5;

const whole = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : 'none');
const tenths = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : 'none');
const orUnknown = (value: number | null): string => (value === null ? 'unknown' : String(value));

/** How rows went through readers, as text. */
export function reportThrough(all: readonly Through[]): string {
	const head = [
		'reader',
		'rows',
		'effects',
		'there',
		'missing',
		'doubled',
		'seconds',
		'ms each, first quarter',
		'last quarter',
		'last like first',
		'problems',
		'MB at most',
	];
	const rows = all.map((each) => [
		each.title,
		String(each.rows),
		String(each.wanted),
		String(each.found.there),
		String(each.found.missing.length),
		String(each.found.doubled.length),
		tenths(each.seconds),
		tenths(each.firstQuarterMs),
		tenths(each.lastQuarterMs),
		each.alike ? 'yes' : 'no',
		String(each.problems),
		orUnknown(each.peakMb),
	]);
	const bad = all.filter((each) => !holdsThrough([each]));
	const words =
		bad.length === 0
			? 'Every row was handled once, the last like the first, and in no more time.'
			: `Not everything holds: ${bad.map(({ title }) => title).join(', ')}.`;
	return [table([head, ...rows]), '', words].join('\n');
}

/** Whether every row was handled once, the last like the first, and in no more time. */
export function holdsThrough(all: readonly Through[]): boolean {
	return all.every(({ found, alike, problems, firstQuarterMs, lastQuarterMs }) => {
		const once = [found.missing, found.doubled, found.false].every(({ length }) => length === 0);
		return once && alike && problems === 0 && lastQuarterMs <= firstQuarterMs * MOST_GROWTH;
	});
}

/** What receiving took, as text. */
export function reportReceiving(received: Receiving): string {
	const { sent, answered, kept, doubled, missing, seconds } = received;
	const figures: Array<[string, string]> = [
		['events sent', String(sent)],
		['answered 200', String(answered)],
		['in the log', String(kept)],
		['twice in the log', String(doubled)],
		['missing of those answered 200', String(missing.length)],
		['seconds', tenths(seconds)],
		['events a second', tenths(answered / seconds)],
		['ms each, first quarter', whole(received.firstQuarterMs)],
		['ms each, last quarter', whole(received.lastQuarterMs)],
		['MB of n8n at most', orUnknown(received.peakMb)],
	];
	return table(figures);
}

/** Whether every event was answered 200, and is in the log. */
export function holdsReceiving({ sent, answered, missing }: Receiving): boolean {
	return answered === sent && missing.length === 0;
}
