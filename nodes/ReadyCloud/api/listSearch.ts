import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import type { Explanation } from '../../shared/api/apiErrors';
import { dropDown, labelOf } from '../../shared/api/dropDown';
import { DROP_DOWN_TIMES } from '../../shared/api/limits';
import { locatorOf } from '../../shared/api/properties';
import { addressWithoutValues } from '../../shared/api/withoutValues';
import { byName } from '../../shared/basic/byName';
import { idOrNull, keysOf, textOrNull } from '../../shared/basic/values';
import { READYCLOUD_EVENTS } from '../event/events';
import { nameOf } from '../event/recipient';
import { ownId } from '../event/urlIds';
import { readyCloudClient } from './client';
import { MOST_ORDERS_FOUND, MOST_SEARCHED, PAGES_OF_SEARCH } from './limits';
import { isDeleted, type ListRequest, readList } from './lists';
import { organizationLocator, organizationOf } from './locators';
import { organizationNamed } from './names';
import { type Collection, collectionPath, ORGANIZATIONS_PATH } from './paths';
import { tagsOf } from './tags';

/** Organizations by name, without deleted ones. */
export async function searchOrganizations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await readyCloudClient(this, DROP_DOWN_TIMES);
	const { entries: organizations } = await readList(client, {
		path: ORGANIZATIONS_PATH,
		limit: MOST_SEARCHED,
		maxPages: PAGES_OF_SEARCH,
	});
	const results = choices(
		organizations.filter((organization) => !isDeleted(organization)),
		({ name }) => textOrNull(name),
		filter,
	);
	return dropDown(client, results, filter, {
		message: 'The access token can see no organization',
		description: 'Ask for access to one in ReadyCloud, or use the token of somebody who has it.',
	});
}

/** Orders by whatever ReadyCloud's full-text search finds. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const q = textOrNull(filter);
	const query = q === null ? {} : { q };
	const { client, entries } = await entriesIn(this, 'orders', { query, limit: MOST_ORDERS_FOUND });
	const results = choices(entries, ({ primary_id: primaryId, shipping }) =>
		labelOf(primaryId, nameOf(keysOf(keysOf(shipping).ship_to))),
	);
	return dropDown(client, results, filter, noneYet('orders'));
}

/** Contacts by name; no filter of their list is documented. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { client, entries } = await entriesIn(this, 'contacts', { limit: MOST_SEARCHED });
	return dropDown(client, choices(entries, nameOf, filter), filter, noneYet('contacts'));
}

/** Webhooks by event and URL. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { client, entries } = await entriesIn(this, 'webhooks', { limit: MOST_SEARCHED });
	const results = choices(
		entries,
		({ entity, remote_url: url, suspended_at: suspended }) =>
			labelOf(
				READYCLOUD_EVENTS.find(({ value }) => value === entity)?.name ?? entity,
				idOrNull(suspended) === null ? null : 'suspended',
				addressWithoutValues(url),
			),
		filter,
	);
	return dropDown(client, results, filter, noneYet('webhooks'));
}

/** Tags that orders of the organization have. */
export async function searchTags(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const client = await readyCloudClient(this, DROP_DOWN_TIMES);
	const wanted = filter.trim().toLowerCase();
	const tags = await tagsOf(client, await organizationAbove(this, client));
	const results = tags
		.filter((tag) => tag.toLowerCase().includes(wanted))
		.map((tag) => ({ name: tag, value: tag }));
	return dropDown(client, byName(results).slice(0, MOST_SEARCHED), filter, {
		message: 'No order of this organization has a tag yet',
		description: 'Choose By Name to enter a new one.',
	});
}

/** The organization that is chosen above a list, or the only one. */
async function organizationAbove(
	context: ILoadOptionsFunctions,
	client: ApiClient,
): Promise<string> {
	const given: unknown = context.getCurrentNodeParameter('organizationId');
	return await organizationOf(client, locatorOf(organizationLocator, given));
}

/** Entries of a collection of the organization that is chosen above it, or of the only one. */
async function entriesIn(
	context: ILoadOptionsFunctions,
	collection: Collection,
	request: Pick<ListRequest, 'query' | 'limit'>,
): Promise<{ client: ApiClient; entries: IDataObject[] }> {
	const client = await readyCloudClient(context, DROP_DOWN_TIMES);
	const organization = await organizationAbove(context, client);
	const { entries } = await readList(client, {
		...request,
		path: collectionPath(organization, collection),
		wanted: organizationNamed(client, organization),
		maxPages: PAGES_OF_SEARCH,
	});
	return { client, entries };
}

const noneYet = (things: string): Explanation => ({
	message: `This organization has no ${things} yet`,
	description: 'Create one first, or choose another organization.',
});

function choices(
	entries: readonly IDataObject[],
	nameIn: (entry: IDataObject) => string | null,
	filter = '',
): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return entries
		.map((entry) => ({ id: ownId(entry.url) ?? '', name: nameIn(entry) }))
		.filter(({ id }) => id !== '')
		.map(({ id, name }) => ({ name: name || id, value: id }))
		.filter(({ name, value }) => name.toLowerCase().includes(wanted) || value === filter.trim());
}
