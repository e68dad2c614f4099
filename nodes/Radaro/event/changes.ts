import { isRecord, numberOrNull, textOrNull } from '../../shared/basic/values';
import type { RadaroPayload } from './schema';
import { codeOf } from './statuses';

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

/** A checklist or an optimisation has a status of its own. */
const isOfJob: Test = ({ topic }) => !topic || /^job\./.test(topic);

/**
 * The second event of a delivered job: the customer has reviewed it, nothing was delivered again. Radaro
 * shows the first of these keys; a rating or a comment alone says the same.
 */
export const isReview: Test = (payload) => {
	const { is_confirmed_by_customer: confirmed, rating, customer_comment: comment } = newIn(payload);
	// Radaro's page writes it as Python does.
	if (confirmed === true || textOrNull(confirmed) === 'True') return true;
	if (!isOfJob(payload) || isCreation(payload) || isDeletion(payload)) return false;
	return (numberOrNull(rating) ?? 0) > 0 || textOrNull(comment) !== null;
};

/** Whether the changed values are the job's, so that they count before what stands in the job. */
export const changesJob: Test = (payload) => isOfJob(payload) || isReview(payload);

/**
 * A driver has scanned barcodes. Radaro says that this is sent, but not how, so it is known by the words
 * of the topic or by what has changed (docs/vendors.md#radaro-events).
 */
export const isBarcodeScan: Test = (payload) => {
	if (isCreation(payload) || isDeletion(payload)) return false;
	const words = `${payload.topic ?? ''} ${payload.event_type ?? ''}`;
	if (isOfBarcodes(words) && /scan/i.test(words)) return true;
	return (
		isOfJob(payload) &&
		Object.entries(newIn(payload)).some(([key, value]) => isOfBarcodes(key) && isSomething(value))
	);
};

function isOfBarcodes(words: string): boolean {
	return /bar[\s_-]?code/i.test(words);
}

function isSomething(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return value !== null && value !== undefined && value !== '' && value !== false;
}

export const changesStatusTo =
	(status: string): Test =>
	(payload) =>
		isOfJob(payload) &&
		!isCreation(payload) &&
		codeOf(newIn(payload).status) === status &&
		!(isReview(payload) && isRepeated(status, payload));

/** A review may repeat the status that the job has already. */
function isRepeated(status: string, payload: RadaroPayload): boolean {
	return (codeOf(payload.old_values?.status) ?? status) === status;
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
	return changed.some((key) => !isToldApart(key, payload));
};

/** The keys whose change has an event of its own, if it is that event. */
const TOLD_APART = new Map<string, Test>([
	['status', isStatusChange],
	['is_confirmed_by_customer', isReview],
	['rating', isReview],
	['customer_comment', isReview],
	['cargoes', isItemsChange],
	['deliver_before', isDeadlineChange],
]);

function isToldApart(key: string, payload: RadaroPayload): boolean {
	if (isOfBarcodes(key)) return isBarcodeScan(payload);
	return TOLD_APART.get(key)?.(payload) ?? false;
}

/** The vendor's names of the changed fields; none where the payload does not tell. */
export function changedKeys(payload: RadaroPayload): string[] {
	return Object.keys(newIn(payload));
}

function newIn({ new_values: values }: RadaroPayload): Record<string, unknown> {
	return values ?? {};
}
