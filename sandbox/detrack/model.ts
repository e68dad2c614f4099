import type { Json } from '../core/json';

export const STATUSES = [
	'info_recv',
	'in_transit',
	'dispatched',
	'completed',
	'completed_partial',
	'failed',
	'on_hold',
	'return',
] as const;

export type Status = (typeof STATUSES)[number];

/** How far a job has come for its recipient; `dispatched` falls apart by driver and date. */
export type Stage =
	Exclude<Status, 'dispatched'> | 'scheduled' | 'out_for_delivery' | 'out_for_collection';

export type JobType = 'Delivery' | 'Collection';

/** One thing to hand over, in Detrack's names. */
export interface Item {
	[field: string]: Json;
	id: string;
	sku: string | null;
	description: string | null;
	quantity: number | null;
	reject_quantity: number;
	reject_reason: string | null;
}

/** Something that has happened, oldest first in a job. */
export interface Milestone {
	[field: string]: Json;
	status: string;
	assign_to: string | null;
	reason: string | null;
	pod_at: string;
	created_at: string;
	user_name: string;
}

/** What is stored of a job, in Detrack's names; the rest is derived. Times are in UTC. */
export interface Fields {
	[field: string]: Json;
	type: JobType;
	do_number: string;
	date: string;
	address: string;
	status: Status;
	attempt: number;
	assign_to: string | null;
	created_at: string;
}

/** A notification as it went out. */
export interface Sent {
	label: string;
	body: Json;
	/** Whether it went out as a form's field. */
	form: boolean;
}

export interface Job {
	id: string;
	/** Counts all jobs; links and numbers are made of it. */
	serial: number;
	fields: Fields;
	items: Item[];
	milestones: Milestone[];
	/** Files of the driver's, by the name in their address, with their size where one was asked for. */
	proofs: Record<string, { bytes: number | null }>;
	/** What Repost sends again. */
	lastSent: Sent | null;
}

/** A text field of a job, or nothing. */
export function textOf(job: Job, field: string): string | null {
	const value = job.fields[field];
	return typeof value === 'string' && value !== '' ? value : null;
}
