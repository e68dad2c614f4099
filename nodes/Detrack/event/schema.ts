import { z } from 'zod';

import { isRecord } from '../../shared/basic/values';

/**
 * One job: a webhook's body in version 2, and a result of the API. Only the keys that this package
 * reads are named; most of the 181 are null in Detrack's example, and its reference calls many numbers
 * texts, so each is read as what it turns out to be (docs/vendors.md#detrack-payloads).
 */
export interface DetrackJob {
	id?: unknown;
	do_number?: unknown;
	type?: unknown;
	status?: unknown;
	tracking_status?: unknown;
	date?: unknown;
	attempt?: unknown;
	order_number?: unknown;
	tracking_number?: unknown;
	tracking_link?: unknown;
	address?: unknown;
	address_lat?: unknown;
	address_lng?: unknown;
	geocoded_lat?: unknown;
	geocoded_lng?: unknown;
	postal_code?: unknown;
	city?: unknown;
	country?: unknown;
	deliver_to_collect_from?: unknown;
	last_name?: unknown;
	company_name?: unknown;
	phone_number?: unknown;
	notify_email?: unknown;
	assign_to?: unknown;
	time_window?: unknown;
	time_window_from?: unknown;
	time_window_to?: unknown;
	live_eta?: unknown;
	eta_time?: unknown;
	received_by_sent_by?: unknown;
	pod_at?: unknown;
	pod_lat?: unknown;
	pod_lng?: unknown;
	signature_file_url?: unknown;
	note?: unknown;
	reason?: unknown;
	items?: unknown;
	items_count?: unknown;
	milestones?: unknown;
	head_to_delivery_at?: unknown;
	/** Older payloads only. */
	head_to_pick_up_at?: unknown;
	arrived_at?: unknown;
	created_at?: unknown;
	[key: string]: unknown;
}

/** Any object. It is kept as it came instead of being copied, as it is read on every call. */
export const detrackJobSchema = z.custom<DetrackJob>(isRecord);

/** One notification: a job, and what Detrack leaves to others to tell. */
export interface DetrackPayload {
	/** In the keys of version 2, whichever version came. */
	job: DetrackJob;
	/** The day of arrival as YYYY-MM-DD, for jobs that do not say whether their day has come. */
	today: string | null;
	/** The values of the catalogue that it fulfils, worked out once for all its entries. */
	triggers: readonly string[];
}
