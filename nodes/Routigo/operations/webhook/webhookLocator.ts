import type { Locator } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';

/** Chooses one webhook. */
export const webhookLocator = {
	displayName: 'Webhook',
	name: 'webhook',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The webhook to work with',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchWebhooks', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 6712f0a9c35e4b1d8e90a7c2',
		},
	],
} as const;

/** @throws InvalidInput when no webhook is chosen, or its id cannot stand in an address */
export function idOf({ value }: Locator): string {
	if (value === '') {
		throw new InvalidInput('"Webhook" is empty. Choose a webhook from the list, or enter its ID.');
	}
	// Dots alone would change the path, and half a character cannot be encoded.
	if (/^\.{1,2}$/.test(value) || /\p{Surrogate}/u.test(value)) {
		throw new InvalidInput(`"${value}" is no ID of a webhook.`);
	}
	return value;
}
