import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { bodyOf, checkClosing } from './jobBody';
import { addressField, dateField, doNumberField, optionalJobFields, typeField } from './jobFields';
import { required } from './newJob';

/** What to change, as all operations that change jobs ask for it. */
export const changeProperties = defineProperties([
	collection('Update Fields', 'updateFields', {
		description: 'What to change. A field that is added and left empty is cleared.',
		options: [addressField, dateField, doNumberField, ...optionalJobFields, typeField],
	}),
]);

/**
 * The body that changes a job.
 *
 * @throws InvalidInput when there is nothing to change, or Detrack is known to refuse it
 */
export function changeOf(updateFields: Record<string, unknown>, zone: string): IDataObject {
	const data = bodyOf(updateFields, zone);
	if (Object.keys(data).length === 0) {
		throw new InvalidInput('There is nothing to change. Add a field under "Update Fields".');
	}
	if ('do_number' in data) {
		required(data.do_number, 'D.O. Number', 'do_number', 'A job cannot be without it.');
	}
	if ('date' in data) required(data.date, 'Date', 'date', 'A job cannot be without it.');
	checkClosing(data);
	return data;
}
