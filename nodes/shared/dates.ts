import { tryToParseDateTime } from 'n8n-workflow';

/** What a date may look like. Looser texts would be read in the server's own time zone. */
const READABLE = /^\d{4}-?\d{2}|^[A-Z][a-z]{2}, |^\d{1,2} [A-Z][a-z]{2} \d{4}/;

/**
 * Reads whatever n8n's date field or an expression gives: ISO 8601 with or without a zone, SQL and
 * e-mail dates, a date object, or milliseconds since 1970.
 *
 * @param zone the workflow's time zone, for a date without one (IANA name, such as Europe/London)
 * @returns UTC ISO 8601 with seconds, such as 2025-06-18T06:30:00Z, or `null` when it is no date
 */
export function utcInstant(value: unknown, zone: string): string | null {
	const readable = typeof value === 'number' ? new Date(value) : plain(value);
	const fits = typeof readable === 'string' ? READABLE.test(readable) : readable instanceof Date;
	if (!fits) return null;
	try {
		const millis = tryToParseDateTime(readable, zone).toMillis();
		return new Date(millis).toISOString().replace('.000Z', 'Z');
	} catch {
		return null;
	}
}

/** Date objects of an expression come from another realm, where `instanceof` does not know them. */
function plain(value: unknown): unknown {
	const json: unknown = typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value;
	return typeof json === 'string' ? json.trim() : value;
}
