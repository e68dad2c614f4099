/** Street, number and addition apart, as RoutiGo wants them (docs/vendors.md#routigo-upload). */
export interface StreetAddress {
	streetName: string;
	houseNumber: string;
	houseNumberAddition?: string;
}

/** A year, which a street may have in its name, as in "Plein 1944 5". */
const YEAR = /^1[5-9]\d\d$|^20\d\d$/;

/** What may follow a house number: "B", "-3", "bis", "/2", "bus 3". */
const ADDITION = /^[\s/-]*([a-z0-9]{1,6}(?:[\s/-][a-z0-9]{1,6})?)?$/i;

/**
 * Splits a line such as "Korenbloemlaan 27 B". A number at the start belongs to the street, as in
 * "2e Hoofdstraat 5", and so does a year before another number.
 *
 * @returns `null` when the line is anything else, so that no half of it is ever sent
 */
export function splitAddress(line: string): StreetAddress | null {
	const text = line.trim().replace(/\s+/g, ' ');
	const numbers = [...text.matchAll(/(?<=\S )\d{1,5}(?!\d)/g)];
	const [first, second] = numbers;
	const isInName = first !== undefined && second !== undefined && YEAR.test(first[0]);
	const number = isInName ? second : first;
	if (number === undefined) return null;
	const streetName = text.slice(0, number.index).replace(/[\s,]+$/, '');
	const [whole, addition] = ADDITION.exec(text.slice(number.index + number[0].length)) ?? [];
	if (whole === undefined || !/\p{L}{2}/u.test(streetName)) return null;
	return {
		streetName,
		houseNumber: number[0],
		...(addition === undefined ? {} : { houseNumberAddition: addition }),
	};
}
