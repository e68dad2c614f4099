import type { DeliveryEvent, Occurrence } from '../event/deliveryEvent';
import { ANY_EVENT } from '../event/eventCatalogue';

/** The trigger's `filters` collection. An absent or empty filter lets everything pass. */
export interface EventFilters {
	statuses?: string[];
	outcomes?: string[];
	jobTypes?: string[];
	/** Patterns with `*` (anything) and `?` (one character), separated by commas. */
	reference?: string;
}

/** Why none of the selected events fits, as a sentence, or `null` when one does. */
export function notSelected(
	occurrence: Pick<Occurrence, 'choices'>,
	events: readonly string[],
): string | null {
	const selected =
		events.includes(ANY_EVENT) || occurrence.choices.some((choice) => events.includes(choice));
	return selected ? null : 'This event is not among the events selected in the trigger.';
}

/** Why the trigger's filters leave this event out, as a sentence, or `null` when it passes. */
export function filteredOut(row: DeliveryEvent, filters: EventFilters): string | null {
	if (leavesOut(filters.statuses, row.status)) return leftOutBy('status');
	if (leavesOut(filters.outcomes, row.outcome)) return leftOutBy('outcome');
	if (leavesOut(filters.jobTypes, row.jobType)) return leftOutBy('job type');
	if (!referenceFits(row.reference, filters.reference)) return leftOutBy('reference');
	return null;
}

function leavesOut(wanted: string[] | undefined, actual: string | null): boolean {
	return wanted !== undefined && wanted.length > 0 && !wanted.includes(actual ?? '');
}

function leftOutBy(filter: string): string {
	return `The trigger's filter on the ${filter} leaves this event out.`;
}

/** The patterns in a filter on the reference. */
export function patternsIn(reference: unknown): string[] {
	return String(reference ?? '')
		.split(',')
		.map((pattern) => pattern.trim())
		.filter((pattern) => pattern !== '');
}

function referenceFits(reference: string | null, patterns: string | undefined): boolean {
	const list = patternsIn(patterns);
	return list.length === 0 || list.some((pattern) => matchesWildcard(reference ?? '', pattern));
}

/** Characters of the longest text that is a reference; longer ones are somebody's attempt. */
const LONGEST_REFERENCE = 1000;

/**
 * Whether a text matches a pattern with `*` and `?`, upper and lower case alike. Walks both once and
 * goes back only to the last `*`. A text of more than 1,000 characters fits only the pattern `*`, so
 * that no caller can make it slow.
 */
export function matchesWildcard(text: string, pattern: string): boolean {
	if (text.length > LONGEST_REFERENCE) return /^\*+$/.test(pattern);
	const given = text.toLowerCase();
	const wanted = pattern.toLowerCase();
	let at = 0;
	let inPattern = 0;
	let star = -1;
	let resumeAt = 0;
	while (at < given.length) {
		if (wanted[inPattern] === '*') {
			star = inPattern++;
			resumeAt = at;
		} else if (wanted[inPattern] === '?' || wanted[inPattern] === given[at]) {
			inPattern++;
			at++;
		} else if (star >= 0) {
			inPattern = star + 1;
			at = ++resumeAt;
		} else {
			return false;
		}
	}
	while (wanted[inPattern] === '*') inPattern++;
	return inPattern === wanted.length;
}
