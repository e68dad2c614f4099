import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { EventCall } from './events';

/** Calls under way at a time. */
const AT_ONCE = 8;
/** From a call that was not answered 200 to the next one. */
const PAUSE_MS = 500;
const ANSWER_TIMEOUT_MS = 15_000;
/** After so many calls of one event the sender gives up; that is several minutes. */
const MOST_CALLS = 500;

/** What came of sending an event. */
export interface SentEvent {
	reference: string;
	calls: number;
	/** Whether the last call was answered 200. */
	answered: boolean;
}

export interface SenderOptions {
	/** Gives the URLs that a trigger can be called at; they are called in turn. */
	urlsOf: (trigger: string) => readonly string[];
	/** Called with the number of events that were answered 200 so far. */
	onAnswered?: (count: number) => void;
	signal?: AbortSignal;
}

/** Sends events, each again and again until it is answered 200, as a service with patience would. */
export async function sendEvents(
	events: readonly EventCall[],
	{ urlsOf, onAnswered, signal }: SenderOptions,
): Promise<SentEvent[]> {
	const left = events.entries();
	const sent: SentEvent[] = [];
	let answered = 0;
	const sendNext = async (): Promise<void> => {
		for (const [index, event] of left) {
			const urls = urlsOf(event.trigger);
			const result = { reference: event.reference, calls: 0, answered: false };
			while (!result.answered && result.calls < MOST_CALLS && !signal?.aborted) {
				if (result.calls > 0) await sleep(PAUSE_MS);
				const url = urls[(index + result.calls++) % urls.length] ?? '';
				result.answered = await isAnswered(url, event);
			}
			sent.push(result);
			if (result.answered) onAnswered?.(++answered);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
	return sent;
}

/** Whether n8n has taken a call. */
async function isAnswered(url: string, event: EventCall): Promise<boolean> {
	return await axios
		.post<unknown>(url, event.body, {
			headers: event.headers,
			timeout: ANSWER_TIMEOUT_MS,
			proxy: false,
			validateStatus: () => true,
		})
		.then(isTaken, () => false);
}

/**
 * Whether an answer says that n8n has taken a call. While n8n starts, it answers everything with 200 and
 * this sentence (`setupHealthCheck` in its `abstract-server.js`); docs/scale.md says how a proxy keeps calls
 * from it until then.
 */
export function isTaken({ status, data }: { status: number; data: unknown }): boolean {
	return status === 200 && !String(data).startsWith('n8n is starting up');
}
