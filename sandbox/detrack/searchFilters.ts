import { isRecord } from '../core/json';
import { type Job, textOf } from './model';

type Filters = Record<string, unknown>;

const TEXTS = [
	'account_number',
	'address',
	'deliver_to_collect_from',
	'customer',
	'department',
	'do_number',
	'invoice_number',
	'job_time',
	'job_type',
	'order_number',
	'run_number',
	'serial_number',
	'source',
	'time_window',
	'tracking_number',
	'type',
	'zone',
];

const ITEM_TEXTS = {
	item_batch_number: 'batch_number',
	item_description: 'description',
	item_purchase_order_number: 'purchase_order_number',
} as const;

/** Whether a job is among those that a search asks for; filters that are empty do not count. */
export function matchesSearch(job: Job, filters: Filters): boolean {
	const { fields, items } = job;
	const item = (filter: string, name: string): boolean => {
		const wanted = text(filters[filter]);
		return wanted === '' || items.some((each) => isSame(each[name], wanted));
	};
	const reasons = items.map(({ reject_reason }) => reject_reason);
	const serials = items.flatMap(({ serial_numbers }) =>
		Array.isArray(serial_numbers) ? serial_numbers : [],
	);
	return (
		TEXTS.every((name) => {
			const wanted = text(filters[name]);
			return wanted === '' || isSame(fields[name], wanted);
		}) &&
		Object.entries(ITEM_TEXTS).every(([filter, name]) => item(filter, name)) &&
		within(fields.date, filters.dates) &&
		within(textOf(job, 'start_date') ?? fields.date, filters.start_dates) &&
		anyOf(filters.do_numbers, [fields.do_number]) &&
		anyOf(filters.statuses, [fields.status]) &&
		anyOf(filters.reasons, [fields.reason]) &&
		anyOf(filters.item_reasons, reasons) &&
		anyOf(filters.item_serial_numbers, serials) &&
		anyOf(names(filters.vehicles), [fields.assign_to]) &&
		anyOf(names(filters.groups), [fields.group_name]) &&
		(typeof filters.open_to_marketplace !== 'boolean' ||
			(fields.open_to_marketplace ?? false) === filters.open_to_marketplace)
	);
}

// Case does not count.
function isSame(value: unknown, wanted: string): boolean {
	return text(value).toLowerCase() === wanted.toLowerCase();
}

function within(date: string, range: unknown): boolean {
	if (!isRecord(range)) return true;
	const [from, to] = [text(range.from), text(range.to)];
	return (from === '' || date >= from) && (to === '' || date <= to);
}

// One text does for a list of one.
function anyOf(wanted: unknown, values: readonly unknown[]): boolean {
	const list: unknown[] = Array.isArray(wanted) ? wanted : text(wanted) === '' ? [] : [wanted];
	return list.length === 0 || list.some((each) => values.includes(each));
}

function names(list: unknown): unknown[] {
	if (!Array.isArray(list)) return [];
	return list.map((each: unknown) => (isRecord(each) ? each.name : each));
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
