import { resourceLocator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { withId } from '../../api/webhookApi';

/** Chooses one webhook. */
export const webhookLocator = resourceLocator('Webhook', 'webhook', {
	searchListMethod: 'searchWebhooks',
	modes: [{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 6712f0a9c35e4b1d8e90a7c2' }],
});

/** Words for the chosen webhook: as the list names it, else by its ID. */
export function inWords({ value, label }: Locator): string {
	return label === undefined ? withId(value) : `webhook "${label}"`;
}

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
