import type { IDataObject } from 'n8n-workflow';

import { type Field, json } from '../api/fields';
import { isRecord } from '../basic/values';
import { isBlank, objectOf } from './jsonField';

/** "Other Attributes": what the vendor knows and the node does not offer. */
export function otherAttributesField(vendor: string): Field<'json', 'otherAttributes'> {
	return json('Other Attributes', 'otherAttributes', {
		description: `More attributes by ${vendor}'s own names, as a JSON object. They win over the fields above.`,
	});
}

/**
 * The other attributes; none where the field is empty.
 *
 * @param things what they are attributes of
 * @throws InvalidInput when the field holds no JSON object
 */
export function otherAttributesOf(given: unknown, things: string): IDataObject {
	return isBlank(given) ? {} : objectOf(given, 'Other Attributes', things);
}

/**
 * Lays other attributes over those that the fields have filled; they win over the same. Key by key
 * also within objects: a remark for the location must not take its address away.
 */
export function merged(filled: IDataObject, others: IDataObject): IDataObject {
	const joined = Object.entries(others).map(([key, other]) => {
		const known = Object.hasOwn(filled, key) ? filled[key] : undefined;
		const areObjects = isRecord(known) && isRecord(other);
		return [key, areObjects ? merged(known as IDataObject, other as IDataObject) : other] as const;
	});
	return { ...filled, ...Object.fromEntries(joined) };
}
