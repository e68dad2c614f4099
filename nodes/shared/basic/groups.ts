import { isRecord } from './values';

/**
 * Whether a value is what n8n makes of groups of fields: an object with one key, which holds one group
 * or a list of them. It may be without any.
 *
 * @param name the key, as the property names it
 */
export function holdsGroup(given: unknown, name: string): boolean {
	if (!isRecord(given)) return false;
	return Object.entries(given).every(([key, members]) => {
		const groups: unknown[] = Array.isArray(members) ? members : [members];
		return key === name && groups.every(isRecord);
	});
}
