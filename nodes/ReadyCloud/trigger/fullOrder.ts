import type { IWebhookFunctions } from 'n8n-workflow';

import type { Deadline } from '../../shared/api/deadline';
import { WEBHOOK_TIMES } from '../../shared/api/limits';
import { isRecord, recordsIn } from '../../shared/basic/values';
import { isSwitchedOn } from '../../shared/trigger/checkSwitches';
import { peekOptions } from '../../shared/trigger/triggerParameters';
import { readyCloudClient } from '../api/client';
import { orderPath } from '../api/paths';
import type { ReadyCloudPayload } from '../event/schema';
import { idGiven, idsIn, organizationIn, ownId } from '../event/urlIds';
import { collectionOf } from '../event/webhookEntities';
import { registeredOrganization } from './registeredOrganization';
import { warnSparingly } from '../../shared/trigger/sparingLog';

/** The whole order beside a delivery, where the option says so. */
export function completed(
	...given: Parameters<typeof withFullOrder>
): Promise<ReadyCloudPayload> | undefined {
	const [context] = given;
	const isWanted = isSwitchedOn(peekOptions(context), 'fetchFullOrder');
	return isWanted ? withFullOrder(...given) : undefined;
}

/**
 * A delivery about an order with the whole order beside it, its boxes and items in full: a delivery
 * holds boxes without tracking numbers (docs/vendors.md#readycloud-orders). It is given without, where
 * ReadyCloud does not answer: an event must not be lost because it could not be completed.
 */
async function withFullOrder(
	context: IWebhookFunctions,
	payload: ReadyCloudPayload,
	deadline: Deadline,
): Promise<ReadyCloudPayload> {
	const order = idGiven(payload.body, 'orders');
	if (collectionOf(payload) !== 'orders' || order === null) return payload;
	if (recordsIn(payload.body.boxes).some((box) => 'tracking_number' in box)) return payload;
	try {
		const organization = registeredOrganization(context);
		// Whatever a delivery says, only the chosen organization is read.
		if (organization === null || organizationIn(idsIn(payload.body.url)) !== organization) {
			return payload;
		}
		const client = (await readyCloudClient(context, WEBHOOK_TIMES)).within(deadline.left);
		const answer = await client.request({
			method: 'GET',
			path: orderPath(organization, order),
			query: { expand: 'boxes,items' },
			wanted: `order "${order}"`,
		});
		if (isRecord(answer) && ownId(answer.url) === order) return { ...payload, order: answer };
		throw client.error({ message: 'ReadyCloud answered with another object', description: '' });
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		warnSparingly(
			context,
			`${context.getNode().name}: the full order could not be fetched, so the event has no tracking number: ${why}`,
		);
		return payload;
	}
}
