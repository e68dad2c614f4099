import { InvalidInput } from '../../../shared/basic/invalidInput';

interface PostCodes {
	/** How a code begins, without blanks and other signs. */
	form: RegExp;
	/** What it looks like, in words. */
	words: string;
}

/** Of the countries around RoutiGo whose codes begin in one way only; letters and words may follow. */
const POST_CODES: Readonly<Record<string, PostCodes>> = {
	NL: {
		form: /^[1-9]\d{3}(?!\d)/,
		words: 'in the Netherlands has four digits and two letters, such as 8043XX',
	},
	BE: { form: /^[1-9]\d{3}(?!\d)/, words: 'in Belgium has four digits, such as 1000' },
	LU: { form: /^\d{4}(?!\d)/, words: 'in Luxembourg has four digits, such as 1009' },
	DE: { form: /^\d{5}(?!\d)/, words: 'in Germany has five digits, such as 01067' },
	FR: { form: /^\d{5}(?!\d)/, words: 'in France has five digits, such as 75001' },
};

/**
 * Insists that a post code can be one of its country, as there is no place by any other. A country that may
 * stand before it, and what is no letter or digit, does not count; codes of other countries pass.
 *
 * @param country its two letters in capitals
 * @throws InvalidInput saying what its codes look like
 */
export function checkPostCode(given: string, country: string): void {
	const expected = POST_CODES[country];
	const code = given.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
	const bare = code.replace(/^(?:NL|BE|B|LU|L|DE|D|FR|F)(?=\d)/, '');
	if (expected === undefined || expected.form.test(bare)) return;
	throw new InvalidInput(
		`"Post Code" is "${given}", but one ${expected.words}. Correct it, or the "Country Code".`,
	);
}
