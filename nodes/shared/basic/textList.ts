import { parseExactJson } from './exactJson';
import { idOrNull } from './values';

/**
 * Several texts of one field: separated by commas or new lines, or the list of an expression, which
 * arrives as JSON and may hold texts with commas.
 */
export function textsIn(given: unknown): string[] {
	const text = typeof given === 'string' ? given.trim() : given;
	const parsed =
		typeof text === 'string' && text.startsWith('[') ? parseExactJson(text)?.value : undefined;
	const list = [text, parsed].find((value): value is unknown[] => Array.isArray(value));
	const members: unknown[] = list ?? String(text).split(/[,\r\n]/);
	return [...new Set(members.map(idOrNull).filter((member) => member !== null))];
}
