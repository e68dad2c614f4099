import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/jsonField';
import { isRecord, textOrNull } from '../../shared/values';

/** Fields by ReadyCloud's names, as `postCode` is `post_code`; an empty one is `null`. */
export function namedAttributes(fields: Record<string, unknown>): IDataObject {
	const named = Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [
			attributeName(name),
			textOrNull(value) ?? (isBlank(value) ? null : value),
		]);
	return Object.fromEntries(named) as IDataObject;
}

/** The fields of a group, without empty ones. */
export function attributesOf(fields: Record<string, unknown>): IDataObject {
	return namedAttributes(withoutBlanks(fields));
}

function attributeName(field: string): string {
	return field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

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

/** Something new has nothing to clear, so a field that was added but left empty says nothing. */
export function withoutBlanks<Fields extends object>(fields: Fields): Partial<Fields> {
	const filled = Object.entries(fields).filter(([, value]) => !isBlank(value));
	return Object.fromEntries(filled) as Partial<Fields>;
}
