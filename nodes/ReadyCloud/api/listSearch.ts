import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DEFAULT_TIMES } from '../../shared/api/requestOptions';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { idOrNull, isRecord, keysOf, textOrNull } from '../../shared/basic/values';
import { nameOf } from '../event/recipient';
import { READYCLOUD_EVENTS } from '../event/events';
import { ownId } from '../event/urlIds';
import { readyCloudClient } from './client';
import { isDeleted, type ListRequest, readList } from './lists';
import { organizationOf } from './locators';
import { type Collection, collectionPath, ORGANIZATIONS_PATH } from './paths';

/** How many entries a drop-down looks at. */
const SEARCHED = 300;

/** Every letter that is typed costs some of the 30 reads a minute (docs/vendors.md#readycloud-limits). */
const SEARCHED_PAGES = 3;

/** ReadyCloud's own search gives no more (docs/vendors.md#readycloud-orders). */
const FOUND = 70;

/** Organizations by name, without deleted ones. */
export async function searchOrganizations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const organizations = await entriesOf(this, { path: ORGANIZATIONS_PATH, limit: SEARCHED });
	return choices(
		organizations.filter((organization) => !isDeleted(organization)),
		({ name }) => textOrNull(name),
		filter,
	);
}

/** Orders by whatever ReadyCloud's full-text search finds. */
export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const q = textOrNull(filter);
	const orders = await entriesOf(this, {
		...collectionOf(this, 'orders'),
		query: q === null ? {} : { q },
		limit: FOUND,
	});
	return choices(orders, ({ primary_id: primaryId, shipping }) =>
		labelOf(idOrNull(primaryId), nameOf(keysOf(keysOf(shipping).ship_to))),
	);
}

/** Contacts by name; no filter of their list is documented. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = { ...collectionOf(this, 'contacts'), limit: SEARCHED };
	return choices(await entriesOf(this, request), nameOf, filter);
}

/** Webhooks by event and address. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return choices(
		await entriesOf(this, { ...collectionOf(this, 'webhooks'), limit: SEARCHED }),
		({ entity, remote_url: address, suspended_at: suspended }) =>
			labelOf(
				READYCLOUD_EVENTS.find(({ value }) => value === entity)?.name ?? textOrNull(entity),
				idOrNull(suspended) === null ? null : 'suspended',
				textOrNull(address),
			),
		filter,
	);
}

/** Somebody waits for the list to open: a refusal now is better than an answer in a minute. */
async function entriesOf(
	context: ILoadOptionsFunctions,
	request: ListRequest,
): Promise<IDataObject[]> {
	const client = await readyCloudClient(context, { ...DEFAULT_TIMES, longestWaitSeconds: 0 });
	return await readList(client, { ...request, maxPages: SEARCHED_PAGES });
}

/** A collection of the organization that is chosen above it. */
function collectionOf(
	context: ILoadOptionsFunctions,
	collection: Collection,
): Pick<ListRequest, 'path' | 'wanted'> {
	const given: unknown = context.getCurrentNodeParameter('organizationId');
	const value = idOrNull(isRecord(given) ? given.value : given) ?? '';
	if (value === '') throw new InvalidInput('Choose the organization first.');
	const organization = organizationOf({ mode: 'id', value });
	return {
		path: collectionPath(organization, collection),
		wanted: `organization "${organization}"`,
	};
}

function choices(
	entries: readonly IDataObject[],
	nameIn: (entry: IDataObject) => string | null,
	filter = '',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const results = entries
		.map((entry) => ({ id: ownId(entry.url) ?? '', name: nameIn(entry) }))
		.filter(({ id }) => id !== '')
		.map(({ id, name }) => ({ name: name ?? id, value: id }))
		.filter(({ name, value }) => name.toLowerCase().includes(wanted) || value === filter.trim());
	return { results };
}

function labelOf(...parts: Array<string | null>): string | null {
	return textOrNull(parts.filter(Boolean).join(' · '));
}
