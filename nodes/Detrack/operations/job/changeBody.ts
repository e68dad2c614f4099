import type { IDataObject } from 'n8n-workflow';

import { required } from '../../../shared/action/jsonField';
import { checkChanges, updateFields } from '../../../shared/action/updateFields';
import { defineProperties } from '../../../shared/api/properties';
import { bodyOf, checkClosing } from './jobBody';
import { addressField, dateField, doNumberField, optionalJobFields } from './jobFields';

/** What to change, as all operations that change jobs ask for it. */
export const changeProperties = defineProperties([
	updateFields([doNumberField, dateField, addressField, ...optionalJobFields]),
]);

/**
 * The body that changes a job.
 *
 * @throws InvalidInput when there is nothing to change, or Detrack is known to refuse it
 */
export function changeOf(given: Record<string, unknown>, zone: string): IDataObject {
	const data = bodyOf(given, zone);
	checkChanges(data);
	if ('do_number' in data) {
		required(data.do_number, 'D.O. Number', 'A job cannot be without it.');
	}
	if ('date' in data) required(data.date, 'Date', 'A job cannot be without it.');
	if ('address' in data) {
		required(data.address ?? data.address_1, 'Address', 'A job cannot be without it.');
	}
	checkClosing(data);
	return data;
}
