import { isRecord } from './json';
import { whyNoAnswer } from './noAnswer';

export const OUTCOMES = ['started', 'leftOut', 'notListening', 'refused', 'failed'] as const;

/** What came of one call of a webhook, as a dispatcher tells it apart. */
export type Outcome = (typeof OUTCOMES)[number];

/** None of each. */
export function noOutcomes(): Record<Outcome, number> {
	return { started: 0, leftOut: 0, notListening: 0, refused: 0, failed: 0 };
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
	if (status === null) return { outcome: 'failed', reason: whyNoAnswer(error, url) };
	const message = textIn(bodyOf(response), 'message');
	if (isStarting(status, response, message)) return { outcome: 'failed', reason: STARTING };
	if (accepted) {
		if (PAGE.test(response)) return { outcome: 'failed', reason: WEB_PAGE };
		const ignored = textIn(bodyOf(response), 'ignored');
		return { outcome: ignored === null ? 'started' : 'leftOut', reason: ignored };
	}
	if (status === 404 && isTestUrl(url)) return { outcome: 'notListening', reason: NOT_LISTENING };
	const isRefused = status >= 400 && status < 500;
	return { outcome: isRefused ? 'refused' : 'failed', reason: whyNot(status, message) };
}

const NOT_LISTENING =
	'The editor of n8n is not listening at this test URL. Click “Execute step” in the trigger first, and send the event again.';
const NOT_PUBLISHED =
	'No published workflow in n8n has this address. Publish the workflow, or copy the production URL of its trigger again.';
const STARTING = 'n8n is still starting. Wait until it runs, and send the event again.';
const WEB_PAGE =
	'A web page answered, and not a trigger. Copy the production URL of the trigger again.';
const ELSEWHERE = 'This address leads to another one, which is not called. Enter that one.';
const WRONG_SECRET =
	'The trigger refused it: the secret that was sent is not the one that n8n expects.';

const PAGE = /^\s*<(!doctype|html)/i;

/** n8n says so with 200 while it brings its database up to date, and with 503 before (its abstract-server.js). */
function isStarting(status: number, response: string, message: string | null): boolean {
	return (
		response.startsWith('n8n is starting up') ||
		(status === 503 && message === 'Database is not ready!')
	);
}

function whyNot(status: number, message: string | null): string {
	if (status === 401 && (message === null || message.startsWith('This call was refused'))) {
		return WRONG_SECRET;
	}
	if (status === 404 && message?.includes('not registered')) return NOT_PUBLISHED;
	if (status === 500 && message !== null) {
		return `The workflow failed: look under Executions in n8n, which says “${message}”.`;
	}
	if (message !== null) return message;
	if (status >= 300 && status < 400) return ELSEWHERE;
	return WITHOUT_WORDS[status] ?? `The answer was ${status}, without a reason.`;
}

const GATEWAY =
	'What stands before n8n answers, but n8n does not: it is stopped or still starting. Wait until it runs, and send the event again.';

/** Of answers that give no reason. */
const WITHOUT_WORDS: Readonly<Record<number, string>> = {
	403: 'What answers there lets nobody in. Check the address, and what stands before n8n.',
	404: 'Nothing is known there under this address. Copy the production URL of the trigger again.',
	413: 'The event is too large for what answers there.',
	429: 'Too many calls at once. Wait a little, and send the event again.',
	502: GATEWAY,
	503: GATEWAY,
	504: GATEWAY,
};

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
