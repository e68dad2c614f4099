import type { IDataObject } from 'n8n-workflow';

import { dayOf, unreadableDate } from '../../../shared/action/dates';
import { merged, otherAttributesOf } from '../../../shared/action/otherAttributes';
import type { ValuesOf } from '../../../shared/action/parameters';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { durationOf, secondsIn } from '../../event/clockTime';
import type { addressFields } from './addressFields';
import type { orderFields } from './orderFields';
import { splitAddress, type StreetAddress } from './splitAddress';

type OrderValues = ValuesOf<typeof orderFields>;
type AddressValues = Partial<ValuesOf<typeof addressFields>>;

/**
 * One order as RoutiGo's upload takes it, without what is empty.
 *
 * @param zone the workflow's time zone, for a date with another one
 * @throws InvalidInput with the first thing that is missing or cannot be sent
 */
export function orderBody(values: OrderValues, zone: string): IDataObject {
	const identifier = textOrNull(values.identifier);
	if (identifier === null) throw new InvalidInput('"Identifier" is empty.');
	const { addressAs, additionalFields } = values;
	const { otherAttributes } = additionalFields;
	const parts = { ...values, addressLine: addressAs === 'line' ? values.addressLine : '' };
	const addressInformation = addressOf({ ...parts, name: values.recipientName });
	for (const [key, label] of REQUIRED) {
		if (addressInformation[key] === undefined) throw new InvalidInput(`"${label}" is empty.`);
	}
	const pickup = addressOf(values.pickup);
	const order = {
		identifier,
		scheduledDeliveryDate: dateOf(values.deliveryDate, zone),
		deliveryLocation: { addressInformation, ...windowOf(additionalFields) },
		...(Object.keys(pickup).length > 0 ? { pickupLocation: { addressInformation: pickup } } : {}),
	};
	return merged(order, otherAttributesOf(otherAttributes, 'orders'));
}

/** What every version of RoutiGo's plugin has sent, but for the name. */
const REQUIRED = [
	['streetName', 'Street'],
	['houseNumber', 'House Number'],
	['postcode', 'Post Code'],
	['countryCode', 'Country Code'],
] as const;

function addressOf(values: AddressValues): Partial<StreetAddress> & Record<string, string> {
	const line = textOrNull(values.addressLine);
	const { name, postcode, cityName, countryCode } = values;
	const { streetName, houseNumber, houseNumberAddition } = values;
	const street = line === null ? { streetName, houseNumber, houseNumberAddition } : splitLine(line);
	const parts = { name, ...street, postcode, cityName, countryCode: countryIn(countryCode) };
	const filled = Object.entries(parts).map(([key, part]) => [key, textOrNull(part)] as const);
	return Object.fromEntries(
		filled.flatMap(([key, text]) => (text === null ? [] : [[key, text] as const])),
	);
}

function splitLine(line: string): StreetAddress {
	const street = splitAddress(line);
	if (street !== null) return street;
	throw new InvalidInput(
		`The address line "${line}" cannot be split into street, house number and addition. Choose "Street and Number" and enter them apart.`,
	);
}

function countryIn(given: string | undefined): string | null {
	const code = textOrNull(given);
	if (code === null || /^[a-z]{2}$/i.test(code)) return code?.toUpperCase() ?? null;
	throw new InvalidInput(`"Country Code" must be two letters, such as NL, but it is "${code}".`);
}

function dateOf(given: unknown, zone: string): string {
	const day = dayOf(given, zone);
	if (day !== null) return day;
	throw unreadableDate(given, 'Delivery Date', '2025-06-18');
}

function windowOf({ visitAfter, visitBefore }: OrderValues['additionalFields']): IDataObject {
	const from = timeIn(visitAfter, 'Visit After');
	const to = timeIn(visitBefore, 'Visit Before');
	if (from !== null && to !== null && (secondsIn(from) ?? 0) > (secondsIn(to) ?? 0)) {
		throw new InvalidInput('"Visit After" must not be later than "Visit Before".');
	}
	return {
		...(from === null ? {} : { visitAfter: from }),
		...(to === null ? {} : { visitBefore: to }),
	};
}

function timeIn(given: string | undefined, label: string): string | null {
	const text = textOrNull(given);
	if (text === null) return null;
	const duration = durationOf(text);
	if (duration !== null) return duration;
	throw new InvalidInput(
		`"${label}" must be a time of day from 00:00 to 23:59, such as 09:30, but it is "${text}".`,
	);
}
