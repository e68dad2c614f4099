import { isRecord } from '../../shared/basic/values';
import type { RadaroPayload } from './schema';

/**
 * What a payload says has changed. One topic of Radaro carries several kinds of change, so these
 * look at `new_values` rather than at the topic alone (docs/vendors.md#radaro-events).
 */
type Test = (payload: RadaroPayload) => boolean;

export const hasTopic =
	(topic: string): Test =>
	(payload) =>
		payload.topic === topic;

export const isCreation: Test = (payload) =>
	payload.event_type === 'created' &&
	(payload.topic ?? 'job.status_changed') === 'job.status_changed';

/** Radaro says that deletions are sent, but not how: topic and event type are both looked at. */
export const isDeletion: Test = (payload) => {
	const gone = /^(deleted|removed|terminated)$/;
	const topic = payload.topic ?? 'job.changed';
	if (topic === 'job.changed' || topic === 'job.status_changed')
		return gone.test(payload.event_type ?? '');
	return topic.startsWith('job.') && gone.test(topic.slice(4));
};

/** The second event of a delivered job: the customer has reviewed it, nothing was delivered again. */
export const isReview: Test = (payload) => payload.new_values?.is_confirmed_by_customer === true;

/** A checklist or an optimisation has a status of its own. */
const isOfJob: Test = ({ topic }) => !topic || /^job\./.test(topic);

export const changesStatusTo =
	(status: string): Test =>
	(payload) =>
		isOfJob(payload) &&
		!isCreation(payload) &&
		payload.new_values?.status === status &&
		!(isReview(payload) && isRepeated(status, payload));

/** A review may repeat the status that the job has already. */
function isRepeated(status: string, payload: RadaroPayload): boolean {
	return (payload.old_values?.status ?? status) === status;
}

/** A change of status, also when the payload does not say to which. */
export const isStatusChange: Test = (payload) => {
	if (!isOfJob(payload) || isCreation(payload) || isDeletion(payload)) return false;
	const changed = changedKeys(payload);
	return (
		changed.includes('status') || (changed.length === 0 && payload.topic === 'job.status_changed')
	);
};

export const isItemsChange: Test = (payload) => isRecord(payload.new_values?.cargoes);

export const isDeadlineChange: Test = (payload) => changedKeys(payload).includes('deliver_before');

/** A change of a job that none of the tests above tells apart. */
export const isOtherChange: Test = (payload) => {
	if (isCreation(payload) || isDeletion(payload)) return false;
	const changed = changedKeys(payload);
	if (payload.topic !== 'job.changed' && payload.topic !== 'job.status_changed') return false;
	if (changed.length === 0) return payload.topic === 'job.changed';
	return changed.some((key) => !(TOLD_APART[key]?.(payload) ?? false));
};

/** The keys whose change has an event of its own, if it is that event. */
const TOLD_APART: Record<string, Test> = {
	status: isStatusChange,
	is_confirmed_by_customer: isReview,
	cargoes: isItemsChange,
	deliver_before: isDeadlineChange,
};

/** The vendor's names of the changed fields; none where the payload does not tell. */
export function changedKeys(payload: RadaroPayload): string[] {
	return Object.keys(payload.new_values ?? {});
}
