import type { ApiClient } from '../../../shared/api/apiClient';
import { resourceLocator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { byIdOrUrl, objectAt } from '../../api/locators';

/** Chooses one contact of the organization. */
export const contactLocator = resourceLocator('Contact', 'contact', {
	searchListMethod: 'searchContacts',
	modes: [byIdOrUrl('m3Ws', '/api/v2/orgs/K7p/contacts/m3Ws/')],
});

/** @throws InvalidInput when none is chosen, or it is of another organization */
export function contactAt(
	client: ApiClient,
	organization: string,
	locator: Locator,
): { path: string; wanted: string } {
	return objectAt(client, organization, locator, { label: 'Contact', collection: 'contacts' });
}
