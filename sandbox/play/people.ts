import type { Random } from './random';

export interface Person {
	first: string;
	last: string;
	phone: string;
	email: string;
	houseNumber: string;
}

const FIRST = [
	'Tom',
	'Elena',
	'Huy',
	'Sarah',
	'Noah',
	'Aroha',
	'Jean',
	'Zoë',
	'Mei',
	'Lars',
] as const;
const LAST = [
	'Okafor',
	'Rossi',
	'Tran',
	'Whitlam',
	'O’Brien',
	'Petersen',
	'van der Berg',
	'Ngata',
	'Lim',
] as const;

/** Somebody who gets something. */
export function person(random: Random): Person {
	const [first, last] = [random.pick(FIRST), random.pick(LAST)];
	const mailbox = `${first}.${last}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
	return {
		first,
		last,
		// A leading zero and eleven digits: what spreadsheets like to eat.
		phone: `04${random.between(100_000_000, 999_999_999)}`,
		email: `${mailbox.toLowerCase()}@example.com`,
		houseNumber: String(random.between(1, 240)),
	};
}
