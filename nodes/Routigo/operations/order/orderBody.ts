import type { IDataObject } from 'n8n-workflow';

import { dayOf, unreadableDate } from '../../../shared/action/dates';
import { isBlank } from '../../../shared/action/jsonField';
import { merged, otherAttributesOf } from '../../../shared/action/otherAttributes';
import type { ValuesOf } from '../../../shared/action/parameters';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { oneLine } from '../../../shared/event/oneLine';
import type { addressFields } from './addressFields';
import type { orderFields } from './orderFields';
import { checkPostCode } from './postCode';
import { namesPlace, splitAddress, type StreetAddress } from './splitAddress';
import { visitWindow } from './visitWindow';

type OrderValues = ValuesOf<typeof orderFields>;
type AddressValues = Partial<ValuesOf<typeof addressFields>>;

/**
 * One order as RoutiGo's upload takes it, without what is empty.
 *
 * @param zone the workflow's time zone, for a date with another one
 * @throws InvalidInput with the first thing that is missing or cannot be sent
 */
export function orderBody(values: OrderValues, zone: string): IDataObject {
	const identifier = oneLine(values.identifier);
	if (identifier === null) throw new InvalidInput('"Identifier" is empty.');
	if (identifier.includes('_')) {
		throw new InvalidInput(
			`The identifier "${identifier}" has an underscore. RoutiGo appends one with a number, and what follows it could not be told from yours. Use another sign, such as a hyphen.`,
		);
	}
	const { addressAs, additionalFields } = values;
	const { otherAttributes } = additionalFields;
	const parts = { ...values, addressLine: addressAs === 'line' ? values.addressLine : '' };
	const address = addressOf({ ...parts, name: values.recipientName });
	const street = addressAs === 'line' ? 'Address Line' : 'Street';
	for (const [key, label] of REQUIRED) {
		if (address[key] === undefined) throw new InvalidInput(`"${label ?? street}" is empty.`);
	}
	const pickup = addressOf(values.pickup);
	const order = {
		identifier,
		scheduledDeliveryDate: dateOf(values.deliveryDate, zone),
		deliveryLocation: { addressInformation: numbered(address), ...visitWindow(additionalFields) },
		...(Object.keys(pickup).length > 0
			? { pickupLocation: { addressInformation: numbered({ streetName: '', ...pickup }) } }
			: {}),
	};
	return merged(order, otherAttributesOf(otherAttributes, 'orders'));
}

/**
 * What every version of RoutiGo's plugin has filled, and the name, so that a missing one is told here in a
 * sentence. The label of the street depends on how it is entered.
 */
const REQUIRED = [
	['name', 'Recipient Name'],
	['streetName', null],
	['postcode', 'Post Code'],
	['countryCode', 'Country Code'],
] as const;

type Address = Partial<StreetAddress> & Record<string, string>;

function addressOf(values: AddressValues): Address {
	const line = textOrNull(values.addressLine);
	const { name, postcode, cityName, countryCode } = values;
	const { streetName, houseNumber, houseNumberAddition } = values;
	const street = line === null ? { streetName, houseNumber, houseNumberAddition } : splitLine(line);
	const parts = { name, ...street, postcode, cityName, countryCode: countryIn(countryCode) };
	const filled = Object.entries(parts).map(([key, part]) => [key, oneLine(part ?? '')] as const);
	const address: Address = Object.fromEntries(
		filled.flatMap(([key, text]) => (text === null ? [] : [[key, text] as const])),
	);
	if (address.postcode !== undefined) checkPostCode(address.postcode, address.countryCode ?? '');
	return address;
}

/** An address without a house number says so by empty texts, as RoutiGo's own plugin does. */
function numbered(address: Address): Address {
	if (address.houseNumber !== undefined) return address;
	return { houseNumberAddition: '', ...address, houseNumber: '' };
}

function splitLine(line: string): StreetAddress {
	const street = splitAddress(line);
	if (street !== null) return street;
	const [why, elsewhere] = namesPlace(line)
		? ['', '; post code and city have fields of their own']
		: [', as it is not certain what of it is the house number', ''];
	throw new InvalidInput(
		`The address line "${oneLine(line) ?? ''}" cannot be split into street, house number and addition${why}. Choose "Street and Number" and enter them apart${elsewhere}.`,
	);
}

function countryIn(given: string | undefined): string | null {
	const code = oneLine(given ?? '');
	if (code === null || /^[a-z]{2}$/i.test(code)) return code?.toUpperCase() ?? null;
	throw new InvalidInput(`"Country Code" must be two letters, such as NL, but it is "${code}".`);
}

function dateOf(given: unknown, zone: string): string {
	if (isBlank(given)) throw new InvalidInput('"Delivery Date" is empty.');
	const day = dayOf(given, zone);
	if (day !== null) return day;
	throw unreadableDate(given, 'Delivery Date', '2025-06-18');
}
