import type { SentEvent } from './sender';

/** What came of a run. Events, unless something else is said. */
export interface Tally {
	sent: number;
	/** Calls that were made for them. */
	calls: number;
	answered: number;
	/** Each counted once, however often it was kept. */
	kept: number;
	/** Rows that are there beyond the first of each event. */
	doubled: number;
	/** Answered 200, and not kept. */
	missing: string[];
	/** Kept, though the first call for them was not answered 200. */
	recovered: number;
}

/** Compares what was sent with the references of all rows that were kept. */
export function tally(events: readonly SentEvent[], rows: readonly string[]): Tally {
	const sent = new Set(events.map(({ reference }) => reference));
	const own = rows.filter((reference) => sent.has(reference));
	const kept = new Set(own);
	const answered = events.filter((event) => event.answered);
	return {
		sent: events.length,
		calls: events.reduce((sum, { calls }) => sum + calls, 0),
		answered: answered.length,
		kept: kept.size,
		doubled: own.length - kept.size,
		missing: answered.flatMap(({ reference }) => (kept.has(reference) ? [] : [reference])),
		recovered: events.filter(({ calls, reference }) => calls > 1 && kept.has(reference)).length,
	};
}
