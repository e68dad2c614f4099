import { isDeepStrictEqual } from 'node:util';

import { STARTING_POINT } from './defaults';
import { updated } from './events';
import type { JobInput } from './input';
import { deliverBeforeChanged } from './jobChanges';
import type { Job, JobInfo, RadaroEvent } from './model';
import { newPlace } from './newJob';
import type { StepContext } from './step';
import { toLocal, withoutOffset } from './time';

const INSTANTS = ['deliver_after', 'deliver_before', 'pickup_after', 'pickup_before'] as const;

/** Applies a checked partial update; gives the event to send, or null. The caller renames. */
export function applyPatch(job: Job, input: JobInput, context: StepContext): RadaroEvent | null {
	const before = { ...job.info };
	Object.assign(job.info, wanted(job, input, context));
	if (input.delivery_zone || input.deliver_address?.post_code) job.zoned = true;
	const names = changedNames(before, job.info);
	if (names.length === 0) return null;
	job.info.updated_at = context.now();
	if (names.join() === 'deliver_before') return deliverBeforeChanged(job, before.deliver_before);
	const newStatus = names.includes('status');
	const { editEvent } = context.settings;
	if (!newStatus && editEvent === 'none') return null;
	// An assignment is told by its status alone, as in Radaro's example.
	const told = names.filter((name) => name !== 'driver' || !newStatus);
	return updated(job, newStatus ? `status: ${job.info.status}` : 'edited', {
		topic: newStatus ? 'job.status_changed' : editEvent,
		newValues: pick(job.info, told),
		oldValues: pick(before, told),
	});
}

function wanted(job: Job, input: JobInput, context: StepContext): Partial<JobInfo> {
	const { external_id: _renamed, customer, deliver_address, pickup_address, ...rest } = input;
	const { timeZone } = context.settings;
	const change: Partial<JobInfo> = { ...rest };
	for (const name of INSTANTS) {
		const utc = input[name];
		if (utc) change[name] = toLocal(utc, timeZone);
	}
	if (customer) change.customer = { ...job.info.customer, ...customer };
	if (deliver_address) {
		change.deliver_address = newPlace(deliver_address, job.info.deliver_address.id);
	}
	if (pickup_address) change.pickup_address = newPlace(pickup_address, context.nextId());
	if (pickup_address === null) change.pickup_address = null;
	const status = input.status ?? statusByDriver(job, input.driver);
	if (status !== undefined) change.status = status;
	if (input.driver) change.starting_point = STARTING_POINT;
	return change;
}

function statusByDriver(job: Job, driver: number | null | undefined): string | undefined {
	const { status } = job.info;
	if (driver && (status === 'pending' || status === 'not_assigned')) return 'assigned';
	if (driver === null && status === 'assigned') return 'not_assigned';
	return undefined;
}

function changedNames(before: JobInfo, after: JobInfo): string[] {
	const old = new Map<string, unknown>(Object.entries(before));
	return Object.entries(after)
		.filter(
			([name, value]) => name !== 'starting_point' && !isDeepStrictEqual(value, old.get(name)),
		)
		.map(([name]) => name);
}

function pick(info: JobInfo, names: string[]): Record<string, unknown> {
	const entries = Object.entries(info).filter(([name]) => names.includes(name));
	// Here, too, deliver_before comes without its offset.
	return Object.fromEntries(
		entries.map(([name, value]) =>
			name === 'deliver_before' ? [name, withoutOffset(info.deliver_before)] : [name, value],
		),
	);
}
