import { oneLine } from '../../../shared/event/oneLine';
import { additionIn } from './addition';

/** Street, number and addition apart, as RoutiGo wants them (docs/vendors.md#routigo-upload). */
export interface StreetAddress {
	streetName: string;
	/** Empty where the address has none, as RoutiGo's own plugin sends it. */
	houseNumber: string;
	houseNumberAddition?: string;
}

const YEAR = String.raw`(?:1[5-9]|20)\d\d`;

/** Years that streets are named after: "1944", "1940-1945", "1940-'45", "40-45". */
const YEARS = String.raw`(?:${YEAR}(?: ?[-–—/] ?['’]?(?:${YEAR}|\d\d))?|40 ?[-–—/] ?['’]?45|14 ?[-–—/] ?['’]?18)`;

const MONTHS = [
	'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
	'janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre',
	'januar|februar|märz|august|dezember|january|february|march|may|june|july|october',
].join('|');

/** Numbers of a street's own name: years before another number, "20 Août", "17. Juni", "22e Régiment". */
const IN_NAME = new RegExp(
	[
		String.raw`^${YEARS}(?= \d)`,
		String.raw`^\d{1,2}(?:er|e)?\.? (?:${MONTHS})(?:straat|plein|laan|weg|kade)?(?!\p{L})`,
		String.raw`^\d{1,3}(?:e|de|ste|er|ère|ème|eme|th|st|nd|rd) \p{L}{4,}`,
	].join('|'),
	'iu',
);

/** Years alone may be the name of a street as well as a number. */
const ONLY_YEARS = new RegExp(`^${YEARS}$`);

/** Post codes of the Netherlands, of Great Britain, and those with a country before them. */
const POST_CODE =
	/\b[1-9]\d{3} ?[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?:A|B|BE|CH|D|DE|F|FR|L|LU|NL)-\d{4,5}\b/i;

/** What may come first where the street does not: a number before a comma, or a post code. */
const OTHER_ORDER = /^\d{4}|^\d+\p{L}?,|^\d+\p{L}? .*,/u;

/** What a number behind it is not the house's own for certain: "bus 3", "t/o 5". */
const NOT_A_STREET =
	/[ ,](?:bus|bte|bo[iî]te|box|app|apt|unit|kamer|room|suite|loods|hal|t\/o|tegenover|naast|nabij|bij)\.?$/i;

/** With the look behind, a run of them in the middle is walked only once. */
const SEPARATORS_AT_END = /(?<![ ,])[ ,]+$/;

/** What comes along when a line is copied from a page: zero width, soft hyphen, marks of direction. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/**
 * Splits a line such as "Korenbloemlaan 27 B". Separators stay with the addition. A line without any
 * number is a street.
 *
 * @returns `null` when the line is anything else, so that no half of it is ever sent
 */
export function splitAddress(line: string): StreetAddress | null {
	const visible = (oneLine(line) ?? '').replace(INVISIBLE, '');
	const text = visible.replace(/\s+/g, ' ').replace(SEPARATORS_AT_END, '');
	if (!isStreet(text)) return null;
	if (!/\p{N}/u.test(text)) return { streetName: text, houseNumber: '', houseNumberAddition: '' };
	if (POST_CODE.test(text) || OTHER_ORDER.test(text)) return null;
	const numbers = [...text.matchAll(/(?<=\S )\d{1,5}(?!\d)/g)];
	const number = numbers.find(({ index }) => !IN_NAME.test(text.slice(index)));
	if (number === undefined || ONLY_YEARS.test(text.slice(number.index))) return null;
	const { 0: houseNumber, index } = number;
	const streetName = text.slice(0, index).replace(SEPARATORS_AT_END, '');
	const addition = additionIn(text.slice(index + houseNumber.length));
	if (addition === null || !isStreet(streetName)) return null;
	return {
		streetName,
		houseNumber,
		...(addition === '' ? {} : { houseNumberAddition: addition }),
	};
}

/** Whether a line seems to hold a post code, or a city behind a comma or a number. */
export function namesPlace(line: string): boolean {
	return POST_CODE.test(line) || /,\s*\p{L}|\p{L} \p{N}{1,5}\p{L}? \p{Lu}\p{L}{2}/u.test(line);
}

function isStreet(name: string): boolean {
	return /\p{L}{2}|\p{L}\d/u.test(name) && !NOT_A_STREET.test(name);
}
