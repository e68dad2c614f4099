import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import type { Explanation } from '../api/apiErrors';
import { type Locator, locatorOf, type Properties, type Property, textOf } from '../api/properties';
import { checkedSwitch, switchOrNull } from '../api/switches';
import { holdsGroup } from '../basic/groups';
import { textsIn } from '../basic/textList';
import { isRecord, numberOrNull } from '../basic/values';
import { isBlank } from './jsonField';
import { optionIn } from './options';
import { parameterReader } from './parameterReader';
import { emptyFilter, emptyGroup, isVoid, noNumber, wrongNumber, wrongShape } from './unusable';

/** The type of one parameter's value. Dates and JSON stay `unknown`: expressions give anything. */
type ValueOf<P> = P extends { type: 'string' }
	? string
	: P extends { type: 'number' }
		? number
		: P extends { type: 'boolean' }
			? boolean
			: P extends { type: 'options' }
				? string
				: P extends { type: 'multiOptions' }
					? string[]
					: P extends { type: 'resourceLocator' }
						? Locator
						: P extends { type: 'collection'; options: infer O extends Properties }
							? Partial<FieldsOf<O>>
							: unknown;

/** The values that `run` receives, by parameter name. */
export type ValuesOf<P extends Properties> = {
	[Entry in P[number] as Entry['name']]: ValueOf<Entry>;
};

/**
 * The values of a collection's fields: a number that was added but not filled is `null`, and a locator is
 * the text that it holds, whatever way it was chosen.
 */
type FieldsOf<P extends Properties> = {
	[Entry in P[number] as Entry['name']]: Entry extends { type: 'resourceLocator' }
		? string
		: ValueOf<Entry> | (Entry extends { type: 'number' } ? null : never);
};

/**
 * Makes what reads an operation's parameters for each item of a run, and gives each the type that its
 * property promises, whatever an expression yields. It throws a NodeOperationError when a number or a
 * switch is none, when a number lies outside of what its field takes, when something has not the shape of
 * its fields, or when a filter comes out empty; that names the parameter.
 */
export function valuesReader<P extends Properties>(
	context: IExecuteFunctions,
	properties: P,
): (itemIndex: number) => ValuesOf<P> {
	const given = parameterReader(context);
	const wanted = properties.filter((property) => property.type !== 'notice');
	return (itemIndex) => {
		const read = wanted.map((property) => [
			property.name,
			coerce(context, property, given(property, itemIndex), itemIndex),
		]);
		return Object.fromEntries(read) as ValuesOf<P>;
	};
}

function coerce(
	context: IExecuteFunctions,
	property: Property,
	given: unknown,
	itemIndex: number,
): unknown {
	switch (property.type) {
		case 'string':
			return textOf(given);
		case 'options':
			return optionIn(property, textOf(given));
		case 'boolean':
			// n8n copies the whole node when asked for it, which only an error needs.
			return (
				switchOrNull(given) ?? checkedSwitch(context.getNode(), property, given, { itemIndex })
			);
		case 'multiOptions':
			return textsIn(textOf(given)).map((member) => optionIn(property, member));
		case 'number':
			return numberOf(context, property, given, itemIndex);
		case 'resourceLocator':
			return locatorOf(property, given);
		case 'collection':
			return collectionOf(context, property, given, itemIndex);
		case 'fixedCollection':
			return groupsOf(context, property, given, itemIndex);
		default:
			return given;
	}
}

function numberOf(
	context: IExecuteFunctions,
	property: Property,
	given: unknown,
	itemIndex: number,
): number {
	const number =
		/^(number|string)$/.test(typeof given) && textOf(given).trim() !== '' ? Number(given) : NaN;
	const flaw = Number.isFinite(number) ? wrongNumber(property, number) : noNumber(property, given);
	if (flaw === null) return number;
	throw refused(context, flaw, itemIndex);
}

/**
 * Only what the user added; a field of a collection that is not there must not become a default. One
 * that is there, but whose expression yields nothing, is `undefined`, and so is an empty switch or choice:
 * neither has an empty value to be set.
 */
function collectionOf(
	context: IExecuteFunctions,
	property: Property,
	given: unknown,
	itemIndex: number,
): Record<string, unknown> {
	const isFilter = property.name === 'filters';
	if (isBlank(given) && !isFilter) return {};
	if (!isRecord(given)) throw refused(context, wrongShape(property, given), itemIndex);
	const fields = (property.options ?? []).filter((option) => 'type' in option) as Properties;
	const added = fields.filter((field) => field.name in given);
	return Object.fromEntries(
		added.map((field) => {
			const value = heldIn(field, given[field.name]);
			if (isFilter && isVoid(field, value)) throw refused(context, emptyFilter(field), itemIndex);
			if (value === undefined) return [field.name, undefined];
			if (field.type === 'fixedCollection' && isRecord(value) && Object.keys(value).length === 0) {
				throw refused(context, emptyGroup(field), itemIndex);
			}
			const isEmpty = textOf(value).trim() === '';
			if (isEmpty && field.type === 'number') return [field.name, null];
			if (isEmpty && /^(boolean|options)$/.test(field.type)) return [field.name, undefined];
			const isLocator = field.type === 'resourceLocator';
			const read = isLocator ? textOf(value) : coerce(context, field, value, itemIndex);
			// A list may hold nothing that can be read.
			if (isFilter && isVoid(field, read)) throw refused(context, emptyFilter(field), itemIndex);
			// Blanks around what is looked for come from copying it, and would find nothing.
			return [field.name, isFilter && typeof read === 'string' ? read.trim() : read];
		}),
	);
}

/** What a locator of a collection holds: it is as empty as that. Workflows may hold it bare. */
function heldIn({ type }: Property, given: unknown): unknown {
	return type === 'resourceLocator' && isRecord(given) && 'mode' in given ? given.value : given;
}

/**
 * Groups of fields, one or a list of each. A number that is none stays as it was given: the operation can
 * say of which entry it is.
 */
function groupsOf(
	context: IExecuteFunctions,
	property: Property,
	given: unknown,
	itemIndex: number,
): unknown {
	if (isBlank(given)) return given;
	const groups = (property.options ?? []).map(({ name }) => name);
	if (!isRecord(given) || !groups.every((name) => holdsGroup(given, name))) {
		throw refused(context, wrongShape(property, given), itemIndex);
	}
	const read = (property.options ?? []).flatMap((group) => {
		const members = given[group.name];
		if (!('values' in group) || members === undefined) return [];
		const fields = group.values.filter(({ type }) => type !== 'number');
		const numbers = group.values.filter(({ type }) => type === 'number');
		const typed = (member: unknown) => {
			if (!isRecord(member)) return member;
			const read = collectionOf(context, { ...property, options: fields }, member, itemIndex);
			const counted = numbers
				.filter(({ name }) => name in member)
				.map(({ name }) => [name, numberOrNull(member[name]) ?? member[name]]);
			return { ...member, ...read, ...Object.fromEntries(counted) };
		};
		return [[group.name, Array.isArray(members) ? members.map(typed) : typed(members)]];
	});
	return { ...given, ...Object.fromEntries(read) };
}

function refused(
	context: IExecuteFunctions,
	{ message, description }: Explanation,
	itemIndex: number,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
