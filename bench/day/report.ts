import { formatDuration } from '../../runtime/progress';
import { table } from '../table';
import type { DayOptions } from './options';
import type { DayResult } from './result';

const SHOWN = 5;

/** The figures of a day as text, with what they mean. */
export function report(result: DayResult, { jobs, seed, minuteMs, down }: DayOptions): string {
	const { played, log, sheet, records, mails } = result;
	const figures: Array<[string, number]> = [
		['events sent', result.sent],
		['calls made for them', result.calls],
		['events answered 200', result.answered],
		['in the log', log.there],
		['twice in the log', log.doubled.length],
		['rows in the sheet', sheet.there],
		['rows missing', sheet.missing.length],
		['rows doubled', sheet.doubled.length],
		['jobs that the sheet has wrong', result.sheetWrong.length],
		['ERP records right', records.right],
		['ERP records wrong', records.wrong.length],
		['mails sent', mails.there],
		['mails missing', mails.missing.length],
		['mails doubled', mails.doubled.length],
		['mails that say what is not so', mails.false.length],
		['jobs whose last state n8n need not know', mails.unsure],
		['problems', result.problems.length],
		['answers 429 of Google', played.faults.google],
		['answers 500 of the ERP', played.faults.erp],
		['kills of n8n', played.kills],
		...(played.asked === null
			? []
			: ([
					['found by changes triggers', played.asked.changes.length],
					['found by the round', played.asked.round.length],
				] as Array<[string, number]>)),
	];
	const took = formatDuration(played.seconds * 1000);
	const after = formatDuration(played.secondsAfterwards * 1000);
	return [
		`${jobs} jobs, seed ${seed}, a minute of ${minuteMs / 1000} s${down ? ', n8n down for half of the day' : ''}.`,
		`It took ${took}, of which ${after} for the readers after the last event.`,
		'',
		table(figures.map(([name, value]) => [name, String(value)])),
		'',
		...conclusions(result),
		'',
		`What to do next: run it again with --seed ${seed} for the same day, or see --help.`,
	].join('\n');
}

/** Whether every promise was kept. */
export function holds(result: DayResult): boolean {
	return broken(result).length === 0;
}

function conclusions(result: DayResult): string[] {
	const sentences = broken(result);
	if (sentences.length > 0) return ['Not everything holds.', ...sentences];
	return ['Everything that was answered 200 has become its effect, and nothing false was said.'];
}

/** A sentence for each promise that was not kept. */
function broken(result: DayResult): string[] {
	const { answered, log, sheet, sheetWrong, records, mails, problems } = result;
	const { kills, refusals } = result.played;
	return [
		...(answered === 0 ? ['No event was answered 200.'] : []),
		...complaints('Answered 200 and not in the log', log.missing),
		...complaints('In the log, and never sent', log.false),
		...complaints('Answered 200 and not in the sheet', sheet.missing),
		...complaints('Twice in the sheet', sheet.doubled),
		...complaints('In the sheet, and never sent', sheet.false),
		...complaints('Wrong in the sheet', sheetWrong),
		...complaints('Wrong in the ERP', records.wrong),
		...complaints('Mails missing', mails.missing),
		...complaints('Mails that say what is not so', mails.false),
		// Between a mail and its being remembered lies the moment in which n8n may be killed.
		...(mails.doubled.length > kills
			? complaints(`Mails doubled, more than the ${kills} kills explain`, mails.doubled)
			: []),
		...complaints('Set aside as problems', problems),
		...complaints('Steps that the sandbox refused', refusals),
	];
}

function complaints(what: string, which: readonly string[]): string[] {
	if (which.length === 0) return [];
	const named = which.slice(0, SHOWN).join('; ');
	return [`${what} (${which.length}): ${named}${which.length > SHOWN ? '; …' : ''}`];
}
