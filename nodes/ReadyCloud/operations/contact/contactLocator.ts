import { locator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { idWithin } from '../../api/locators';
import { objectPath } from '../../api/paths';

/** Chooses one contact of the organization. */
export const contactLocator = locator('Contact', 'contact', {
	searchListMethod: 'searchContacts',
	modes: [
		{
			displayName: 'By ID or URL',
			name: 'id',
			placeholder: 'e.g. m3Ws',
			hint: 'Capitals count. A url such as /api/v2/orgs/K7p/contacts/m3Ws/ is fine, too.',
		},
	],
});

/**
 * The address of one contact.
 *
 * @throws InvalidInput when none is chosen, or it is of another organization
 */
export function contactAt(
	organization: string,
	locator: Locator,
): { path: string; wanted: string } {
	const id = idWithin(organization, locator, { label: 'Contact', collection: 'contacts' });
	return {
		path: objectPath(organization, 'contacts', id),
		wanted: `contact "${id}" in the organization "${organization}"`,
	};
}
