import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/basic/values';

/** Without the keys that were not given, or `undefined` when none was. */
export function present(values: Record<string, unknown>): IDataObject | undefined {
	const given = Object.entries(values).filter(([, value]) => value !== undefined);
	return given.length === 0 ? undefined : (Object.fromEntries(given) as IDataObject);
}

/** Other attributes of an object join those that the fields have filled; they win over the same. */
export function merged(given: Record<string, unknown>, others: IDataObject): IDataObject {
	const joined = Object.entries(others).map(([key, value]) => {
		const filled = given[key];
		const both = isRecord(filled) && isRecord(value);
		return [key, both ? merged(filled, value as IDataObject) : value];
	});
	return { ...given, ...Object.fromEntries(joined) } as IDataObject;
}
