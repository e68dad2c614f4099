import { type Collection, collection } from '../api/fields';
import type { Properties } from '../api/properties';
import { InvalidInput } from '../basic/invalidInput';

/** "Update Fields", of which users add those that are to change. */
export function updateFields<const Fields extends Properties>(
	fields: Fields,
	description = 'What to change. A field that is added and left empty is cleared.',
): Collection<'updateFields', Fields> {
	return collection('Update Fields', 'updateFields', { options: fields, description });
}

/**
 * @param changes what is to change, by any names
 * @throws InvalidInput when that is nothing
 */
export function checkChanges(changes: object): void {
	if (Object.keys(changes).length > 0) return;
	throw new InvalidInput('There is nothing to change. Add a field under "Update Fields".');
}
