import { type INode, NodeOperationError } from 'n8n-workflow';

import { type Property, textOf } from './properties';

/** How sheets, databases and people write that a switch is on or off, in any capitals. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
	...['true', '1', 'yes', 'y', 'on'].map((word) => [word, true] as const),
	...['false', '0', 'no', 'n', 'off'].map((word) => [word, false] as const),
]);

/** Whether a switch is on, from what an expression yields; `null` where it says neither. */
export function switchOrNull(given: unknown): boolean | null {
	return WORDS.get(textOf(given).trim().toLowerCase()) ?? null;
}

/**
 * Whether a switch is on.
 *
 * @param where the item that the switch is of
 * @throws NodeOperationError when it says neither on nor off; names the parameter
 */
export function checkedSwitch(
	node: INode,
	{ displayName }: Pick<Property, 'displayName'>,
	given: unknown,
	where: { itemIndex?: number } = {},
): boolean {
	const isOn = switchOrNull(given);
	if (isOn !== null) return isOn;
	throw new NodeOperationError(
		node,
		`"${displayName}" must be true or false, but it is "${textOf(given)}".`,
		{ ...where, description: 'Set the switch, or check the expression in this parameter.' },
	);
}
