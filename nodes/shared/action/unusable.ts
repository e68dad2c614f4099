import type { Explanation } from '../api/apiErrors';
import { type Property, textOf } from '../api/properties';

/** What is wrong with a parameter that cannot be used, in words for who has filled it in. */

/**
 * Whether a filter that was added restricts nothing: it is blank, or a list of nothing. One that says so
 * in `typeOptions` may be an empty text.
 */
export function isVoid(field: Property, value: unknown): boolean {
	if (value === '' && field.typeOptions?.mayBeEmpty === true) return false;
	if (Array.isArray(value)) return value.every((member) => isVoid(field, member));
	return /^[\s,[\]]*$/.test(textOf(value));
}

/** That a filter was added, but restricts nothing. */
export function emptyFilter({ displayName }: Property): Explanation {
	return {
		message: `The filter "${displayName}" is empty. Without it, others would be found as well, so nothing was looked for.`,
		description: 'Fill it or remove it. If it is an expression, check what that gives.',
	};
}

/** That a group holds nothing. n8n makes the same of one left empty, and of an expression for the whole of it. */
export function emptyGroup({ displayName }: Property): Explanation {
	return {
		message: `"${displayName}" was added, but holds nothing. Nothing was sent.`,
		description:
			'Add an entry, or remove the field. An expression for the whole of it does not count: each of its fields may have one.',
	};
}

const LONGEST_SHOWN = 100;

/** That a value is not what the editor makes. It must not count as empty: that may clear something. */
export function wrongShape({ displayName }: Property, given: unknown): Explanation {
	const found = textOf(given);
	const shown = found.length > LONGEST_SHOWN ? `${found.slice(0, LONGEST_SHOWN)}…` : found;
	return {
		message: `"${displayName}" must hold the fields that the editor shows under it, but it is "${shown}".`,
		description: 'Fill in its fields, each by an expression if need be, not the whole by one.',
	};
}

/**
 * Why a number is none that a field takes, or `null`. What it takes stands in its `typeOptions`, of which
 * n8n makes nothing where an expression gives the value.
 */
export function wrongNumber(
	{ displayName, typeOptions = {} }: Property,
	given: number,
): Explanation | null {
	const { minValue: least = -Infinity, maxValue: most = Infinity, numberPrecision } = typeOptions;
	const mustBeWhole = numberPrecision === 0;
	if (given >= least && given <= most && (!mustBeWhole || Number.isInteger(given))) return null;
	const kind = mustBeWhole ? 'a whole number' : 'a number';
	const upwards = least === -Infinity ? '' : ` of ${least} or more`;
	const bounds = most === Infinity ? upwards : ` from ${least} to ${most}`;
	return {
		message: `"${displayName}" must be ${kind}${bounds}, but it is "${given}".`,
		description: 'Correct it, or check the expression in this parameter.',
	};
}

/** That a value is no number. */
export function noNumber({ displayName }: Property, given: unknown): Explanation {
	return {
		message: `"${displayName}" must be a number, but it is "${textOf(given)}".`,
		description: 'Enter a number, or check the expression in this parameter.',
	};
}
