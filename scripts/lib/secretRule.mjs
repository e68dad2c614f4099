/** A value that is written beside a word for a secret, and a signed token wherever it stands. */
const BESIDE_A_WORD =
	/(?:token|secret|passw(?:or)?d|key|authorization|signature)\w*["'`]?\s*[:=]\s*["'`]?([\w+=.~-]{16,})(?![\w/])/gi;
const AFTER_A_SCHEME = /(?:Bearer|Basic|Token) ([\w+/=.~-]{16,})/g;
const JSON_WEB_TOKEN = /\b(eyJ[\w-]+)\.eyJ[\w-]+\.[\w-]+/g;

/**
 * How invented ones are known: by the sandbox's name, by `5a4d` (as near as hex digits come to
 * "sand"), by "example", or as words and numbers such as `board-password-0001`.
 */
const INVENTED_FORMS = [
	/sandbox/i,
	/5a4d/,
	/example/i,
	/^(?:[a-z]+|\d{1,4})(?:[-_.](?:[a-z]+|\d{1,4}))*$/i,
];
/** Invented ones that have the form of the real ones, because a test is about that form. */
const INVENTED = new Set([
	// A token of Radaro in the samples, and what tests make of it.
	'Qm7xZ2pLr9TvK4dWn0bYcA',
	// Tokens of ReadyCloud in the samples.
	'0f1e2d3c4b5a69788796a5b4c3d2e1',
	'1a2b3c4d5e6f708192a3b4c5d6e7f8',
	'0a1b2c3d4e5f60718293a4b5c6d7e8f9',
]);
/** Bits a character, by Shannon: what 16 random hex digits have more than, and most words less. */
const RANDOM = 3;

const ID = 'lastmile/secrets';

/** A rule for secretlint beside its own, which know the tokens of well-known providers by their form. */
export const secretRule = {
	meta: { id: ID, type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
	messages: { FOUND: { en: () => 'found what looks like a secret' } },
	create(context) {
		const translate = context.createTranslator(this.messages);
		const report = (index, value) =>
			context.report({
				message: translate('FOUND', {}),
				range: [index, index + value.length],
			});
		return {
			file({ content }) {
				for (const pattern of [BESIDE_A_WORD, AFTER_A_SCHEME]) {
					for (const { 0: all, 1: value, index } of content.matchAll(pattern)) {
						const start = index + all.length - value.length;
						if (isRandom(value) && !isInvented(value)) report(start, value);
					}
				}
				for (const { 0: value, 1: head, index } of content.matchAll(JSON_WEB_TOKEN)) {
					if (isSigned(head)) report(index, value);
				}
			},
		};
	},
};

const isInvented = (value) =>
	INVENTED.has(value) || INVENTED_FORMS.some((form) => form.test(value));

/** Whether it is a token that says that it is signed; the sandbox's say `"alg":"none"`. */
const isSigned = (head) => /"alg":"(?!none")/.test(Buffer.from(head, 'base64url').toString());

function isRandom(value) {
	if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
	const counts = new Map();
	for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
	const shares = [...counts.values()].map((count) => count / value.length);
	return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0) > RANDOM;
}
