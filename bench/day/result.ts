import { isAskedFor } from '../asking';
import type { SentEvents } from './events';
import { expectedMails } from './mails';
import { asAsked, asTold } from './jobs';
import type { Played } from './play';
import { comparedRecords, expectedRecords, recordsIn } from './records';
import { wrongInSheet } from './sheetStates';
import type { DayStage } from './stage';
import { compared, type Found } from './tally';

/** What became of a day. */
export interface DayResult {
	played: Played;
	/** Different events, and how many of them n8n has answered 200. */
	sent: number;
	answered: number;
	calls: number;
	log: Found;
	/** Rows of the sheet, by the event's identifier. */
	sheet: Found;
	/** Jobs whose last row in the sheet is not how they stand. */
	sheetWrong: string[];
	records: { right: number; wrong: string[] };
	/** Mails, and jobs of which it cannot be said what their customer should read last. */
	mails: Found & { unsure: number };
	/** What was set aside, in its own words. */
	problems: string[];
}

/** Compares what the day has left with what the services have sent and answered themselves. */
export async function resultOf(
	stage: DayStage,
	sent: SentEvents,
	played: Played,
): Promise<DayResult> {
	const answered = sent.answered;
	const known = played.asked ? asAsked : asTold;
	const allowed = {
		has: (id: string): boolean => sent.all.has(id) || (played.asked !== null && isAskedFor(id)),
	};
	const events = { wanted: answered, allowed };
	const rows = await stage.log.rows('delivery_events');
	const sheet = stage.readers.flatMap((reader) => reader.sheet?.rows() ?? []);
	const mails = expectedMails(played.jobs, known);
	const problems = await stage.log.rows('delivery_problems');
	return {
		played,
		sent: sent.all.size,
		answered: answered.length,
		calls: sent.calls,
		log: compared(
			rows.map(({ eventId }) => String(eventId)),
			events,
		),
		sheet: compared(
			sheet.map(({ eventId = '' }) => eventId),
			events,
		),
		sheetWrong: wrongInSheet(sheet, played.jobs, known),
		records: comparedRecords(
			await recordsIn(stage.sandboxUrl),
			expectedRecords(played.jobs, played.tours, known),
		),
		mails: {
			...compared(
				stage.mails.mails.map(({ to, subject }) => `${to}: ${subject}`),
				mails,
			),
			unsure: mails.unsure,
		},
		problems: problems.map(({ readerName, reference, message }) =>
			[readerName, reference, message].join(': '),
		),
	};
}
