import type { INodeParameterResourceLocator, INodeProperties } from 'n8n-workflow';

import { isRecord, textOrNull } from '../basic/values';

type DeepReadonly<T> = T extends (...args: never[]) => unknown
	? T
	: T extends object
		? { readonly [K in keyof T]: DeepReadonly<T[K]> }
		: T;

/** A property as it is written in an operation: a literal, so that its type can be inferred. */
export type Property = DeepReadonly<INodeProperties>;

export type Properties = readonly Property[];

/** Properties that several operations share, kept as literals so that their types can be inferred. */
export function defineProperties<const P extends Properties>(properties: P): P {
	return properties;
}

/** A property as n8n's description holds it. */
export function asNodeProperty(property: Property): INodeProperties {
	return { ...(property as INodeProperties) };
}

export type Locator = Pick<INodeParameterResourceLocator, 'mode'> & {
	value: string;
	/** How the list named what was chosen from it. */
	label?: string;
};

/** What an expression gave, as text: nothing as an empty one, an object or a list as JSON. */
export function textOf(given: unknown): string {
	if (given === null || given === undefined) return '';
	if (typeof given !== 'object') return String(given);
	// A date of an expression gives itself as text, without the quotes of JSON.
	const json: unknown = JSON.parse(JSON.stringify(given));
	return typeof json === 'string' ? json : JSON.stringify(json);
}

/** An expression for the whole locator gives a bare value: it counts for the first mode. */
export function locatorOf(property: Pick<Property, 'modes'>, given: unknown): Locator {
	if (isRecord(given) && typeof given.mode === 'string') {
		const label = given.mode === 'list' ? textOrNull(given.cachedResultName) : null;
		return {
			mode: given.mode,
			value: textOf(given.value).trim(),
			...(label !== null && { label }),
		};
	}
	return { mode: property.modes?.[0]?.name ?? 'id', value: textOf(given).trim() };
}
