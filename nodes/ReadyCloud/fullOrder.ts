import type { IWebhookFunctions } from 'n8n-workflow';

import { isRecord, recordsIn } from '../shared/values';
import { readyCloudClient } from './client';
import { collectionOf } from './entities';
import { idsIn, organizationIn } from './ids';
import { orderPath } from './paths';
import type { ReadyCloudPayload } from './schema';

/** ReadyCloud waits for the answer meanwhile, and suspends a webhook that fails too often. */
const TIMES = { timeoutSeconds: 10, longestWaitSeconds: 0 };

/**
 * A delivery about an order with the whole order beside it, its boxes and items in full: a delivery
 * holds boxes without tracking numbers (docs/vendors.md#readycloud-orders). It is given without, where
 * ReadyCloud does not answer: an event must not be lost because it could not be completed.
 */
export async function withFullOrder(
	context: IWebhookFunctions,
	payload: ReadyCloudPayload,
): Promise<ReadyCloudPayload> {
	const ids = idsIn(payload.body.url);
	const [organization, order] = [organizationIn(ids), ids.get('orders')];
	if (collectionOf(payload) !== 'orders' || organization === null || order === undefined) {
		return payload;
	}
	if (recordsIn(payload.body.boxes).some((box) => 'tracking_number' in box)) return payload;
	try {
		const client = await readyCloudClient(context, TIMES);
		const answer = await client.request({
			method: 'GET',
			path: orderPath(organization, order),
			query: { expand: 'boxes,items' },
			wanted: `order "${order}"`,
		});
		return isRecord(answer) ? { ...payload, order: answer } : payload;
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the full order could not be fetched, so the event has no tracking number: ${why}`,
		);
		return payload;
	}
}
