import { isRecord } from './json';

export const OUTCOMES = ['started', 'leftOut', 'refused', 'failed'] as const;

/** What came of one call of a webhook, as a dispatcher tells it apart. */
export type Outcome = (typeof OUTCOMES)[number];

/** None of each. */
export function noOutcomes(): Record<Outcome, number> {
	return { started: 0, leftOut: 0, refused: 0, failed: 0 };
}

/** What a receiver answered, or why it did not. */
export interface Answered {
	url: string;
	status: number | null;
	accepted: boolean;
	error: string | null;
	response: string;
}

/** An outcome with its reason in a sentence; without one where there is nothing to add. */
export interface Judged {
	outcome: Outcome;
	reason: string | null;
}

const TEST_PATH = '/webhook-test/';

/** n8n's test URL of a trigger, made of its production URL; null where it is not such a URL. */
export function testUrlOf(url: string): string | null {
	return url.includes('/webhook/') ? url.replace('/webhook/', TEST_PATH) : null;
}

/** Whether n8n takes an event at this URL only while its editor listens. */
export function isTestUrl(url: string): boolean {
	return url.includes(TEST_PATH);
}

/** What an answer means. A trigger says in a 200 why it starts nothing: docs/delivery-event.md#answers. */
export function outcomeOf({ url, status, accepted, error, response }: Answered): Judged {
	if (status === null) return { outcome: 'failed', reason: error };
	const body = bodyOf(response);
	if (accepted) {
		const ignored = textIn(body, 'ignored');
		return { outcome: ignored === null ? 'started' : 'leftOut', reason: ignored };
	}
	if (status === 404 && isTestUrl(url)) return { outcome: 'leftOut', reason: NOT_LISTENING };
	if (status === 404 && textIn(body, 'message')?.includes('not registered')) {
		return { outcome: 'refused', reason: NOT_PUBLISHED };
	}
	const reason = textIn(body, 'message') ?? `The answer was ${status}.`;
	return { outcome: status >= 400 && status < 500 ? 'refused' : 'failed', reason };
}

const NOT_LISTENING =
	'The editor of n8n does not listen at the test URL. Press "Execute step" in the trigger first.';
const NOT_PUBLISHED = 'No published workflow in n8n has this address.';

function bodyOf(response: string): unknown {
	try {
		return JSON.parse(response);
	} catch {
		return null;
	}
}

function textIn(body: unknown, key: string): string | null {
	const value = isRecord(body) ? body[key] : null;
	return typeof value === 'string' ? value : null;
}
