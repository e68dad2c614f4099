import { idOrNull, keysOf, textOrNull } from '../../shared/basic/values';
import type {
	DeliveryEvent,
	JobColumns,
	Occurrence,
	Status,
} from '../../shared/event/deliveryEvent';
import { deliveryRow, eventIdOf, jobRow, type KnownColumns } from '../../shared/event/deliveryRow';
import {
	defaultAddress,
	itemsOf,
	lastDeliveryOf,
	nameOf,
	notesOf,
	recipientOf,
	trackingNumbersOf,
} from './columns';
import { moneyOf } from './money';
import type { ReadyCloudObject, ReadyCloudOrder, ReadyCloudPayload } from './schema';
import { statusAfter, statusOf } from './statuses';
import { idsIn, organizationIn } from './urlIds';
import { collectionOf } from './webhookEntities';

/**
 * One delivery of ReadyCloud as a delivery event. The mapping of every column is in
 * docs/vendors.md#readycloud-columns.
 *
 * @param receivedAt ISO 8601 instant of the arrival; it never enters the `eventId`
 */
export function normalizeReadyCloud(
	payload: ReadyCloudPayload,
	occurrence: Occurrence,
	receivedAt: string,
): DeliveryEvent {
	const { entity, body } = payload;
	const { event } = occurrence;
	const collection = collectionOf(payload);
	const ids = idsIn(body.url);
	const order = collection === 'orders' ? (payload.order ?? body) : null;
	const status = order ? statusAfter(event, order) : 'unknown';
	const columns = order ? orderColumns(order, status) : columnsOf(collection, body);
	const deliveredAt = event === 'status_changed' ? columns.proofAt : null;
	return deliveryRow('readyCloud', status, {
		...columns,
		...(event === 'acceptance_scanned' ? moneyOf(body.ship_cost) : {}),
		eventId: eventIdOf(...identityOf(payload)),
		event,
		occurredAt: deliveredAt ?? changedAt(body),
		receivedAt,
		jobId: collection === null ? null : (ids.get(collection) ?? null),
		providerEvent: entity,
		account: organizationIn(ids),
	});
}

/** An order as an answer of the API gives it, in the same columns. */
export function normalizeReadyCloudOrder(order: ReadyCloudOrder): JobColumns {
	const ids = idsIn(order.url);
	const status = statusOf(order);
	return jobRow('readyCloud', status, {
		...orderColumns(order, status),
		occurredAt: changedAt(order),
		jobId: ids.get('orders') ?? null,
		account: organizationIn(ids),
	});
}

/**
 * What makes a delivery that event. ReadyCloud gives no id and does not tell what changed, and a scan
 * has not even a time: entity and whole body are all there is (docs/vendors.md#readycloud-deliveries).
 */
function identityOf({ entity, body }: ReadyCloudPayload): unknown[] {
	return ['readyCloud', entity, body];
}

/** When anything that belongs to an order changed last, or else the object itself. */
function changedAt(object: ReadyCloudObject): string | null {
	return textOrNull(object.nested_updated_at) ?? textOrNull(object.updated_at);
}

function orderColumns(order: ReadyCloudOrder, status: Status): KnownColumns {
	const shipping = keysOf(order.shipping);
	return {
		...recipientOf(keysOf(shipping.ship_to)),
		...itemsOf(order),
		...moneyOf(keysOf(order.billing).total),
		reference: idOrNull(order.primary_id),
		orderNumber: idOrNull(order.order_number) ?? idOrNull(order.po_number),
		trackingNumber: trackingNumbersOf(order),
		jobType: 'delivery',
		proofAt: status === 'delivered' ? lastDeliveryOf(order) : null,
		note: notesOf(order),
		providerStatus: textOrNull(shipping.status),
	};
}

/** The columns of what is no order: a contact, one of its addresses, or a kind of packaging. */
function columnsOf(collection: string | null, body: ReadyCloudObject): KnownColumns {
	if (collection === 'packaging') return { reference: textOrNull(body.name) };
	if (collection !== 'contacts') return {};
	// An address comes as a body of its own, or inside a contact.
	const address = { ...body, ...defaultAddress(body.addresses) };
	return { ...recipientOf(address), recipientName: nameOf(body) ?? nameOf(address) };
}
