import { isRecord } from '../basic/values';

const LONGEST = 500;
/** Words lie no deeper than this in an answer, such as those about an item in a box of an order. */
const DEEPEST = 8;

/**
 * The words in a vendor's answer, whatever its shape: text, a web page, an object with a message or
 * with messages per field, a list of those. `null` when it says nothing.
 */
export function vendorText(answer: unknown): string | null {
	const text = isWebPage(answer) ? pageText(answer) : wordsIn(answer);
	const short = text.replace(/\s+/g, ' ').trim();
	if (short === '') return null;
	return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}

/** Whether an answer is a web page, as proxies, log-in pages and crashed servers give it. */
export function isWebPage(answer: unknown): answer is string {
	return typeof answer === 'string' && /^\s*<[!?a-z]/i.test(answer);
}

function pageText(page: string): string {
	const start = page.slice(0, 10_000);
	const title = /<title[^<>]*>([^<>]*)/i.exec(start)?.[1]?.trim();
	const heading = /<h1[^<>]*>([^<>]*)/i.exec(start)?.[1]?.trim();
	return title || heading || 'a web page without a title';
}

function wordsIn(answer: unknown, depth = 0): string {
	if (depth > DEEPEST) return '';
	if (Array.isArray(answer)) {
		const words = answer.slice(0, LONGEST).map((entry) => wordsIn(entry, depth + 1));
		return [...new Set(words.filter(Boolean))].join('; ');
	}
	if (isRecord(answer)) return fieldsIn(answer, depth);
	return answer === null || answer === undefined ? '' : String(answer);
}

function fieldsIn(answer: Record<string, unknown>, depth: number): string {
	const { errors, ...rest } = answer;
	const general = [
		rest.detail,
		rest.error_description,
		rest.error_message,
		rest.message,
		rest.error,
	].find((text) => typeof text === 'string' && text.trim() !== '');
	if (typeof general === 'string')
		return [general, wordsIn(errors, depth + 1)].filter(Boolean).join('; ');
	return Object.entries(answer)
		.map(([field, words]) => [field, wordsIn(words, depth + 1)] as const)
		.filter(([, words]) => words !== '')
		.map(([field, words]) => (/errors?$|detail|message/.test(field) ? words : `${field}: ${words}`))
		.join('; ');
}
