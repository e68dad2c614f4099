/** Line breaks of every kind: also vertical tab, form feed, next line, line and paragraph separator. */
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/;

/** All control characters, line breaks among them: PostgreSQL refuses NUL, and a cell shows none. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/u;

/**
 * A text in one line, as sheets, databases and mails take it: control characters become a blank, half
 * a character (a surrogate without the other one) becomes U+FFFD.
 *
 * @returns `null` where nothing is left
 */
export function oneLine(text: string): string | null {
	const whole = text.toWellFormed();
	const line = CONTROLS.test(whole) ? joined(whole.split(CONTROLS), ' ') : whole.trim();
	return line === '' ? null : line;
}

/** An address in one line: its own lines with commas between them. */
export function addressLine(text: string): string | null {
	const lines = text.split(LINE_BREAKS).map((line) => withoutComma(oneLine(line) ?? ''));
	const line = joined(lines, ', ');
	return line === '' ? null : line;
}

/** Most lines end with the comma that is to stand between them. */
function withoutComma(line: string): string {
	return line.endsWith(',') ? line.slice(0, -1) : line;
}

function joined(parts: string[], separator: string): string {
	const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
	return filled.join(separator);
}
