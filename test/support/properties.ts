import type { INodeProperties } from 'n8n-workflow';

/** Types of properties that a user reads or never sees, instead of filling them in. */
const NOT_TO_FILL_IN = ['notice', 'hidden'];

/** The labels of all fields that a property shows, those inside of collections included. */
export function labelsOf(property: INodeProperties): string[] {
	if (NOT_TO_FILL_IN.includes(property.type)) return [];
	const inside = (property.options ?? []).flatMap((option) => {
		if (!('displayName' in option)) return [];
		if (!('values' in option)) return labelsOf(option);
		return [option.displayName, ...option.values.flatMap(labelsOf)];
	});
	return [property.displayName, ...inside];
}

/** The values of a drop-down, as saved workflows hold them. */
export function valuesOf({ options = [] }: INodeProperties): unknown[] {
	return options.map((option) => ('value' in option ? option.value : undefined));
}

/** The property of a name; the first one, where several are shown by turns. */
export function propertyOf(properties: readonly INodeProperties[], name: string): INodeProperties {
	const found = properties.find((property) => property.name === name);
	if (found === undefined) throw new Error(`There is no property named ${name}.`);
	return found;
}
