import type { IDataObject } from 'n8n-workflow';

import { textOrNull } from '../basic/values';
import { isBlank } from './jsonField';

/** A parameter's name as vendors write attributes: `postCode` as `post_code`, `address1` as `address_1`. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

/** Fields by the vendor's names, as `postCode` is `post_code`; an empty one is `null`. */
export function namedAttributes(fields: Record<string, unknown>): IDataObject {
	const named = Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [
			snakeCase(name),
			textOrNull(value) ?? (isBlank(value) ? null : value),
		]);
	return Object.fromEntries(named) as IDataObject;
}

/** The fields of a group, without empty ones. */
export function attributesOf(fields: Record<string, unknown>): IDataObject {
	return namedAttributes(withoutBlanks(fields));
}

/** Something new has nothing to clear, so a field that was added but left empty says nothing. */
export function withoutBlanks<Fields extends object>(fields: Fields): Partial<Fields> {
	const filled = Object.entries(fields).filter(([, value]) => !isBlank(value));
	return Object.fromEntries(filled) as Partial<Fields>;
}

/** Without the keys that were not given, or `undefined` when none was. */
export function onlyGiven(fields: Record<string, unknown>): IDataObject | undefined {
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return given.length === 0 ? undefined : (Object.fromEntries(given) as IDataObject);
}
