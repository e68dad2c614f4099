import { idOrNull, isRecord, joinTexts, numberOrNull, textOrNull } from '../../shared/basic/values';
import type { JobType } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import type { Found } from './findValues';

/**
 * The columns that only plausible names lead to (docs/vendors.md#routigo-columns). Names with two
 * words may also be an object and a key in it, such as `driver` and `name`.
 */

/** The order, person and place that a body is about. */
export function recipientOf(found: Found): KnownColumns {
	return {
		recipientName: textOrNull(
			found.first(
				...['recipientName', 'receiverName', 'customerName', 'contactName'],
				...['addressInformationName', 'addressName'],
			),
		),
		recipientPhone: idOrNull(found.first('phoneNumber', 'phone', 'telephone', 'mobile')),
		recipientEmail: textOrNull(found.first('emailAddress', 'email')),
		...addressOf(found),
		...coordinatesOf(found),
	};
}

/** The order's upload has street, number and addition apart; one line is taken as it is. */
function addressOf(found: Found): KnownColumns {
	const street = textOrNull(found.first('streetName', 'street'));
	const postCode = idOrNull(found.first('postcode', 'postalCode', 'zipCode'));
	const city = textOrNull(found.first('cityName', 'city', 'town'));
	const country = textOrNull(found.first('countryCode', 'country'));
	const number = idOrNull(found.first('houseNumber', 'streetNumber'));
	const addition = idOrNull(found.first('houseNumberAddition'));
	const parts = [street, number, addition].filter((part) => part !== null);
	const town = [postCode, city].filter((part) => part !== null);
	const line = textOrNull(found.first('formattedAddress', 'fullAddress', 'addressLine', 'address'));
	return {
		address: street === null ? line : joinTexts([parts.join(' '), town.join(' '), country], ', '),
		postCode,
		city,
		country,
	};
}

function coordinatesOf(found: Found): KnownColumns {
	const latitude = numberOrNull(found.first('latitude', 'lat'));
	const longitude = numberOrNull(found.first('longitude', 'lng', 'lon'));
	if (latitude === null || longitude === null) return {};
	return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : {};
}

/** What a time window may be called; the one that customers were told counts first. */
const WINDOW = ['communicatedTimeWindow', 'communicatedWindow', 'timeWindow', 'window'];

/** Tour, driver, time window and service centre. */
export function tourOf(found: Found): KnownColumns {
	const driver = found.first('driverName', 'driverFullName', 'driver', 'courierName', 'courier');
	return {
		driverId: idOrNull(found.first('driverId', 'driverCode', 'courierId')),
		driverName: textOrNull(driver),
		routeId: idOrNull(found.first('tourId', 'routeId', 'journeyId')),
		routeName: textOrNull(found.first('tourName', 'routeName', 'journeyName')),
		windowFrom: textOrNull(
			found.first(
				...WINDOW.map((name) => `${name}From`),
				...WINDOW.map((name) => `${name}Start`),
				'visitAfter',
			),
		),
		windowTo: textOrNull(
			found.first(
				...WINDOW.map((name) => `${name}To`),
				...WINDOW.map((name) => `${name}End`),
				'visitBefore',
			),
		),
		eta: textOrNull(
			found.first('eta', 'estimatedArrivalTime', 'estimatedArrival', 'expectedArrivalTime'),
		),
		account: idOrNull(
			found.first('serviceCentreCode', 'serviceCentre', 'serviceCenterCode', 'serviceCenter'),
		),
	};
}

/** What the driver recorded, and when. */
export function recordedOf(found: Found): KnownColumns {
	return {
		occurredAt: timeOf(
			found.first('timestamp', 'eventTimestamp', 'eventTime', 'occurredAt', 'dateTime'),
		),
		proofAt: timeOf(found.first('doneAt', 'completedAt', 'finishedAt')),
		receivedBy: textOrNull(found.first('receivedBy', 'signedBy')),
		signatureUrl: webAddress(found.first('signatureUrl', 'signature')),
		photoUrls: photosOf(found),
		note: textOrNull(found.first('driverComment', 'comment', 'remarks', 'remark', 'note')),
		reason: textOrNull(found.first('failureReason', 'endStatusReason', 'reason')),
	};
}

/** A time as it came, or in ISO 8601 where it is a number of milliseconds since 1970. */
function timeOf(value: unknown): string | null {
	if (typeof value === 'number') {
		return value > 1e11 && value < 1e14 ? new Date(value).toISOString() : null;
	}
	const text = textOrNull(value);
	return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) ? text : null;
}

function photosOf(found: Found): string[] {
	const entries: unknown[] = ['photoUrls', 'photos', 'photoUrl', 'photo'].flatMap((name) =>
		found.all(name).flat(),
	);
	const urls = entries.map((entry) => webAddress(isRecord(entry) ? entry.url : entry));
	return [...new Set(urls.filter((url) => url !== null))];
}

function webAddress(value: unknown): string | null {
	const text = textOrNull(value);
	return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

/** Whether something is brought or fetched, where a word says it. */
export function jobTypeOf(found: Found): JobType | null {
	const word = textOrNull(found.first('assignmentType', 'taskType', 'stopType', 'jobType')) ?? '';
	if (/deliver|drop/i.test(word)) return 'delivery';
	return /pick.?up|collect/i.test(word) ? 'collection' : null;
}
