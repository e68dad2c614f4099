/** A text as one part of a URL. Half a character, which has no code of its own there, becomes U+FFFD. */
export function urlPart(text: string): string {
	return encodeURIComponent(text.toWellFormed());
}
