/**
 * What comes along unseen when something is copied out of a mail, a page or a document: blanks of every
 * width, line breaks and other control characters, and what only says how the text around it is laid
 * out, such as zero width spaces, the byte order mark, soft hyphens and direction marks.
 */
const BLANK_OR_HIDDEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]`;

/**
 * All of that around a text, for every place that cannot call `pastedOrNull`, such as an expression.
 * The look behind keeps the work linear: a run in the middle is walked once, not from each of its
 * characters.
 */
export const AROUND = new RegExp(
	`^${BLANK_OR_HIDDEN}+|(?<!${BLANK_OR_HIDDEN})${BLANK_OR_HIDDEN}+$`,
	'gu',
);

/** All of it but the plain blank, which can be typed and may belong to a password. */
const HIDDEN = new RegExp(`(?! )${BLANK_OR_HIDDEN}`, 'u');

/** What a user pasted, without anything unseen around it; `null` where nothing is left. */
export function pastedOrNull(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const text = value.replace(AROUND, '');
	return text === '' ? null : text;
}

/** The code point of the first unseen character in a text, such as `U+200B`, or `null`. */
export function hiddenIn(text: string): string | null {
	const [character] = HIDDEN.exec(text) ?? [];
	const code = character?.codePointAt(0);
	return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
