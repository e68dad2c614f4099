import type { IExecuteFunctions } from 'n8n-workflow';

import type { Property } from '../api/properties';
import { isRecord } from '../basic/values';
import { LEFT_TO_N8N, namesIn, valueIn } from './itemValue';

/**
 * Reads parameters of a run for its items, with the values that `getNodeParameter` gives. That asks n8n's
 * expression engine anew for each item and value; what is no expression, or only names a value of the
 * item, needs none.
 */
export function parameterReader(
	context: IExecuteFunctions,
): (property: Property, itemIndex: number) => unknown {
	const items = context.getInputData();
	// An AI agent's tool has other items than those that its `$json` is of.
	const isOfItems = context.getExecuteData().data.main?.[0] === items;
	const stored = new Map<string, unknown>();

	return ({ name, default: fallback }, itemIndex) => {
		if (!stored.has(name)) {
			const asStored = { rawExpressions: true };
			stored.set(name, context.getNodeParameter(name, itemIndex, fallback, asStored));
		}
		const json: unknown = isOfItems ? items[itemIndex]?.json : LEFT_TO_N8N;
		const value = resolved(stored.get(name), json);
		return value === LEFT_TO_N8N ? context.getNodeParameter(name, itemIndex, fallback) : value;
	};
}

/** A parameter as n8n stores it with its expressions resolved, or `LEFT_TO_N8N` where one cannot be. */
function resolved(stored: unknown, json: unknown): unknown {
	if (typeof stored === 'string' && stored.startsWith('=')) {
		const names = namesIn(stored);
		return names === undefined ? LEFT_TO_N8N : valueIn(json, names);
	}
	if (Array.isArray(stored)) {
		const list = stored.map((member) => resolved(member, json));
		return list.includes(LEFT_TO_N8N) ? LEFT_TO_N8N : list;
	}
	if (!isRecord(stored)) return stored;
	const fields = Object.entries(stored).map(([name, field]) => [name, resolved(field, json)]);
	return fields.some(([, field]) => field === LEFT_TO_N8N)
		? LEFT_TO_N8N
		: Object.fromEntries(fields);
}
