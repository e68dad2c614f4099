import { isRecord } from '../basic/values';

/*
 * What shows that something was done: a good status, and neither words that it was not, nor an answer that
 * breaks off. Vendors document few answers to creations, changes and deletions, so an empty one, or one of
 * unknown form, counts as done.
 */

/** Whether a text begins like JSON: as an answer, it is what is left of one that could not be read. */
export function isCutOff(body: unknown): boolean {
	return typeof body === 'string' && /^\s*[[{"]/.test(body);
}

/** Whether something is what was asked for, such as a job with its number. */
export type IsObject = (value: unknown) => boolean;

/** Under which names answers say what is wrong. */
const WORDS = [
	'error',
	'errors',
	'error_message',
	'error_description',
	'detail',
	'details',
	'non_field_errors',
];

/** Whether an object says that something is wrong, such as `{"errors": ["..."]}` or `{"ok": false}`. */
export function hasWordOfComplaint(answer: Record<string, unknown>): boolean {
	const { success, ok, status } = answer;
	if (success === false || ok === false || status === 'error') return true;
	if (typeof status === 'number' && status >= 400 && status < 600) return true;
	return WORDS.some((word) => isSaid(answer[word]));
}

/**
 * Whether an answer with a good status says that it is no success.
 *
 * @param isObject tells what was asked for: complaints beside it are warnings
 */
export function complains(answer: unknown, isObject: IsObject): boolean {
	if (!isRecord(answer) || isObject(answer) || isObject(answer.data)) return false;
	return hasWordOfComplaint(answer);
}

/** The same of an answer to a creation or change, where a list may hold nothing but complaints. */
export function complainsOfChange(answer: unknown, isObject: IsObject): boolean {
	if (!Array.isArray(answer)) return complains(answer, isObject);
	return answer.length > 0 && answer.every((one) => isText(one) || complains(one, isObject));
}

/**
 * The same of an answer to a deletion, which leaves no object to be shown: here each word counts, also in
 * a list, or in what an answer has as its `data`.
 */
export function complainsOfDeletion(answer: unknown): boolean {
	if (Array.isArray(answer)) {
		return answer.some((one) => isText(one) || complainsOfDeletion(one));
	}
	if (!isRecord(answer)) return false;
	const { data } = answer;
	return hasWordOfComplaint(answer) || (typeof data === 'object' && complainsOfDeletion(data));
}

function isText(value: unknown): boolean {
	return typeof value === 'string' && value !== '';
}

function isSaid(value: unknown): boolean {
	if (value === undefined || value === null || value === '' || value === false) return false;
	return typeof value !== 'object' || Object.keys(value).length > 0;
}
