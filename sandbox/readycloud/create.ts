import { z } from 'zod';

import { addressFields, contactFields } from './contactFields';
import { boxFields, itemFields, noteFields, orderFields } from './fields';
import type { Address, Box, Contact, Entry, Item, Note, Order, Org } from './model';
import { badField, fieldsOf, merged } from './problem';
import type { ReadyCloudService } from './service';
import { isTag, TAG_RULE } from './values';

const newBox = boxFields.extend({ items: z.array(itemFields).default([]) });
const newOrder = orderFields.extend({
	boxes: z.array(newBox).default([]),
	notes: z.array(noteFields).default([]),
	tags: z.array(z.string().refine(isTag, TAG_RULE)).default([]),
});
const newContact = contactFields.extend({
	addresses: z.array(addressFields).default([]),
	notes: z.array(noteFields).default([]),
});

/** Creates an order with everything in it, out of a program's body. */
export function createOrder(service: ReadyCloudService, org: Org, body: unknown): Order {
	const settings = service.settings.values;
	const { boxes, notes, tags, ...fields } = fieldsOf(newOrder, body);
	const same = (each: Order): boolean => each.fields.primary_id === fields.primary_id;
	if (settings.duplicatePrimaryId === 'refused' && org.orders.some(same)) {
		throw badField('primary_id', 'An order with this primary_id already exists.');
	}
	const entry = service.store.entry(fields);
	const order: Order = {
		...entry,
		unique_id: service.store.uniqueId(),
		nested_updated_at: entry.updated_at,
		boxes: boxes.map((box) => boxOf(service, box)),
		notes: notes.map((note): Note => service.store.entry(note)),
		tags: [...new Set(tags)],
		lastEvents: [],
	};
	org.orders.push(order);
	return order;
}

/** Creates a box with its items. */
export function createBox(service: ReadyCloudService, order: Order, body: unknown): Box {
	const box = boxOf(service, fieldsOf(newBox, body));
	order.boxes.push(box);
	return box;
}

function boxOf(service: ReadyCloudService, given: z.output<typeof newBox>): Box {
	const { items, ...fields } = given;
	const entries = items.map((item): Item => service.store.entry(item));
	return { ...service.store.entry(fields), items: entries, tracking: [] };
}

/** Creates a contact with its addresses. */
export function createContact(service: ReadyCloudService, org: Org, body: unknown): Contact {
	const { addresses, notes, ...fields } = fieldsOf(newContact, body);
	const contact: Contact = {
		...service.store.entry(fields),
		addresses: addresses.map((each): Address => service.store.entry(each)),
		notes: notes.map((note): Note => service.store.entry(note)),
		lastEvents: [],
	};
	org.contacts.push(contact);
	return contact;
}

/** Creates one of the resources that are nothing but their fields. */
export function createEntry<F>(
	service: ReadyCloudService,
	list: Array<Entry<F>>,
	schema: z.ZodType<F, z.ZodTypeDef, unknown>,
	body: unknown,
): Entry<F> {
	const entry = service.store.entry(fieldsOf(schema, body));
	list.push(entry);
	return entry;
}

/** Changes the given fields and leaves the others. */
export function changeEntry<F>(
	service: ReadyCloudService,
	entry: Entry<F>,
	schema: z.ZodType<F, z.ZodTypeDef, unknown>,
	body: unknown,
): void {
	entry.fields = fieldsOf(schema, merged(entry.fields, body));
	entry.updated_at = service.store.stamp();
}
