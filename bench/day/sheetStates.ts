import type { DayJob, Knowledge } from './jobs';

type SheetRow = Record<string, string>;

/** Services that can be asked for how their jobs stand. */
const ASKED = ['radaro', 'detrack', 'readycloud'];

/** Sentences about jobs whose last row in the sheet is not how they stand. */
export function wrongInSheet(
	rows: readonly SheetRow[],
	jobs: readonly DayJob[],
	known: Knowledge,
): string[] {
	const byJob = new Map<string, SheetRow[]>();
	for (const row of rows) {
		const key = keyOf(row.provider, row.reference, row.attempt);
		byJob.set(key, [...(byJob.get(key) ?? []), row]);
	}
	return jobs.flatMap((job) => {
		const state = ASKED.includes(job.vendor) ? known(job) : undefined;
		if (state === undefined) return [];
		const last = lastOf(byJob.get(keyOf(job.vendor, job.number, String(job.attempt))) ?? []);
		const found = last?.status ?? 'nothing';
		return found === state ? [] : [`${job.number} says ${found}, and is ${state}`];
	});
}

function keyOf(provider = '', reference = '', attempt = ''): string {
	return [provider.toLowerCase(), reference, Number(attempt) > 1 ? attempt : '1'].join(' ');
}

/**
 * By when it happened, and by the order of rows where one of both does not tell; of two at the same time
 * the one that ends the job.
 */
function lastOf(rows: readonly SheetRow[]): SheetRow | undefined {
	return rows.reduce<SheetRow | undefined>((last, row) => {
		if (last === undefined) return row;
		const [was, is] = [timeOf(last), timeOf(row)];
		if (Number.isNaN(was) || Number.isNaN(is)) return row;
		return is > was || (is === was && (isFinal(row) || !isFinal(last))) ? row : last;
	}, undefined);
}

function timeOf({ occurredAt = '' }: SheetRow): number {
	return Date.parse(occurredAt);
}

function isFinal(row: SheetRow): boolean {
	return row.isFinal?.toUpperCase() === 'TRUE';
}
