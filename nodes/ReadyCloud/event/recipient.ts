import { idOrNull, joinTexts, recordsIn, textOrNull } from '../../shared/basic/values';
import type { KnownColumns } from '../../shared/event/deliveryRow';

type Recipient = Pick<
	KnownColumns,
	| 'recipientName'
	| 'recipientPhone'
	| 'recipientEmail'
	| 'address'
	| 'postCode'
	| 'city'
	| 'country'
>;

/** An address of an order or a contact; its region has no column and is part of the one line. */
export function recipientOf(address: Record<string, unknown>): Recipient {
	const postCode = idOrNull(address.post_code);
	const region = textOrNull(address.region) ?? textOrNull(address.state);
	return {
		recipientName: nameOf(address),
		recipientPhone: idOrNull(address.phone),
		recipientEmail: textOrNull(address.email),
		address: joinTexts(
			[
				address.address_1,
				address.address_2,
				address.city,
				joinTexts([region, postCode], ' '),
				address.country,
			],
			', ',
		),
		postCode,
		city: textOrNull(address.city),
		country: textOrNull(address.country),
	};
}

/** A person's name, or the company where there is none. First and last name may be the same word. */
export function nameOf(person: Record<string, unknown>): string | null {
	const names = [person.first_name, person.last_name].map(textOrNull);
	return textOrNull(names.filter((name) => name !== null).join(' ')) ?? textOrNull(person.company);
}

/** The default one of a contact's addresses, else the first; a contact's delivery has none. */
export function defaultAddress(addresses: unknown): Record<string, unknown> {
	const list = recordsIn(addresses);
	return list.find((address) => address.default === true) ?? list[0] ?? {};
}
