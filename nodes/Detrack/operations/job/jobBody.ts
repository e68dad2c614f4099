import type { IDataObject } from 'n8n-workflow';

import { namedAttributes } from '../../../shared/action/attributes';
import { isBlank } from '../../../shared/action/jsonField';
import { otherAttributesOf } from '../../../shared/action/otherAttributes';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { itemsOf } from './itemFields';
import { dayFrom } from './jobLocator';

/** Detrack's calendar days that a job may have, with what the user sees above the field. */
const DAYS = { date: 'Date', start_date: 'Start Date', job_received_date: 'Job Received Date' };

/**
 * The fields of an operation as Detrack's attributes (docs/vendors.md#detrack-jobs). A field that was
 * added and left empty is `null`, which clears it.
 *
 * @param zone the workflow's time zone, for dates
 * @throws InvalidInput when a JSON field holds none, or a date cannot be read
 */
export function bodyOf(values: Record<string, unknown>, zone: string): IDataObject {
	const { items: rows, itemsJson, otherAttributes, ...fields } = values;
	const items = itemsOf(rows, itemsJson);
	const body = {
		...namedAttributes(fields),
		...(items === undefined ? {} : { items }),
		...otherAttributesOf(otherAttributes, 'jobs'),
	};
	return withDays(body, zone);
}

/** @throws InvalidInput naming the date that cannot be read */
export function withDays(body: IDataObject, zone: string): IDataObject {
	const days = Object.entries(DAYS)
		.filter(([key]) => body[key] !== undefined)
		.map(([key, label]) => [key, dayFrom(body[key], label, zone)]);
	return { ...body, ...(Object.fromEntries(days) as IDataObject) };
}

/** The statuses that end a job (docs/vendors.md#detrack-updates). */
const CLOSING = ['completed', 'completed_partial', 'failed'];

/** Hours and minutes, as `13:30` or `11:00 AM`. */
const CLOCK_TIME = /^([01]?\d|2[0-3]):[0-5]\d(\s?[ap]m)?$/i;

/**
 * Checks a change before it is sent: Detrack closes a job by hand only with the time of its proof
 * (docs/vendors.md#detrack-updates).
 *
 * @throws InvalidInput when the time is missing or none
 */
export function checkClosing({ status, pod_time: time }: IDataObject): void {
	if (isBlank(time)) {
		if (!CLOSING.includes(String(status))) return;
		throw new InvalidInput(
			`"POD Time" (pod_time) is missing. Detrack closes a job by hand as "${String(status)}" only with the time of its proof of delivery, such as 13:30.`,
		);
	}
	if (!CLOCK_TIME.test(String(time).trim())) {
		throw new InvalidInput(
			`"POD Time" must be a time of day such as 13:30, but it is "${String(time)}". For the present time use {{ $now.toFormat("HH:mm") }}.`,
		);
	}
}
