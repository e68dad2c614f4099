import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../../runtime/progress';
import type { Cells } from '../../test/support/eventLog';
import type { Spreadsheet } from '../../test/support/google';
import { madeRows, withoutNumbers } from './madeRows';
import { forgetPeak, peakOf } from './memory';
import type { ReaderSpec } from './readers';
import { newRecord, recordsIn } from './records';
import type { DayStage, Reader } from './stage';
import { compared, type Found } from './tally';

const LOOK_MS = 200;
const PROGRESS_MS = 15_000;
/** How long a place may stand still before that is an end. */
const STILL_MS = 180_000;

/** What became of rows that went through one reader. */
export interface Through {
	title: string;
	rows: number;
	/** How many effects must be there, and what is. */
	wanted: number;
	found: Found;
	/** For all rows. */
	seconds: number;
	/** Milliseconds for an event, those between two runs among them. */
	firstQuarterMs: number;
	lastQuarterMs: number;
	/** Whether the last row was handled like the first. */
	alike: boolean;
	problems: number;
	/** The most memory that n8n has had, in MB. */
	peakMb: number | null;
}

export interface ThroughOptions {
	rows: number;
	/** How many of them belong to one job. */
	each: number;
	/** Rows that its sheet has already, if it has one. */
	before?: number;
	log: Log;
	signal?: AbortSignal;
}

/** Fills the log in one call, and has one reader take all of it. */
export async function throughReader(
	stage: DayStage,
	spec: ReaderSpec,
	{ rows, each, before = 0, log, signal }: ThroughOptions,
): Promise<Through> {
	await stage.forget();
	const all = madeRows(before + rows, each);
	const made = all.slice(before);
	await stage.log.add(...made);
	for (const name of new Set(made.map(({ reference }) => String(reference)))) {
		if (spec.needsRecords) await stage.control('POST', 'erp/records', newRecord(name));
	}
	const reader = await stage.reader(spec);
	if (reader.sheet) fill(reader.sheet, all.slice(0, before));
	const newest = Number((await stage.log.rows('delivery_events')).at(-1)?.id);
	await forgetPeak(stage.n8n.pid);
	const startedAt = Date.now();
	await reader.workflow.activate();
	const times = await placesOf(stage, reader, { from: newest - rows, rows, log, signal });
	await reader.workflow.deactivate();
	const wanted = spec.expected(all);
	const written = await spec.written({
		mails: stage.mails.mails,
		sheet: reader.sheet,
		records: async () => await recordsIn(stage.sandboxUrl),
	});
	const textOf = (row: Cells | undefined): string | undefined => {
		const [key] = row === undefined ? [] : spec.expected([row]);
		const text = written.find((effect) => effect.key === key)?.text;
		return text === undefined ? undefined : withoutNumbers(text);
	};
	// The last row of the first job, and of the last one.
	const [first, last] = [textOf(made.at(each - 1)), textOf(made.at(-1))];
	const quarter = Math.floor(rows / 4);
	const reached = (row: number): number =>
		(times.find(({ place }) => place >= row)?.at ?? NaN) - startedAt;
	return {
		title: spec.title,
		rows,
		wanted: wanted.length,
		found: compared(
			written.map(({ key }) => key),
			{ wanted, allowed: new Set() },
		),
		seconds: reached(rows) / 1000,
		firstQuarterMs: reached(quarter) / quarter,
		lastQuarterMs: (reached(rows) - reached(rows - quarter)) / quarter,
		alike: first !== undefined && first === last,
		problems: (await stage.log.rows('delivery_problems')).length,
		peakMb: await peakOf(stage.n8n.pid),
	};
}

/** Writes rows below a sheet's headings. */
function fill({ sheet }: Spreadsheet, rows: readonly Cells[]): void {
	const top = { sheet: sheet.title, top: 0, left: 0 };
	const [headings = []] = sheet.read({ ...top, bottom: 0 }, 'FORMULA');
	const cells = rows.map((row) => headings.map((name) => row[String(name)] ?? ''));
	sheet.append(top, cells, 'RAW');
}

/** When a reader has come how far, until it has passed all rows or stands still. */
async function placesOf(
	stage: DayStage,
	{ workflow }: Reader,
	options: { from: number; rows: number; log: Log; signal?: AbortSignal },
): Promise<Array<{ place: number; at: number }>> {
	const { from, rows, log, signal } = options;
	const places: Array<{ place: number; at: number }> = [];
	let toldAt = Date.now();
	for (;;) {
		const now = Date.now();
		const state = await stage.log.state(workflow);
		const place = Math.max(0, Number(state?.place ?? 0) - from);
		const before = places.at(-1);
		if (place !== before?.place) places.push({ place, at: now });
		if (now - toldAt >= PROGRESS_MS) {
			toldAt = now;
			log(`${place} of ${rows} rows`);
		}
		const still = now - (places.at(-1)?.at ?? now) > STILL_MS;
		if (place >= rows || still || signal?.aborted) return places;
		await sleep(LOOK_MS);
	}
}
