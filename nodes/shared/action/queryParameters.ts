import type { IDataObject } from 'n8n-workflow';

import { fixedCollection, text } from '../api/fields';
import { InvalidInput } from '../basic/invalidInput';
import { isRecord, recordsIn, textOrNull } from '../basic/values';

/** Parameters of a list for those who know more of it than is documented. */
export const queryProperty = fixedCollection('Query Parameters', 'queryParameters', {
	typeOptions: { multipleValues: true },
	description: 'Sent as they are, for filters that this node does not offer',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [text('Name', 'name'), text('Value', 'value')],
		},
	],
});

/**
 * The free query parameters.
 *
 * @param reserved what the node sets itself, in lower case: keys and the turning of pages
 * @throws InvalidInput when one of these is given
 */
export function queryOf(given: unknown, reserved: readonly string[]): IDataObject {
	const query: IDataObject = {};
	for (const { name, value } of recordsIn(isRecord(given) ? given.parameter : undefined)) {
		const key = textOrNull(name);
		if (key === null) continue;
		if (reserved.includes(key.toLowerCase())) {
			throw new InvalidInput(`The query parameter "${key}" is set by the node. Remove it.`);
		}
		query[key] = String(value ?? '');
	}
	return query;
}
