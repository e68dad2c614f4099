/** Reading names and words that nobody documents: capitals, `_`, `-` and accents make no difference. */

/** Longer texts are prose, of which the beginning will do. */
const LONGEST = 200;

/** Names that are remembered, and the longest of them: a sender may make up any number. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 50;

/** What follows from a name alone, worked out once: bodies hold the same few names again and again. */
export function oncePerName<Result extends string | object>(
	of: (name: string) => Result,
): (name: string) => Result {
	const known = new Map<string, Result>();
	return (name) => {
		const found = known.get(name);
		if (found !== undefined) return found;
		const result = of(name);
		if (known.size === MOST_NAMES) known.clear();
		if (name.length <= LONGEST_NAME) known.set(name, result);
		return result;
	};
}

/** A name without capitals and signs: `recipientname` for `Recipient_Name`. */
export const plain = oncePerName((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** The words of a name or a status: `delivered`, `at`, `neighbours` for `DeliveredAt_NEIGHBOURS`. */
export const wordsIn = oncePerName<readonly string[]>((text) =>
	text
		.slice(0, LONGEST)
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== ''),
);

/** A word as it stands for one thing: `address` for `addresses`, `delivery` for `deliveries`. */
export const singular = oncePerName((word) => {
	if (/(ss|x|ch)es$/.test(word)) return word.slice(0, -2);
	if (/[a-z]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
});
