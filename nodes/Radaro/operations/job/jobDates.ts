import type { IDataObject } from 'n8n-workflow';

import { instantIn } from '../../../shared/action/dates';
import { checkOrder } from '../../../shared/action/ranges';

/** Radaro's dates, with what the user sees above the field. */
const DATES = {
	deliver_after: 'Deliver After',
	deliver_before: 'Deliver Before',
	pickup_after: 'Pick Up After',
	pickup_before: 'Pick Up Before',
};

const RANGES = [
	['deliver_after', 'deliver_before'],
	['pickup_after', 'pickup_before'],
] as const;

/**
 * Turns the dates of a job into UTC ISO 8601, the form that Radaro documents. An empty date is
 * sent as `null`, which clears it.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidInput naming the date that cannot be read, or both where a range ends before it begins
 */
export function withUtcDates(body: IDataObject, zone: string): IDataObject {
	const dates = Object.entries(DATES)
		.filter(([key]) => body[key] !== undefined)
		.map(([key, label]) => [key, instantIn(body[key], label, zone)]);
	const dated: IDataObject = { ...body, ...Object.fromEntries(dates) };
	for (const [from, to] of RANGES) {
		checkOrder(dated[from], dated[to], [DATES[from], DATES[to]], [body[from], body[to]]);
	}
	return dated;
}
