import { createHash, randomUUID } from 'node:crypto';

import { MERCHANT_ID, STARTING_POINT } from './defaults';
import type { JobInput } from './input';
import type { Job, RadaroLocation } from './model';
import type { RadaroSettings } from './settings';
import { toLocal } from './time';

export interface NewJobContext {
	key: string | null;
	settings: RadaroSettings;
	orderId: number;
	now: string;
	nextId(): number;
}

type PlaceInput = NonNullable<JobInput['deliver_address']>;

/** A job out of checked input. */
export function newJob(input: JobInput, context: NewJobContext): Job {
	const { settings, now, nextId } = context;
	const local = (utc: string | null | undefined): string | null =>
		utc ? toLocal(utc, settings.timeZone) : null;
	const place = (from: PlaceInput): RadaroLocation => newPlace(from, nextId());
	const merchant = Buffer.from(String(MERCHANT_ID)).toString('base64');
	const { customer, deliver_address: address } = input;
	return {
		key: context.key,
		zoned: Boolean(input.delivery_zone ?? address?.post_code),
		items: [],
		lastEvent: null,
		info: {
			external_id: input.external_id ?? null,
			deliver_after: local(input.deliver_after),
			deliver_before: local(input.deliver_before),
			delivery_interval: input.delivery_interval ?? null,
			customer: { id: nextId(), email: '', name: '', phone: '', ...customer },
			deliver_address: place(address ?? EMPTY_PLACE),
			delivery_zone: input.delivery_zone ?? null,
			deliver_address_2: input.deliver_address_2 ?? '',
			pickup_address: input.pickup_address ? place(input.pickup_address) : null,
			pickup_address_2: input.pickup_address_2 ?? '',
			pickup: input.pickup ?? null,
			pickup_after: local(input.pickup_after),
			pickup_before: local(input.pickup_before),
			confirmation_signature: null,
			geofence_entered_at: null,
			geofence_exited_at: null,
			title: input.title ?? '',
			title_2: input.title_2 ?? '',
			title_3: input.title_3 ?? '',
			comment: input.comment ?? '',
			started_at: null,
			picked_up_at: null,
			status: firstStatus(input),
			order_id: context.orderId,
			starting_point: input.driver ? STARTING_POINT : null,
			confirmation_comment: null,
			updated_at: now,
			created_at: now,
			rating: null,
			customer_comment: null,
			pending_comment: input.pending_comment ?? null,
			customer_review_opt_in: input.customer_review_opt_in ?? false,
			driver: input.driver ?? null,
			sub_branding: input.sub_branding ?? null,
			completed_at: null,
			completion_codes: [],
			is_confirmed_by_customer: false,
			public_report_link: `https://account.radaro.com.au/public-report/${merchant}/${randomUUID()}?domain=api-2.radaro.com.au&cluster_number=s2`,
			error_comment: null,
			completion_comment: null,
		},
	};
}

/** An address out of checked input. */
export function newPlace(from: PlaceInput, id: number): RadaroLocation {
	const location = from.location || coordinatesOf(from.address);
	return { ...from, id, location };
}

const EMPTY_PLACE: PlaceInput = {
	address: '',
	location: '',
	raw_address: '',
	post_code: '',
	description: '',
	secondary_address: '',
};

// A driver makes the job an assigned one, whatever else was asked for.
function firstStatus({ driver, status }: JobInput): string {
	return driver ? 'assigned' : (status ?? 'not_assigned');
}

/** Made up, but the same for the same address, and always around Melbourne. */
function coordinatesOf(address: string): string {
	const hash = createHash('sha256').update(address).digest();
	const part = (offset: number): number => hash.readUInt32BE(offset) / 2 ** 32;
	return `${(-37.7 - part(0) * 0.5).toFixed(6)},${(144.4 + part(4) * 0.8).toFixed(6)}`;
}
