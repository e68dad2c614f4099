import manifest from '../../package.json';
import { DETRACK_BASE } from '../../sandbox/detrack/defaults';
import { READYCLOUD_BASE, READYCLOUD_ORG } from '../../sandbox/readycloud/defaults';
import type { Node } from '../../test/support/chain';
import { detrackJobs, radaroJobs } from './jobs';

/** Pages of lists, as large as this package's nodes ask for them; as many jobs go into one request. */
export const PAGE_SIZE = 100;

/** Work that there is more than one way to do. */
export interface BulkWork {
	/** With what is worked with, such as `create jobs at Radaro`. */
	name: string;
	/** The provider's slug, where the sandbox has its stand-in. */
	vendor: string;
	/** The items that the work is done for; without it, it is the reading of what is there. */
	items?(count: number, run: string): object[];
	/** Nodes in a row, by the name of the way. What a way is compared with comes last. */
	ways(sandboxUrl: string): Array<[name: string, nodes: Node[]]>;
}

export const BULK_WORK: readonly BulkWork[] = [
	{
		name: 'Create jobs at Radaro',
		vendor: 'radaro',
		items: radaroJobs,
		ways: (url) => [
			['Create Many, fields', [radaroFields((place) => `={{ $json.${place} }}`)]],
			[
				'Create Many, fields to work out',
				[radaroFields((place) => `={{ $json.${place}.trim() }}`)],
			],
			['Create Many, JSON', [own('radaro', { operation: 'createMany', source: 'json' })]],
			[
				'an HTTP Request for each',
				[httpPost('radaroApi', `${url}/radaro/api/webhooks/jobs/`, '={{ $json }}')],
			],
		],
	},
	{
		name: 'Create jobs at Detrack',
		vendor: 'detrack',
		items: detrackJobs,
		ways: (url) => [
			[
				'Create Many, fields',
				[
					own('detrack', {
						operation: 'createMany',
						doNumber: '={{ $json.do_number }}',
						date: '={{ $json.date }}',
						address: '={{ $json.address }}',
						additionalFields: {
							deliverToCollectFrom: '={{ $json.deliver_to_collect_from }}',
							instructions: '={{ $json.instructions }}',
							notifyEmail: '={{ $json.notify_email }}',
							orderNumber: '={{ $json.order_number }}',
							phoneNumber: '={{ $json.phone_number }}',
						},
					}),
				],
			],
			['Create Many, JSON', [own('detrack', { operation: 'createMany', source: 'json' })]],
			[
				'an HTTP Request for each',
				[httpPost('detrackApi', `${url}${DETRACK_BASE}/dn/jobs`, '={{ { data: $json } }}')],
			],
		],
	},
	{
		name: 'Read jobs of Radaro',
		vendor: 'radaro',
		ways: (url) => [
			['Get Many', [own('radaro', { operation: 'getMany', returnAll: true })]],
			[
				'an HTTP Request with pages',
				httpList('radaroApi', `${url}/radaro/api/webhooks/jobs/`, 'results', {
					query: { page_size: PAGE_SIZE },
					page: { page: '={{ $pageCount + 1 }}' },
					isOver: `={{ $pageCount * ${PAGE_SIZE} >= $response.body.count }}`,
				}),
			],
		],
	},
	{
		name: 'Read jobs of Detrack',
		vendor: 'detrack',
		ways: (url) => [
			['Get Many', [own('detrack', { operation: 'getMany', returnAll: true })]],
			[
				'an HTTP Request with pages',
				httpList('detrackApi', `${url}${DETRACK_BASE}/dn/jobs`, 'data', {
					query: { limit: PAGE_SIZE },
					page: { page: '={{ $pageCount + 1 }}' },
					isOver: '={{ !$response.body.links.next }}',
				}),
			],
		],
	},
	{
		name: 'Read orders of ReadyCloud',
		vendor: 'readycloud',
		ways: (url) => [
			[
				'Get Many',
				[own('readyCloud', { resource: 'order', operation: 'getMany', returnAll: true })],
			],
			[
				'an HTTP Request with pages',
				httpList(
					'readyCloudApi',
					`${url}${READYCLOUD_BASE}/orgs/${READYCLOUD_ORG}/orders/`,
					'results',
					{
						query: { limit: PAGE_SIZE },
						page: { offset: `={{ $pageCount * ${PAGE_SIZE} }}` },
						isOver: '={{ !$response.body.next }}',
					},
				),
			],
		],
	},
];

/** @param of the expression for what stands at a place of the item */
function radaroFields(of: (place: string) => string): Node {
	return own('radaro', {
		operation: 'createMany',
		externalId: of('external_id'),
		customerName: of('customer.name'),
		address: of('deliver_address.address'),
		additionalFields: {
			address2: of('deliver_address_2'),
			comment: of('comment'),
			customerEmail: of('customer.email'),
			customerPhone: of('customer.phone'),
			deliverAfter: of('deliver_after'),
			deliverBefore: of('deliver_before'),
			title: of('title'),
		},
	});
}

function own(type: string, parameters: object): Node {
	return {
		name: 'Way',
		type: `${manifest.name}.${type}`,
		typeVersion: 1,
		parameters: { resource: 'job', ...parameters },
	};
}

function httpPost(credential: string, url: string, jsonBody: string): Node {
	return http(credential, { method: 'POST', url, sendBody: true, specifyBody: 'json', jsonBody });
}

interface Paging {
	query: Record<string, unknown>;
	page: Record<string, string>;
	/** After which answer there is no further page. */
	isOver: string;
}

/** A list page by page, and its entries as items. @param field where the entries of a page are */
function httpList(
	credential: string,
	url: string,
	field: string,
	{ query, page, isOver }: Paging,
): Node[] {
	const pagination = {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: { parameters: named(page).map((each) => ({ type: 'qs', ...each })) },
		paginationCompleteWhen: 'other',
		completeExpression: isOver,
	};
	return [
		http(credential, {
			url,
			sendQuery: true,
			queryParameters: { parameters: named(query) },
			options: { pagination: { pagination } },
		}),
		{
			name: 'Entries',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: field, options: {} },
		},
	];
}

function named(values: Record<string, unknown>): Array<{ name: string; value: unknown }> {
	return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function http(nodeCredentialType: string, parameters: object): Node {
	return {
		name: 'Way',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { authentication: 'predefinedCredentialType', nodeCredentialType, ...parameters },
	};
}
