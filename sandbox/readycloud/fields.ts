import { z } from 'zod';

import { json } from '../core/jsonSchema';
import { flag, instant, length, money, requiredText, text, weight, wholeNumber } from './values';

/** What can be written of each resource, and what it is when left out. Other fields are dropped. */

const customFields = z.record(json).default({});

/** Shared by all addresses. */
export const person = {
	address_1: text,
	address_2: text,
	city: text,
	company: text,
	country: text,
	email: text,
	first_name: text,
	last_name: text,
	phone: text,
	post_code: text,
	region: text,
	residential: flag,
	validated: z.boolean().default(false),
};

const orderAddress = z.object(person);
export type OrderAddress = z.output<typeof orderAddress>;

export const orderFields = z.object({
	billing: z
		.object({
			bill_to: orderAddress.nullable().default(null),
			shipping: money,
			status: text,
			subtotal: money,
			tax: money,
			total: money,
		})
		.default({}),
	custom_fields: customFields,
	customer_number: text,
	message: text,
	order_number: z
		.union([z.number().int(), z.string().regex(/^\d+$/, 'A valid integer is required.')])
		.transform(Number)
		.nullable()
		.default(null),
	ordered_at: instant,
	po_number: text,
	primary_id: requiredText,
	printed_at: instant,
	shipping: z
		.object({
			ship_cost: money,
			ship_from: orderAddress.default({}),
			ship_to: orderAddress.default({}),
			ship_agent: text,
			ship_type: text,
			ship_via: text,
			shipped_at: instant,
			status: text,
			to_ship_at: instant,
			warehouse: text,
		})
		.default({}),
	source: z.object({ account: text, channel: text, id: text, name: text }).default({}),
	terms: text,
});
export type OrderFields = z.output<typeof orderFields>;

const CONFIRMATIONS = [
	'none',
	'no_signature_required',
	'signature_required',
	'adult_signature_required',
	'indirect_signature_required',
] as const;

export const boxFields = z.object({
	package_type: text,
	length,
	width: length,
	height: length,
	weight,
	ship_cost: money,
	shipper_release: flag,
	insured_value: money,
	insurance_type: text,
	declared_value: money,
	tracking_number: text,
	confirmation_type: z.enum(CONFIRMATIONS).nullable().default(null),
	description: text,
	cod: text,
	cod_value: money,
	saturday_delivery: flag,
	delivered_at: instant,
	packaging: text,
	custom_fields: customFields,
	shipping_docs: z.array(json).default([]),
});
export type BoxFields = z.output<typeof boxFields>;

export const itemFields = z.object({
	quantity: wholeNumber,
	kind: z.enum(['goods', 'discount', 'tax', 'adjustment']).nullable().default(null),
	part_number: text,
	code: text,
	description: text,
	unit_price: money,
	unit_weight: weight,
	image_link: text,
	link: text,
	pick_location: text,
	custom_fields: customFields,
	origin_country_code: text,
	joint_production: json.default(null),
	commodity_code: text,
	net_cost_code: text,
	net_cost_begin_date: text,
	net_cost_end_date: text,
	export_type_code: text,
	preference_criteria_code: text,
	producer_info_code: text,
	scheduleb_commodity_code: text,
	ups: text,
	ean: text,
	isbn: text,
});
export type ItemFields = z.output<typeof itemFields>;

/** One thing that the carrier said of a box; only ever read by programs. */
export interface TrackingFields {
	description: string | null;
	location: string | null;
	status: string | null;
}

export const noteFields = z.object({
	author: z.object({ email: text, name: text, system: z.boolean().default(false) }).default({}),
	content: requiredText,
});
export type NoteFields = z.output<typeof noteFields>;
