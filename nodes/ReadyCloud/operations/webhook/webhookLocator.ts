import { locator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { idWithin } from '../../api/locators';
import { objectPath } from '../../api/paths';

/** Chooses one webhook of the organization. */
export const webhookLocator = locator('Webhook', 'webhook', {
	searchListMethod: 'searchWebhooks',
	modes: [
		{
			displayName: 'By ID or URL',
			name: 'id',
			placeholder: 'e.g. x4Tq',
			hint: 'Capitals count. A url such as /api/v2/orgs/K7p/webhooks/x4Tq/ is fine, too.',
		},
	],
});

/**
 * The address of one webhook.
 *
 * @throws InvalidInput when none is chosen, or it is of another organization
 */
export function webhookAt(
	organization: string,
	locator: Locator,
): { id: string; path: string; wanted: string } {
	const id = idWithin(organization, locator, { label: 'Webhook', collection: 'webhooks' });
	return {
		id,
		path: objectPath(organization, 'webhooks', id),
		wanted: `webhook "${id}" in the organization "${organization}"`,
	};
}
