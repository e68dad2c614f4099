import type { ApiClient } from '../../shared/api/apiClient';
import { optionalLocator } from '../../shared/api/fields';
import type { Locator } from '../../shared/api/properties';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { idGiven, idsIn, organizationIn } from '../event/urlIds';
import { learnName, namedWithin } from './names';
import { onlyOrganization } from './onlyOrganization';
import { type Collection, objectPath } from './paths';

/** A way to enter an id, or the `url` that ReadyCloud gives everything; both as an example. */
export function byIdOrUrl(id: string, url: string) {
	return {
		displayName: 'By ID',
		name: 'id',
		placeholder: `e.g. ${id}`,
		hint: `Capitals count. A url such as ${url} is fine, too.`,
	};
}

/** Chooses the organization, without which ReadyCloud has no path; empty, the only one is meant. */
export const organizationLocator = optionalLocator('Organization', 'organizationId', {
	searchListMethod: 'searchOrganizations',
	placeholder: 'Leave empty if only one',
	modes: [byIdOrUrl('K7p', '/api/v2/orgs/K7p/')],
	description: 'Leave it empty if the access token can see only one',
});

/** What is chosen, in the words of its field, and the collection in which its id counts. */
interface Chosen {
	label: string;
	collection: string;
}

/**
 * The id of the organization that is named, or `null`.
 *
 * @throws InvalidInput when what was given is neither an id nor a `url`
 */
export function namedOrganization(locator: Locator): string | null {
	if (locator.value === '') return null;
	return idIn(locator, { label: 'Organization', collection: 'orgs' });
}

/**
 * The id of the organization: the one that is named, or the only one.
 *
 * @param before the one that counted before, if any
 * @throws InvalidInput when what was given is no id, or none is named and there are several
 */
export async function organizationOf(
	client: ApiClient,
	locator: Locator,
	before: string | null = null,
): Promise<string> {
	const id = namedOrganization(locator);
	if (id === null) return await onlyOrganization(client, before);
	learnName(client, 'organization', id, locator.label);
	return id;
}

/**
 * The id of what is chosen within an organization.
 *
 * @throws InvalidInput also when a `url` belongs to another organization than the chosen one
 */
export function idWithin(organization: string, locator: Locator, chosen: Chosen): string {
	const id = idIn(locator, chosen);
	const other = organizationIn(idsIn(locator.value));
	if (other === null || other === organization) return id;
	throw new InvalidInput(
		`The url in "${chosen.label}" belongs to the organization "${other}", but "${organization}" is chosen. Change one of them.`,
	);
}

/**
 * The path of what is chosen within an organization, and the words for it.
 *
 * @throws InvalidInput when none is chosen, or it is of another organization
 */
export function objectAt(
	client: ApiClient,
	organization: string,
	locator: Locator,
	{ label, collection }: { label: string; collection: Collection },
): { path: string; wanted: string } {
	const id = idWithin(organization, locator, { label, collection });
	const thing = label.toLowerCase();
	learnName(client, thing, id, locator.label);
	return {
		path: objectPath(organization, collection, id),
		wanted: namedWithin(client, organization, thing, id),
	};
}

function idIn({ value }: Locator, { label, collection }: Chosen): string {
	if (value === '') {
		throw new InvalidInput(
			`"${label}" is empty. Choose one from the list, or enter its ID or its url.`,
		);
	}
	const id = idGiven(value, collection);
	if (id !== null) return id;
	throw new InvalidInput(
		`"${value}" in "${label}" is neither an ID nor a url of ReadyCloud. An ID has no slashes and blanks; a url looks like ${exampleOf(collection)}.`,
	);
}

function exampleOf(collection: string): string {
	return collection === 'orgs' ? '/api/v2/orgs/K7p/' : `/api/v2/orgs/K7p/${collection}/q2Xd/`;
}
