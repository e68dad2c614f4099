import type { IDataObject } from 'n8n-workflow';

import { fixedCollection, text as textField } from '../api/fields';
import { textOf } from '../api/properties';
import { InvalidInput } from '../basic/invalidInput';
import { isRecord, recordsIn, textOrNull } from '../basic/values';

/** Parameters of a list for those who know more of it than is documented. */
export const queryProperty = fixedCollection('Other Filters', 'queryParameters', {
	placeholder: 'Add Other Filter',
	typeOptions: { multipleValues: true },
	description:
		'Sent to the service as they are, for filters that it told you of and this node does not offer',
	options: [
		{
			displayName: 'Filter',
			name: 'parameter',
			values: [
				textField('Name', 'name', { required: true }),
				textField('Value', 'value', { required: true }),
			],
		},
	],
});

/**
 * The free query parameters.
 *
 * @param reserved what the node sets itself, in lower case: keys and the turning of pages
 * @throws InvalidInput when one of these is given, or a name or a value is empty
 */
export function queryOf(given: unknown, reserved: readonly string[]): IDataObject {
	const query: IDataObject = {};
	for (const { name, value } of parametersIn(given)) {
		const key = textOrNull(name);
		const text = textOf(value);
		if (key === null || text.trim() === '') {
			throw new InvalidInput(
				`A query parameter has no ${key === null ? 'name' : `value: "${key}"`}. Without it, others would be found as well. Fill it or remove it.`,
			);
		}
		if (reserved.includes(key.toLowerCase())) {
			throw new InvalidInput(`The query parameter "${key}" is set by the node. Remove it.`);
		}
		query[key] = text;
	}
	return query;
}

function parametersIn(given: unknown): Array<Record<string, unknown>> {
	const parameters: unknown = isRecord(given) ? given.parameter : undefined;
	return recordsIn(Array.isArray(parameters) ? parameters : [parameters]);
}
