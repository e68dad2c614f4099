import type { Answer } from './answer';
import type { Fault } from './faults';

const HTML = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>';
const PAGE = `${HTML}<body><h1>502 Bad Gateway</h1><hr><p>nginx</p></body></html>`;
const JSON_TYPE = 'application/json';

/**
 * The answer of a fault that answers at all.
 *
 * @param failed the form in which the vendor tells errors
 * @param real what would have been answered, where the request was already processed
 */
export function faultAnswer(
	fault: Fault,
	url: string,
	failed: (status: number, message: string) => Answer,
	real?: { status: number; body: string },
): Answer {
	const headers: Record<string, string> =
		fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
	const detail = (status: number, text: string): Answer => ({
		...failed(status, text),
		headers,
	});
	switch (fault.kind) {
		case 'malformed': {
			const text = real?.body || '{"external_id": "SO-1", "status": "not_ass';
			const cut = text.slice(0, Math.max(1, Math.floor(text.length / 2)));
			// A 204 carries no body that could be broken.
			const status = real && real.status !== 204 ? real.status : 200;
			return { status, type: JSON_TYPE, body: cut, headers };
		}
		case 'html':
			return { status: fault.status ?? 502, type: 'text/html; charset=utf-8', body: PAGE, headers };
		case 'expiredKey':
			return detail(401, 'The API key has expired.');
		case 'keyEcho':
			return detail(400, `The request ${url} could not be processed.`);
		default:
			return detail(fault.status ?? 500, `Made-up answer with status ${fault.status ?? 500}.`);
	}
}
