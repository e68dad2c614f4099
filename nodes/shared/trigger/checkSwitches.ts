import type { IDataObject, IHookFunctions, INodeProperties } from 'n8n-workflow';

import { checkedSwitch, switchOrNull } from '../api/switches';

/**
 * Refuses, in words, a switch among a trigger's options that says neither on nor off. At a call it
 * would be too late: an event must not be lost for it.
 *
 * @param property the trigger's options
 * @throws NodeOperationError naming the switch
 */
export function checkSwitches(context: IHookFunctions, property: INodeProperties): void {
	const given = context.getNodeParameter(property.name, {}) as IDataObject;
	for (const option of property.options ?? []) {
		if (!('type' in option) || option.type !== 'boolean') continue;
		const value = given[option.name];
		if (!isEmpty(value)) checkedSwitch(context.getNode(), option, value);
	}
}

/** Whether a switch among a trigger's options is on; one that is not given, or unreadable, is off. */
export function isSwitchedOn(options: Record<string, unknown>, name: string): boolean {
	return switchOrNull(options[name]) === true;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
