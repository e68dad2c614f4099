import type { Delivery } from '../core/delivery';
import { addressView, bareContact, packagingView } from './contactView';
import { emit, type Subject } from './deliver';
import type { Address, Packaging, Told } from './model';
import { orderView } from './orderView';
import { orderUrl } from './paths';
import type { ContactScope, OrderScope, OrgScope } from './scopes';
import type { ReadyCloudService } from './service';

type Sent = Promise<Delivery[]>;

/** The order in its present state, as event of one of the two entities that carry it. */
export function orderEvent(
	service: ReadyCloudService,
	at: OrderScope,
	entity: 'orders' | 'order-delivered',
	label: string,
): Told {
	const { deliveredBoxes, compactItems } = service.settings.values;
	const full = deliveredBoxes === 'full';
	// The documented example of an event has a list of items without any.
	const links = compactItems === 'urls';
	return { entity, label, body: orderView(at, { boxes: full, items: full, links }) };
}

/** The carrier's scan, of which nothing says when or what was scanned. */
export function acceptanceScan(at: OrderScope, costs: Record<string, string | null>): Told {
	const body = { url: orderUrl(at), ...costs };
	return { entity: 'acceptance-scan', label: 'acceptance scan', body };
}

/** Tells of an order. */
export function emitOrder(service: ReadyCloudService, at: OrderScope, events: Told[]): Sent {
	return emit(service, at.org, orderSubject(at), events);
}

/** Marks an order as changed, itself or something in it, and tells of it. */
export function orderChanged(
	service: ReadyCloudService,
	at: OrderScope,
	label = 'order changed',
	nested = false,
): Sent {
	const now = service.store.stamp();
	at.order.nested_updated_at = now;
	if (!nested) at.order.updated_at = now;
	return emitOrder(service, at, [orderEvent(service, at, 'orders', label)]);
}

/** Takes an order away, of which nobody is told. */
export function removeOrder(at: OrderScope): Sent {
	at.org.orders = at.org.orders.filter((each) => each !== at.order);
	at.order.lastEvents = [];
	return Promise.resolve([]);
}

/** Tells of a contact. */
export function emitContact(service: ReadyCloudService, at: ContactScope, events: Told[]): Sent {
	return emit(service, at.org, contactSubject(at), events);
}

/** Marks a contact as changed and tells of it. */
export function contactChanged(service: ReadyCloudService, at: ContactScope): Sent {
	at.contact.updated_at = service.store.stamp();
	const event: Told = { entity: 'contact', label: 'contact changed', body: bareContact(at) };
	return emitContact(service, at, [event]);
}

/** Tells of a contact's address. */
export function addressChanged(
	service: ReadyCloudService,
	at: ContactScope,
	address: Address,
): Sent {
	const body = addressView(at, address);
	return emitContact(service, at, [{ entity: 'contact-address', label: 'address changed', body }]);
}

/** Takes a contact away, of which nobody is told. */
export function removeContact(at: ContactScope): Sent {
	at.org.contacts = at.org.contacts.filter((each) => each !== at.contact);
	at.contact.lastEvents = [];
	return Promise.resolve([]);
}

/** Tells of packaging. */
export function packagingChanged(
	service: ReadyCloudService,
	at: OrgScope,
	packaging: Packaging,
): Sent {
	const body = packagingView(at, packaging);
	const { id, fields } = packaging;
	const subject = { id, reference: fields.name, remember: (): void => undefined };
	return emit(service, at.org, subject, [
		{ entity: 'packaging', label: 'packaging changed', body },
	]);
}

function orderSubject({ order }: OrderScope): Subject {
	const remember = (events: readonly Told[]): void => void (order.lastEvents = [...events]);
	return { id: order.id, reference: order.fields.primary_id, remember };
}

function contactSubject({ contact }: ContactScope): Subject {
	const { first_name, last_name } = contact.fields;
	const reference = [first_name, last_name].filter(Boolean).join(' ') || null;
	const remember = (events: readonly Told[]): void => void (contact.lastEvents = [...events]);
	return { id: contact.id, reference, remember };
}
