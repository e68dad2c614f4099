import { isRecord } from './values';

const LONGEST = 500;

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
	return typeof answer === 'string' && /^\s*<(!doctype|html|head|body)\b/i.test(answer);
}

function pageText(page: string): string {
	const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim();
	const heading = /<h1[^>]*>([^<]*)/i.exec(page)?.[1]?.trim();
	return title || heading || 'a web page without a title';
}

function wordsIn(answer: unknown): string {
	if (Array.isArray(answer)) return [...new Set(answer.map(wordsIn).filter(Boolean))].join('; ');
	if (isRecord(answer)) return fieldsIn(answer);
	return answer === null || answer === undefined ? '' : String(answer);
}

function fieldsIn(answer: Record<string, unknown>): string {
	const general = answer.detail ?? answer.message ?? answer.error;
	if (typeof general === 'string') return general;
	return Object.entries(answer)
		.map(([field, words]) => [field, wordsIn(words)] as const)
		.filter(([, words]) => words !== '')
		.map(([field, words]) => (/errors?$|detail|message/.test(field) ? words : `${field}: ${words}`))
		.join('; ');
}
