import type { Json } from '../core/json';

export interface RadaroLocation {
	id: number;
	address: string;
	raw_address: string;
	location: string;
	post_code: string;
	description: string;
	secondary_address: string;
}

export interface Customer {
	id: number;
	email: string;
	name: string;
	phone: string;
}

/** Everything the sandbox knows of a job, in Radaro's names. */
export interface JobInfo {
	external_id: string | null;
	deliver_after: string | null;
	deliver_before: string | null;
	delivery_interval: Json;
	customer: Customer;
	deliver_address: RadaroLocation;
	delivery_zone: number | null;
	deliver_address_2: string;
	pickup_address: RadaroLocation | null;
	pickup_address_2: string;
	pickup: Json;
	pickup_after: string | null;
	pickup_before: string | null;
	confirmation_signature: string | null;
	geofence_entered_at: string | null;
	geofence_exited_at: string | null;
	title: string;
	title_2: string;
	title_3: string;
	comment: string;
	started_at: string | null;
	picked_up_at: string | null;
	status: string;
	order_id: number;
	starting_point: Json;
	confirmation_comment: string | null;
	updated_at: string;
	created_at: string;
	rating: number | null;
	customer_comment: string | null;
	pending_comment: string | null;
	customer_review_opt_in: boolean;
	driver: number | null;
	sub_branding: number | null;
	completed_at: string | null;
	completion_codes: Array<{ code: number; name: string }>;
	is_confirmed_by_customer: boolean;
	public_report_link: string;
	error_comment: string | null;
	completion_comment: string | null;
}

/** One line of a job's line-level data. */
export interface Item {
	id: number;
	line_id: number;
	code: string;
	description: string;
	[field: string]: Json;
}

/** An event before it gets its token. */
export interface RadaroEvent {
	/** For the delivery log only. */
	label: string;
	body: Record<string, unknown>;
	/** For the one documented body that is printed without a token. */
	tokenless?: boolean;
}

export interface Job {
	/** The key that created it; null when it was entered by hand. */
	key: string | null;
	/** Whether zone or post code were used, which decides whether they are shown. */
	zoned: boolean;
	info: JobInfo;
	items: Item[];
	/** What `repeat` sends again. */
	lastEvent: RadaroEvent | null;
}

/** Radaro's own labels; beware that "Completed" is the code `delivered`. */
export const STATUS_LABELS: Readonly<Record<string, string>> = {
	pending: 'Pending',
	not_assigned: 'Not Assigned',
	assigned: 'Assigned',
	pickup: 'Pick up',
	picked_up: 'Picked up',
	in_progress: 'In Progress',
	delivered: 'Completed',
	confirmed: 'Confirmed',
	failed: 'Failed',
};
