import { type IDataObject, type IPollFunctions, NodeApiError } from 'n8n-workflow';

import { type ApiClient, isRefusal } from '../../shared/api/apiClient';
import { POLL_TIMES } from '../../shared/api/limits';
import { isRecord, recordsIn } from '../../shared/basic/values';
import { OPEN_DAYS } from '../../shared/changes/changesMemory';
import type { ChangesVendor, JobTimes } from '../../shared/changes/changesVendor';
import { latestTime } from '../../shared/changes/jobTimes';
import { chosenOrganization } from '../api/chosenOrganization';
import { readyCloudClient } from '../api/client';
import { PAGE_SIZE } from '../api/limits';
import { readPage } from '../api/lists';
import { organizationNamed } from '../api/names';
import { collectionPath, orderPath } from '../api/paths';
import { normalizeReadyCloudOrder } from '../event/normalize';
import type { ReadyCloudOrder } from '../event/schema';
import { statusOf } from '../event/statuses';
import { ownId } from '../event/urlIds';
import { REQUESTS_PER_POLL } from './changesProperties';

/** Whether an order is delivered stands in its boxes. */
const WHOLE = { expand: 'boxes,items' };

/**
 * ReadyCloud is asked for orders by their `updated_at`. A delivered box may move `nested_updated_at`
 * alone, by which nothing can be asked (docs/vendors.md#readycloud-orders): so all orders of some days
 * are read again and again, and those that are open after that are asked for one by one.
 */
export const readyCloudChanges: ChangesVendor = {
	name: 'ReadyCloud',
	thing: 'order',
	requestsPerPoll: REQUESTS_PER_POLL,
	async connect(context: IPollFunctions, { lookBack }) {
		const client = await readyCloudClient(context, POLL_TIMES);
		const organization = await chosenOrganization(context, client);
		const path = collectionPath(organization, 'orders');
		return {
			account: `${client.baseUrl} ${organization}`,
			async list(place, isFirstRound) {
				const days = isFirstRound ? Math.max(lookBack, OPEN_DAYS) : lookBack;
				const query = isRecord(place?.query)
					? (place.query as IDataObject)
					: { ...WHOLE, updated_at__gte: daysBefore(days), limit: PAGE_SIZE };
				const wanted = organizationNamed(client, organization);
				const { entries, next } = await readPage(client, { path, query, wanted });
				return {
					jobs: entries,
					next: next === null || entries.length === 0 ? null : { query: next },
				};
			},
			ask: async (id) => await requestOrder(client, organization, id),
			row: (order) => normalizeReadyCloudOrder(order),
			timesOf,
		};
	},
};

function daysBefore(days: number): string {
	return new Date(Date.now() - days * 86_400_000).toISOString();
}

async function requestOrder(
	client: ApiClient,
	organization: string,
	id: string,
): Promise<IDataObject | null> {
	const request = { method: 'GET', path: orderPath(organization, id), query: WHOLE } as const;
	const answer = await client.send(request);
	if (answer instanceof NodeApiError) throw answer;
	if (answer.status === 404 || answer.status === 410) return null;
	if (isRefusal(answer)) throw client.refusal(answer, { wanted: `order "${id}"` });
	const order: unknown = answer.body;
	return isRecord(order) && ownId(order.url) === id ? (order as IDataObject) : null;
}

function timesOf(order: ReadyCloudOrder): JobTimes {
	const delivered = recordsIn(order.boxes).map((box) => box.delivered_at);
	return {
		createdAt: latestTime([order.created_at]),
		changedAt: latestTime([order.updated_at, order.nested_updated_at]),
		settledAt: statusOf(order) === 'delivered' ? latestTime(delivered) : null,
		day: null,
	};
}
