import type { ApiClient } from '../../../shared/api/apiClient';
import { resourceLocator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { byIdOrUrl, objectAt } from '../../api/locators';

/** Chooses one webhook of the organization. */
export const webhookLocator = resourceLocator('Webhook', 'webhook', {
	searchListMethod: 'searchWebhooks',
	modes: [byIdOrUrl('x4Tq', '/api/v2/orgs/K7p/webhooks/x4Tq/')],
});

/** @throws InvalidInput when none is chosen, or it is of another organization */
export function webhookAt(
	client: ApiClient,
	organization: string,
	locator: Locator,
): { path: string; wanted: string } {
	return objectAt(client, organization, locator, { label: 'Webhook', collection: 'webhooks' });
}
