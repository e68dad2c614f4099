import type { Locator } from '../../../shared/api/properties';
import { idWithin } from '../../api/locators';
import { objectPath } from '../../api/paths';

/** Chooses one contact of the organization. */
export const contactLocator = {
	displayName: 'Contact',
	name: 'contact',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The contact to work with',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchContacts', searchable: true },
		},
		{
			displayName: 'By ID or URL',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. m3Ws',
			hint: 'Capitals count. A url such as /api/v2/orgs/K7p/contacts/m3Ws/ is fine, too.',
		},
	],
} as const;

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
