import type { IDataObject } from 'n8n-workflow';

import { utcInstant } from '../../../shared/action/dates';
import { InvalidJob, isBlank } from './jobBody';

/** Radaro's dates, with what the user sees above the field. */
const DATES = {
	deliver_after: 'Deliver After',
	deliver_before: 'Deliver Before',
	pickup_after: 'Pick Up After',
	pickup_before: 'Pick Up Before',
};

/**
 * Turns the dates of a job into UTC ISO 8601, the form that Radaro documents. An empty date is
 * sent as `null`, which clears it.
 *
 * @param zone the workflow's time zone, for dates without one
 * @throws InvalidJob naming the date that cannot be read
 */
export function withUtcDates(body: IDataObject, zone: string): IDataObject {
	const dates = Object.entries(DATES)
		.filter(([key]) => body[key] !== undefined)
		.map(([key, label]) => {
			const given: unknown = body[key];
			if (isBlank(given)) return [key, null];
			const instant = utcInstant(given, zone);
			if (instant !== null) return [key, instant];
			throw new InvalidJob(
				`The date in "${label}" cannot be read: "${String(given)}". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.`,
			);
		});
	return { ...body, ...Object.fromEntries(dates) };
}
