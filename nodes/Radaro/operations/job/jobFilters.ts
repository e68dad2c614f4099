import type { IDataObject } from 'n8n-workflow';

import { unreadableDate, utcInstant } from '../../../shared/action/dates';
import { dateTime, filters, multiOptions } from '../../../shared/api/fields';
import { instantOf } from '../../../shared/basic/times';
import { codeOf } from '../../event/statuses';
import { STATUS_OPTIONS } from './jobFields';

/** Radaro documents no filters for its list, so these are applied to what it gives. */
export const jobFilterProperty = filters(
	[
		multiOptions('Statuses', 'statuses', {
			options: STATUS_OPTIONS,
			description: 'Only jobs that have one of these statuses',
		}),
		dateTime('Created After', 'createdAfter', {
			description: 'Only jobs created at this time or later',
		}),
		dateTime('Updated After', 'updatedAfter', {
			description: 'Only jobs updated at this time or later',
		}),
	],
	{
		description: 'Applied after reading, so the limit counts what remains',
	},
);

interface JobFilters {
	statuses?: string[];
	createdAfter?: unknown;
	updatedAfter?: unknown;
}

/**
 * A test that tells which jobs pass the filters. A job without a readable time does not.
 *
 * @throws InvalidInput when a date cannot be read
 */
export function jobFilter(filters: JobFilters, zone: string): (job: IDataObject) => boolean {
	const { statuses = [] } = filters;
	const created = earliest(filters.createdAfter, 'Created After', zone);
	const updated = earliest(filters.updatedAfter, 'Updated After', zone);
	return (job) =>
		(statuses.length === 0 || statuses.includes(codeOf(job.status) ?? '')) &&
		isSince(job.created_at, created) &&
		isSince(job.updated_at, updated);
}

function earliest(given: unknown, label: string, zone: string): number | null {
	if (given === undefined || given === null || given === '') return null;
	const instant = utcInstant(given, zone);
	if (instant !== null) return Date.parse(instant);
	throw unreadableDate(given, label, '2025-06-18T16:30');
}

function isSince(time: unknown, earliestTime: number | null): boolean {
	return earliestTime === null || instantOf(time) >= earliestTime;
}
