import type { INodePropertyCollection, INodePropertyMode } from 'n8n-workflow';

import type { Properties, Property } from './properties';

/** A property whose name and type stay literal, so that the type of its value can be inferred. */
export type Field<Type extends Property['type'], Name extends string> = Property & {
	readonly type: Type;
	readonly name: Name;
};

/** A collection with its fields as they were given: what it may hold follows from them. */
export type Collection<Name extends string, Fields extends Properties> = Omit<
	Property,
	'options'
> & {
	readonly type: 'collection';
	readonly name: Name;
	readonly options: Fields;
};

/** What a field may have beside its label, name and type, by n8n's own names. */
export type More = Partial<Omit<Property, 'displayName' | 'name' | 'type' | 'options' | 'modes'>>;

type Choices = ReadonlyArray<{ name: string; value: string; description?: string }>;

/** One line, or several with `typeOptions: { rows }`. */
export function text<const Name extends string>(
	displayName: string,
	name: Name,
	more: More = {},
): Field<'string', Name> {
	return { displayName, name, type: 'string', default: '', ...more };
}

/** Empty unless the default says otherwise: a 0 that stands there first would be sent, or be no number of anything. */
export function number<const Name extends string>(
	displayName: string,
	name: Name,
	more: More = {},
): Field<'number', Name> {
	return { displayName, name, type: 'number', default: '', ...more };
}

/** Off unless the default says otherwise. Its description begins with "Whether". */
export function boolean<const Name extends string>(
	displayName: string,
	name: Name,
	more: More & { description: string },
): Field<'boolean', Name> {
	return { displayName, name, type: 'boolean', default: false, ...more };
}

/** A calendar day. */
export function date<const Name extends string>(
	displayName: string,
	name: Name,
	more: More = {},
): Field<'dateTime', Name> {
	return dateTime(displayName, name, { typeOptions: { dateOnly: true }, ...more });
}

/** A calendar day with a time of day. */
export function dateTime<const Name extends string>(
	displayName: string,
	name: Name,
	more: More = {},
): Field<'dateTime', Name> {
	return { displayName, name, type: 'dateTime', default: '', ...more };
}

/** An object as JSON, unless the default says otherwise. */
export function json<const Name extends string>(
	displayName: string,
	name: Name,
	more: More = {},
): Field<'json', Name> {
	return { displayName, name, type: 'json', default: '{}', ...more };
}

/** A choice of one; the default is one of the options. */
export function options<const Name extends string>(
	displayName: string,
	name: Name,
	{ default: chosen, ...more }: More & { options: Choices; default: string },
): Field<'options', Name> {
	return { displayName, name, type: 'options', default: chosen, ...more };
}

/** A choice of any number; none unless the default says otherwise. */
export function multiOptions<const Name extends string>(
	displayName: string,
	name: Name,
	more: More & { options: Choices },
): Field<'multiOptions', Name> {
	return { displayName, name, type: 'multiOptions', default: [], ...more };
}

/** Fields of which users add those that they need. */
export function collection<const Name extends string, const Fields extends Properties>(
	displayName: string,
	name: Name,
	more: More & { options: Fields },
): Collection<Name, Fields> {
	return {
		displayName,
		name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		...more,
	};
}

/** "Filters", of which users add those that a list is to be narrowed by. */
export function filters<const Fields extends Properties>(
	fields: Fields,
	more: More = {},
): Collection<'filters', Fields> {
	return collection('Filters', 'filters', { placeholder: 'Add Filter', options: fields, ...more });
}

/** Fields that stay together, such as an address, or a list of such with `multipleValues`. */
export function fixedCollection<const Name extends string>(
	displayName: string,
	name: Name,
	more: More & { options: readonly [Group] },
): Field<'fixedCollection', Name> {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Add ${more.options[0].displayName}`,
		default: {},
		...more,
	};
}

type Group = Pick<INodePropertyCollection, 'displayName' | 'name'> & { values: Properties };

/** What a locator is made of beside its label and name. */
interface Located extends More {
	/** The method of the node that lists what can be chosen. */
	searchListMethod: string;
	/** What stands in the list while nothing is chosen, unless n8n's own words do. */
	placeholder?: string;
	/** What can be entered instead of choosing from the list. */
	modes: ReadonlyArray<Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder' | 'hint'>>;
}

/** Chooses one thing of the vendor's: from a list, or by what it is known by. */
export function resourceLocator<const Name extends string>(
	displayName: string,
	name: Name,
	{ searchListMethod, placeholder, modes, ...more }: Located,
): Field<'resourceLocator', Name> {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: `The ${displayName.toLowerCase()} to work with`,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				...(placeholder === undefined ? {} : { placeholder }),
				typeOptions: { searchListMethod, searchable: true },
			},
			...modes.map((mode) => ({ ...mode, type: 'string' as const })),
		],
		...more,
	};
}

/** The same where it may stay empty. */
export function optionalLocator<const Name extends string>(
	displayName: string,
	name: Name,
	located: Located,
): Field<'resourceLocator', Name> {
	const { required, ...locator } = resourceLocator(displayName, name, located);
	return locator;
}

/** Shows a field only while another one has a value. */
export function shownWhen(name: string, value: string | boolean): Pick<Property, 'displayOptions'> {
	return { displayOptions: { show: { [name]: [value] } } };
}
