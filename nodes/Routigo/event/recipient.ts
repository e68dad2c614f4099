import { coordinatesFrom, idOrNull, joinTexts, textOrNull } from '../../shared/basic/values';
import type { JobType } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import { CONTACT_NAMES, PLACE_NAMES } from './names';
import { type Part, partiesIn, type Party } from './parties';
import type { Role } from './roles';
import type { RoutigoPayload } from './schema';
import { streetLine } from './streetLine';
import { plain } from './words';

interface Person {
	recipientName: string | null;
	recipientPhone: string | null;
	recipientEmail: string | null;
}

/** The roles of what a job itself holds. */
const OWN: readonly Role[] = ['job', 'contact', 'place'];

/**
 * Who gets the delivery, and where. Name, phone and mail are those of one party, and so is all of an
 * address: nobody's are mixed (docs/vendors.md#routigo-columns).
 *
 * @param jobType what is fetched somewhere has an address of its own, which is not the recipient's
 */
export function recipientOf(payload: RoutigoPayload, jobType: JobType | null): KnownColumns {
	const all = partiesIn(payload);
	const own = all.filter(isOwn);
	const isFetched = jobType === 'collection' && isFilled(placeOf(own));
	const parties = isFetched ? all.filter((party) => isOwn(party) || !party.isObject) : all;
	return { ...personOf(parties), ...placeOf(parties) };
}

function isOwn({ role }: Party): boolean {
	return OWN.includes(role);
}

function isFilled(columns: object): boolean {
	return Object.values(columns).some((value) => value !== null);
}

/**
 * The recipient, else whoever is named at the destination, else a customer, else whom the job itself
 * names. Who has an object alone has nothing besides; to others belongs what the job says of nobody in
 * particular.
 */
function personOf(parties: readonly Party[]): Person {
	const told = (role: Role) =>
		byObject(parties.filter((party) => party.role === role && isFilled(personIn(party))));
	const named = (role: Role) => told(role).find((party) => personIn(party).recipientName !== null);
	const [recipient] = told('recipient');
	const [customer] = told('customer');
	const [destination] = told('destination');
	const own = named('job') ?? named('contact') ?? named('place');
	const main = recipient ?? named('destination') ?? customer ?? own ?? destination;
	const isAlone = main?.isObject === true && (main === recipient || main === customer);
	const others = parties.filter((party) =>
		isOwn(party) ? !isAlone : party.role === main?.role && !party.isObject,
	);
	const all = main === undefined ? others : [main, ...others];
	return all.map(personIn).reduce(together, NOBODY);
}

/** Those that have an object before those that only names of keys tell of. */
function byObject(parties: readonly Party[]): Party[] {
	return [...parties].sort((one, other) => Number(other.isObject) - Number(one.isObject));
}

const NOBODY: Person = { recipientName: null, recipientPhone: null, recipientEmail: null };

/** What is known of one person; nothing of somebody with another name. */
function together(known: Person, more: Person): Person {
	const { recipientName } = more;
	const isOther = recipientName !== null && ![recipientName, null].includes(known.recipientName);
	if (isOther) return known;
	return {
		recipientName: known.recipientName ?? recipientName,
		recipientPhone: known.recipientPhone ?? more.recipientPhone,
		recipientEmail: known.recipientEmail ?? more.recipientEmail,
	};
}

function personIn({ role, parts }: Party): Person {
	const named = parts.filter(({ isNamed }) => isNamed);
	return {
		recipientName: role === 'job' ? null : firstIn(named, nameIn),
		recipientPhone: firstIn(parts, (part) => idOrNull(valueIn(part, CONTACT_NAMES.phone))),
		recipientEmail: firstIn(parts, (part) => textOrNull(valueIn(part, CONTACT_NAMES.email))),
	};
}

function nameIn(part: Part): string | null {
	const parts = CONTACT_NAMES.nameParts.map((name) => valueIn(part, [name]));
	return textOrNull(valueIn(part, CONTACT_NAMES.name)) ?? joinTexts(parts, ' ');
}

/** The destination's, else the recipient's, else the job's own, else a customer's. */
function placeOf(parties: readonly Party[]): KnownColumns {
	const told = (role: Role) =>
		byObject(parties).find((party) => party.role === role && isFilled(placeIn([party])));
	const own = parties.filter(isOwn);
	const main = told('destination') ?? told('recipient');
	if (main !== undefined) return placeIn(main.isObject ? [main] : [main, ...own]);
	const customer = told('customer');
	// Where somebody else gets the delivery, the customer's address is not theirs.
	const isRecipient = !parties.some(({ role }) => role === 'recipient' || role === 'destination');
	if (isFilled(placeIn(own)) || customer === undefined || !isRecipient) return placeIn(own);
	return placeIn([customer]);
}

/** The order's upload has street, number and addition apart; one line is taken as it is. */
function placeIn(parties: readonly Party[]): KnownColumns {
	const all = parties.flatMap(({ parts }) => parts);
	const text = (names: readonly string[]) =>
		firstIn(all, (part) => textOrNull(valueIn(part, names)));
	const id = (names: readonly string[]) => firstIn(all, (part) => idOrNull(valueIn(part, names)));
	const street = text(PLACE_NAMES.street);
	const postCode = id(PLACE_NAMES.postCode);
	const city = text(PLACE_NAMES.city);
	const country = text(PLACE_NAMES.country);
	const place = streetLine(
		street,
		id(PLACE_NAMES.houseNumber),
		id(PLACE_NAMES.houseNumberAddition),
	);
	const town = [postCode, city].filter((part) => part !== null).join(' ');
	return {
		address:
			street === null ? text(PLACE_NAMES.addressLine) : joinTexts([place, town, country], ', '),
		postCode,
		city,
		country,
		...firstIn(all, coordinatesIn),
	};
}

/** Both of them from one object. */
function coordinatesIn(part: Part): KnownColumns | null {
	const place = coordinatesFrom(
		valueIn(part, PLACE_NAMES.latitude),
		valueIn(part, PLACE_NAMES.longitude),
	);
	return place.latitude === null ? null : place;
}

/** The first value that can be read in one of several parts. */
function firstIn<Value>(parts: readonly Part[], read: (part: Part) => Value | null): Value | null {
	for (const part of parts) {
		const value = read(part);
		if (value !== null) return value;
	}
	return null;
}

/** The value under one of the names, which are tried in their order. */
function valueIn({ values }: Part, names: readonly string[]): unknown {
	const name = names.map(plain).find((each) => values.has(each));
	return name === undefined ? undefined : values.get(name);
}
