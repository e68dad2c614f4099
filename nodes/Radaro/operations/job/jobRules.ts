import type { IDataObject } from 'n8n-workflow';

import { checkCoordinate } from '../../../shared/action/coordinates';
import { required } from '../../../shared/action/jsonField';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { isRecord, numberOrNull, textOrNull } from '../../../shared/basic/values';
import { CREATION_STATUSES } from '../../event/statuses';
import { canStandInAddress } from './jobLocator';

/**
 * Checks what Radaro documents of a new job before it is sent, so that the sentence can name the
 * field (docs/vendors.md#radaro-job).
 *
 * @throws InvalidInput with the first rule that does not hold
 */
export function checkNewJob(body: IDataObject): void {
	if (Object.keys(body).length === 0) {
		throw new InvalidInput(
			'The job is empty. Give at least External ID, Customer Name and Delivery Address.',
		);
	}
	checkExternalId(body);
	const customer = isRecord(body.customer) ? body.customer : {};
	required(textOrNull(customer.name), 'Customer Name', 'Enter who gets the delivery.');
	const address = isRecord(body.deliver_address) ? body.deliver_address : {};
	required(
		textOrNull(address.address) ?? textOrNull(address.location),
		'Delivery Address',
		'Enter where to deliver, or add Delivery Location under Additional Fields.',
	);
	checkStatus(body, customer, address);
	checkJob(body);
}

/**
 * @throws InvalidInput when the job could not be found again by this number
 */
export function checkExternalId(body: IDataObject): void {
	required(idText(body.external_id), 'External ID', 'Enter your own number of this job.');
	if (!canStandInAddress(String(body.external_id))) {
		throw new InvalidInput(
			`The "External ID" "${String(body.external_id)}" could not be looked up later. Use letters and digits.`,
		);
	}
}

/**
 * @throws InvalidInput when a change would take away what every job needs
 */
export function checkStaysDeliverable({ customer, deliver_address: place }: IDataObject): void {
	const hint = 'A job cannot be without it.';
	if (isRecord(customer) && 'name' in customer) {
		required(textOrNull(customer.name), 'Customer Name', hint);
	}
	if (isRecord(place) && 'address' in place) {
		required(textOrNull(place.address) ?? textOrNull(place.location), 'Delivery Address', hint);
	}
}

/**
 * Checks what holds for new and changed jobs alike.
 *
 * @throws InvalidInput with the first rule that does not hold
 */
export function checkJob(body: IDataObject): void {
	const hasWindow = isSet(body.deliver_after) || isSet(body.deliver_before);
	if (isSet(body.delivery_interval) && hasWindow) {
		throw new InvalidInput(
			'Give either "Delivery Interval" or "Deliver After" and "Deliver Before", not both. Remove one of them.',
		);
	}
	if (isRecord(body.deliver_address)) checkLocation(body.deliver_address.location);
	if (isSet(body.driver)) checkDriver(body.driver);
	if (isSet(body.delivery_zone)) {
		checkNumber(body.delivery_zone, 'Delivery Zone ID', 'a delivery zone');
	}
}

/**
 * @throws InvalidInput when this cannot be the number of a driver
 */
export function checkDriver(driver: unknown): void {
	checkNumber(driver, 'Driver', 'a driver');
}

function checkNumber(given: unknown, label: string, meaning: string): void {
	const number = numberOrNull(given);
	if (number === null || !Number.isInteger(number) || number <= 0) {
		throw new InvalidInput(
			`"${label}" must be the number of ${meaning} in Radaro's portal, but it is "${String(given)}".`,
		);
	}
}

function checkStatus(
	body: IDataObject,
	customer: Record<string, unknown>,
	address: Record<string, unknown>,
): void {
	const { status } = body;
	if (!isSet(status)) return;
	if (!CREATION_STATUSES.includes(String(status))) {
		throw new InvalidInput(
			`A new job cannot have the "Status" "${String(status)}". Use one of: ${CREATION_STATUSES.join(', ')}.`,
		);
	}
	if (status !== 'pending') return;
	if (!isSet(body.delivery_zone) && !isSet(address.post_code)) {
		throw new InvalidInput(
			'A pending job needs a "Delivery Zone ID", or a "Post Code" that lies in a delivery zone. Add one of them.',
		);
	}
	required(textOrNull(customer.phone), 'Customer Phone', 'A pending job needs it.');
}

/** One text of two numbers, latitude first (docs/vendors.md#radaro-job); another form is left to Radaro. */
function checkLocation(location: unknown): void {
	const [latitude, longitude, ...more] = textOrNull(location)?.split(',') ?? [];
	if (longitude === undefined || more.length > 0) return;
	checkCoordinate(latitude, 'Delivery Location', 'latitude');
	checkCoordinate(longitude, 'Delivery Location', 'longitude');
}

function idText(value: unknown): string | null {
	return typeof value === 'number' ? String(value) : textOrNull(value);
}

function isSet(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
