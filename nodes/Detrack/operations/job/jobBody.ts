import type { IDataObject } from 'n8n-workflow';

import { namedAttributes } from '../../../shared/action/attributes';
import { checkCoordinate } from '../../../shared/action/coordinates';
import { isBlank } from '../../../shared/action/jsonField';
import { otherAttributesOf } from '../../../shared/action/otherAttributes';
import { clockTime } from '../../../shared/basic/clockTimes';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { isRecord } from '../../../shared/basic/values';
import { detrackStatusOf } from '../../event/codes';
import { detrackTypeOf } from '../../event/jobType';
import { itemsOf } from './itemFields';
import { dayFrom } from './jobLocator';

/** Detrack's calendar days that a job may have, with what the user sees above the field. */
const DAYS = new Map([
	['date', 'Date'],
	['start_date', 'Start Date'],
	['job_received_date', 'Job Received Date'],
]);

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
	return inDetracksForms(body, zone);
}

/**
 * Attributes in the forms that Detrack takes: days, times of day, and the words for types and statuses,
 * which people feed back from our rows.
 *
 * @param zone the workflow's time zone, for dates
 * @throws InvalidInput naming the date that cannot be read, or the coordinate that is none
 */
export function inDetracksForms(body: IDataObject, zone: string): IDataObject {
	const settled = Object.entries(body).map(([key, value]) => [key, inForm(key, value, zone)]);
	return Object.fromEntries(settled) as IDataObject;
}

function inForm(key: string, value: unknown, zone: string): unknown {
	const day = DAYS.get(key);
	if (day !== undefined && value !== undefined) return dayFrom(value, day, zone);
	if (key === 'items') return checkedItems(value);
	if (key === 'type') return detrackTypeOf(value) ?? value;
	if (STATUSES.includes(key)) return detrackStatusOf(value) ?? value;
	const place = PLACES.get(key);
	if (place !== undefined) checkCoordinate(value, ...place);
	return CLOCKS.includes(key) ? clockIn(value) : value;
}

/** Attributes that hold a coordinate. */
const PLACES = new Map<string, [label: string, axis: 'latitude' | 'longitude']>([
	['address_lat', ['Latitude', 'latitude']],
	['address_lng', ['Longitude', 'longitude']],
	['pick_up_lat', ['Pick-Up Latitude', 'latitude']],
	['pick_up_lng', ['Pick-Up Longitude', 'longitude']],
]);

/** Whatever else Detrack takes for no items may clear those of the job; only `null` is meant to. */
function checkedItems(items: unknown): unknown {
	if (items === null || (Array.isArray(items) && items.every(isRecord))) return items;
	throw new InvalidInput(
		'"items" must be a list of objects in square brackets, such as [{"sku": "LAMP-04", "quantity": 1}].',
	);
}

const STATUSES = ['status', 'primary_job_status'];

/** Attributes that hold a time of day. */
const CLOCKS = ['job_release_time', 'pick_up_time', 'eta_time', 'pod_time'];

/** A sheet may give a time as a part of the day, with seconds or in other spellings; others stay. */
function clockIn(value: unknown): unknown {
	if (CLOCK_TIME.test(String(value).trim())) return value;
	return clockTime(value)?.slice(0, 5) ?? value;
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
			`"POD Time" is missing. Detrack closes a job by hand as "${String(status)}" only with the time of its proof of delivery, such as 13:30.`,
		);
	}
	if (!CLOCK_TIME.test(String(time).trim())) {
		throw new InvalidInput(
			`"POD Time" must be a time of day such as 13:30, but it is "${String(time)}". For the present time use {{ $now.toFormat("HH:mm") }}.`,
		);
	}
}
