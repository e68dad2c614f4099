import type { Asked } from '../asking';
import type { SentEvent } from '../sentEvents';
import type { LogRow } from './stage';

/** What came of a run. Events, unless something else is said. */
export interface Tally {
	/** Different ones. */
	sent: number;
	/** Calls that were made for them. */
	calls: number;
	answered: number;
	/** Answered 200 by a further call, after one that was not. */
	repeated: number;
	/** Told by a call, and in the log; each counted once, however often it is there. */
	kept: number;
	/** Rows beyond one for each call that told of an event and was answered 200. */
	doubled: number;
	/** Answered 200, and not kept; with the words of the answer, if there were any. */
	missing: string[];
	/** Not kept, answered or not. */
	lost: SentEvent[];
}

/** Compares what was sent with all rows of the log. */
export function tally(sent: readonly SentEvent[], rows: readonly LogRow[]): Tally {
	const rowsOf = new Map(sent.map(({ eventId }) => [eventId, 0]));
	for (const { eventId } of rows) {
		const before = rowsOf.get(eventId);
		if (before !== undefined) rowsOf.set(eventId, before + 1);
	}
	const isKept = ({ eventId }: SentEvent): boolean => rowsOf.get(eventId) !== 0;
	const answered = sent.filter(({ answers }) => answers > 0);
	const lost = sent.filter((event) => !isKept(event));
	return {
		sent: sent.length,
		calls: sent.reduce((sum, { calls }) => sum + calls, 0),
		answered: answered.length,
		repeated: answered.filter(({ calls, answers }) => calls > answers).length,
		kept: sent.length - lost.length,
		doubled: sent.reduce(
			(sum, { eventId, answers }) =>
				sum + Math.max(0, (rowsOf.get(eventId) ?? 0) - Math.max(1, answers)),
			0,
		),
		missing: lost
			.filter(({ answers }) => answers > 0)
			.map(({ vendor, eventId, response }) => [vendor, eventId, response].join(' ').trim()),
		lost,
	};
}

/** What came of events that were not kept, once the services had been asked. */
export interface Recovered {
	/** Of which a row tells the state: one of the changes triggers, of the round, of another event. */
	byChanges: number;
	byRound: number;
	byOthers: number;
	/** Whose job had gone on, or was gone, when its service was asked. */
	passed: number;
	/** Of RoutiGo, which cannot be asked. */
	notAsked: number;
}

/** Compares events that were not kept with all rows of the log, those that were asked for among them. */
export function recovered(
	lost: readonly SentEvent[],
	rows: readonly LogRow[],
	{ changes, round }: Asked<LogRow>,
): Recovered {
	const [byChanges, byRound, all] = [changes, round, rows].map(
		(some) => new Set(some.map(({ stateId }) => stateId)),
	);
	const result = { byChanges: 0, byRound: 0, byOthers: 0, passed: 0, notAsked: 0 };
	for (const { vendor, stateId } of lost) {
		if (vendor === 'routigo') result.notAsked++;
		else if (byChanges?.has(stateId)) result.byChanges++;
		else if (byRound?.has(stateId)) result.byRound++;
		else if (all?.has(stateId)) result.byOthers++;
		else result.passed++;
	}
	return result;
}
