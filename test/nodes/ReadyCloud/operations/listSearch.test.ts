import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ReadyCloudApi } from '../../../../credentials/ReadyCloudApi.credentials';
import { ReadyCloud } from '../../../../nodes/ReadyCloud/ReadyCloud.node';
import {
	READYCLOUD_DELETED_ORG,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../../../sandbox/readycloud/defaults';
import { executeContext } from '../../../support/executeNode';
import { locator, ReadyCloudBench } from '../../../support/readycloud';
import { useBench } from '../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

type Search = keyof ReadyCloud['methods']['listSearch'];

/** Opens a drop-down, as the editor does; gives its entries as name and value. */
async function open(
	search: Search,
	filter?: string,
	organizationId: unknown = locator('list', READYCLOUD_ORG),
): Promise<string[][]> {
	const { context } = executeContext({
		node: new ReadyCloud(),
		credentialType: new ReadyCloudApi(),
		credential: {
			accessToken: READYCLOUD_TOKEN,
			baseUrl: readyCloud.baseUrl,
		},
		parameters: {},
	});
	const loading = Object.assign(Object.create(context) as ILoadOptionsFunctions, {
		getCurrentNodeParameter: (name: string) =>
			name === 'organizationId' ? organizationId : undefined,
	});
	const found: INodeListSearchResult = await new ReadyCloud().methods.listSearch[search].call(
		loading,
		filter,
	);
	return found.results.map(({ name, value }) => [name, String(value)]);
}

it('shows the organizations, but not the deleted one', async () => {
	expect(await open('searchOrganizations')).toEqual([['Example Outfitters', READYCLOUD_ORG]]);
	expect(await open('searchOrganizations', 'OUTFIT')).toHaveLength(1);
	expect(await open('searchOrganizations', READYCLOUD_ORG)).toHaveLength(1);
	expect(await open('searchOrganizations', 'closed')).toEqual([]);
});

it('shows orders by number and recipient, and leaves the search to ReadyCloud', async () => {
	const shipTo = { address: { firstName: 'Robin', lastName: 'Placeholder' } };
	const { jobId } = await readyCloud.one('order.create', { primaryId: 'A-1', shipTo });
	const other = await readyCloud.one('order.create', { primaryId: 'A-2' });
	const first = ['A-1 · Robin Placeholder', jobId];
	expect(await open('searchOrders')).toEqual([['A-2', other.jobId], first]);
	expect(await open('searchOrders', 'placeholder')).toEqual([first]);
	expect((await readyCloud.lastRequest('GET'))?.query).toMatchObject({ q: 'placeholder' });
});

it('shows contacts by name', async () => {
	const contact = (contactFields: IDataObject) =>
		readyCloud.one('contact.create', { contactFields });
	const { id } = await contact({ firstName: 'Robin', lastName: 'Placeholder' });
	const unnamed = await contact({ website: 'https://example.com' });
	expect(await open('searchContacts')).toEqual([
		['Robin Placeholder', id],
		[unnamed.id, unnamed.id],
	]);
	expect(await open('searchContacts', 'robin')).toEqual([['Robin Placeholder', id]]);
});

it('shows webhooks by event and address, and which are suspended', async () => {
	const sound = await readyCloud.webhook('orders', 'https://example.com/a');
	const suspended = await readyCloud.webhook('contact-address', 'https://example.com/b', true);
	expect(await open('searchWebhooks')).toEqual([
		['Order Changed · https://example.com/a', sound],
		['Contact Address Changed · suspended · https://example.com/b', suspended],
	]);
	expect(await open('searchWebhooks', 'suspended')).toHaveLength(1);
});

it('shows the tags that orders of the organization have', async () => {
	const additionalFields = { tags: 'rush, Gift' };
	await readyCloud.run('order.create', { primaryId: 'A-1', additionalFields });
	await readyCloud.run('order.create', { primaryId: 'A-2', additionalFields: { tags: 'rush' } });
	expect(await open('searchTags')).toEqual([
		['Gift', 'Gift'],
		['rush', 'rush'],
	]);
	expect(await open('searchTags', ' GI ')).toEqual([['Gift', 'Gift']]);
	expect(await open('searchTags', 'none')).toEqual([]);
});

it('costs three reads at most, whatever there is', async () => {
	await readyCloud.settings({ maxPageSize: 1 });
	await readyCloud.orders(5);
	expect(await open('searchOrders')).toHaveLength(3);
	expect(await readyCloud.requests('GET')).toHaveLength(3);
});

it.each(['', undefined, locator('list', '')])(
	'shows what the only organization has when %j is chosen',
	async (given) => {
		await readyCloud.orders(2);
		expect(await open('searchOrders', '', given ?? null)).toHaveLength(2);
	},
);

it('takes the organization as a url or as an expression gives it', async () => {
	await readyCloud.orders(1);
	const url = locator('id', `/api/v2/orgs/${READYCLOUD_ORG}/`);
	expect(await open('searchOrders', '', url)).toHaveLength(1);
	expect(await open('searchOrders', '', READYCLOUD_ORG)).toHaveLength(1);
	await expect(open('searchOrders', '', READYCLOUD_DELETED_ORG)).rejects.toThrow(
		`ReadyCloud has no organization "${READYCLOUD_DELETED_ORG}"`,
	);
});

it('does not wait when there are too many requests', async () => {
	await readyCloud.fault({ kind: 'status', status: 429 });
	await expect(open('searchOrganizations')).rejects.toThrow(
		'ReadyCloud is getting too many requests',
	);
	expect(await readyCloud.requests()).toHaveLength(1);
});
