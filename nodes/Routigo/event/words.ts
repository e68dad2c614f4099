/** Reading names and words that nobody documents: capitals, `_`, `-` and accents make no difference. */

/** Longer texts are prose, of which the beginning will do. */
const LONGEST = 200;

/** A name without capitals and signs: `recipientname` for `Recipient_Name`. */
export function plain(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The words of a name or a status: `delivered`, `at`, `neighbours` for `DeliveredAt_NEIGHBOURS`. */
export function wordsIn(text: string): string[] {
	return text
		.slice(0, LONGEST)
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
}

/** A word as it stands for one thing: `address` for `addresses`, `delivery` for `deliveries`. */
export function singular(word: string): string {
	if (/(ss|x|ch)es$/.test(word)) return word.slice(0, -2);
	if (/[a-z]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
