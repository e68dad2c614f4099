import type { Arrival, Seen } from '../../sandbox/n8n';
import { DEMO_VENDORS } from './vendors';

type Job = Seen['jobs'][number];
type Row = Seen['rows'][number];

/** Of the services' jobs, how many have their last state in the sheet, in the mails and in the ERP. */
export function arrivedOf({ jobs, rows, subjects, records }: Seen): Arrival[] {
	const lastRows = lastRowOfEach(rows);
	const told = new Set(subjects.filter((subject) => /\barrived\b/.test(subject)).flatMap(wordsOf));
	const closed = new Set(
		records.filter((each) => each.custom_delivery_status === 'delivered').map(({ name }) => name),
	);
	const delivered = jobs.filter(({ isDelivered, reference }) => isDelivered && reference !== null);
	const reachable = delivered.filter(({ email }) => email !== null);
	return [
		arrival('Sheet', 'jobs and orders (tours by their orders) with their last state', jobs, (job) =>
			isIn(lastRows, job),
		),
		arrival('Mails', 'customers of delivered jobs that have an e-mail address', reachable, (job) =>
			told.has(job.reference),
		),
		arrival('ERP', 'delivered jobs', delivered, (job) => closed.has(job.reference ?? '')),
	];
}

function arrival(
	place: string,
	what: string,
	jobs: readonly Job[],
	isThere: (job: Job) => boolean,
): Arrival {
	return { place, what, have: jobs.filter(isThere).length, of: jobs.length };
}

function isIn(lastRows: ReadonlyMap<string, Row>, job: Job): boolean {
	const vendor = DEMO_VENDORS.find(({ slug }) => slug === job.vendor);
	const row = lastRows.get(`${vendor?.provider} ${job.id}`);
	return row !== undefined && vendor?.tells(row, job.status) === true;
}

/**
 * The row of each job that happened last, by provider and job. Of two of one moment it is the final
 * one: ReadyCloud tells of a delivery and of the order that it changes at once.
 */
function lastRowOfEach(rows: readonly Row[]): Map<string, Row> {
	const sorted = rows
		.map((row) => ({ row, at: Date.parse(String(row.occurredAt ?? row.receivedAt)) }))
		.sort((one, other) => one.at - other.at || finality(one.row) - finality(other.row));
	return new Map(sorted.map(({ row }) => [`${String(row.provider)} ${String(row.jobId)}`, row]));
}

function finality(row: Row): number {
	return row.isFinal === true ? 1 : 0;
}

function wordsOf(subject: string): Array<string | null> {
	return subject.split(/\s+/);
}
