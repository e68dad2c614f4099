import type { AddressFields, ContactFields, PackagingFields } from './contactFields';
import type { Entity } from './defaults';
import type { BoxFields, ItemFields, NoteFields, OrderFields, TrackingFields } from './fields';

/** One stored object: what can be written of it lies in `fields`. */
export interface Entry<F> {
	id: string;
	created_at: string;
	updated_at: string;
	fields: F;
}

export type Item = Entry<ItemFields>;
export type Note = Entry<NoteFields>;
export type Tracking = Entry<TrackingFields>;
export type Address = Entry<AddressFields>;
export type Packaging = Entry<PackagingFields>;

export interface Box extends Entry<BoxFields> {
	items: Item[];
	tracking: Tracking[];
}

export interface Order extends Entry<OrderFields> {
	unique_id: string;
	/** The last change of anything that belongs to the order. */
	nested_updated_at: string;
	boxes: Box[];
	notes: Note[];
	tags: string[];
	lastEvents: Told[];
}

export interface Contact extends Entry<ContactFields> {
	addresses: Address[];
	notes: Note[];
	lastEvents: Told[];
}

/** An event as it was sent; `repeat` sends it again. */
export interface Told {
	entity: Entity;
	/** For the delivery log only. */
	label: string;
	body: unknown;
}

/** A webhook as its programs know it, and what the sandbox knows of it besides. */
export interface Webhook {
	id: string;
	entity: Entity;
	remote_url: string;
	token: string;
	created_at: string;
	updated_at: string;
	suspended_at: string | null;
	/** The app that made it. */
	client: string | null;
	/** When it failed, in milliseconds of the virtual clock. */
	failures: number[];
}

/** What is told of an organization, besides its `url`. */
export interface OrgFields {
	name: string;
	website: string | null;
	avatar: string | null;
	billing_status: string;
	deleted_at: string | null;
	trial_expires_at: string | null;
}

export interface Org {
	id: string;
	fields: OrgFields;
	orders: Order[];
	contacts: Contact[];
	packaging: Packaging[];
	webhooks: Webhook[];
}
