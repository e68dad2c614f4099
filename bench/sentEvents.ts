import { detrackWebhook } from '../nodes/Detrack/trigger/webhook';
import { radaroWebhook } from '../nodes/Radaro/trigger/webhook';
import { readyCloudWebhook } from '../nodes/ReadyCloud/trigger/webhook';
import { routigoWebhook } from '../nodes/Routigo/trigger/webhook';
import { dayIn } from '../nodes/shared/basic/today';
import type { WebhookVendor } from '../nodes/shared/trigger/webhookVendor';
import type { Delivery } from '../sandbox/core/delivery';

/** A call of a service. */
export type Call = Pick<Delivery, 'vendor' | 'at' | 'url' | 'body'>;
/** The same with the answer. */
export type Sent = Call & Pick<Delivery, 'status' | 'accepted' | 'response'>;

/** An event that a service has sent, once or more often. */
export interface SentEvent {
	vendor: string;
	eventId: string;
	stateId: string | null;
	/** Calls that told of it, and how many of them n8n has answered 200. */
	calls: number;
	answers: number;
	/** The beginning of the last answer 200; empty where nothing but the status was said. */
	response: string;
}

/** What services have sent, by the identifiers of the events in it. */
export class SentEvents {
	readonly #events = new Map<string, SentEvent>();
	readonly #timeZone: string;
	#answered = 0;

	/** @param timeZone of n8n, an IANA name */
	constructor(timeZone: string) {
		this.#timeZone = timeZone;
	}

	get all(): SentEvent[] {
		return [...this.#events.values()];
	}

	get size(): number {
		return this.#events.size;
	}

	/** How many different events n8n has answered 200. */
	get answered(): number {
		return this.#answered;
	}

	/**
	 * Notes a call. One that starts nothing by rule tells of no event: nobody has selected it, or it came
	 * without the password, with which it is made again.
	 */
	add(sent: Sent): void {
		if (sent.status === 401 || sent.response.includes('"ignored"')) return;
		for (const { eventId, stateId } of eventsIn(sent, this.#timeZone)) {
			const { vendor } = sent;
			const none = { calls: 0, answers: 0, response: '' };
			const event = this.#events.get(eventId) ?? { vendor, eventId, stateId, ...none };
			event.calls++;
			if (sent.accepted) event.response = sent.response;
			if (sent.accepted && ++event.answers === 1) this.#answered++;
			this.#events.set(eventId, event);
		}
	}

	/** Whether the service has an event left that was never answered 200. */
	isOpen(vendor: string): boolean {
		return this.all.some((event) => event.vendor === vendor && event.answers === 0);
	}
}

/** What an event, and the state that it tells of, are known by. */
export type Identifiers = Pick<SentEvent, 'eventId' | 'stateId'>;

/** The events in a call, as docs/delivery-event.md says what makes their identifiers. */
export function eventsIn(sent: Call, timeZone: string): Identifiers[] {
	switch (sent.vendor) {
		case 'radaro':
			return eventsBy(radaroWebhook, sent);
		case 'detrack':
			return eventsBy(detrackWebhook({ today: dayIn(timeZone, new Date(sent.at)) }), sent);
		case 'routigo':
			return eventsBy(routigoWebhook, sent);
		case 'readycloud':
			return eventsBy(readyCloudWebhook, sent);
		default:
			throw new Error(`Nothing is known of the events of ${sent.vendor}.`);
	}
}

function eventsBy<Payload, Secrets>(
	vendor: WebhookVendor<Payload, Secrets>,
	{ body, url, at }: Call,
): Identifiers[] {
	const reading = vendor.read(body, Object.fromEntries(new URL(url).searchParams));
	if ('expected' in reading) return [];
	return reading.received.map(({ payload }) =>
		vendor.normalize(payload, vendor.classify(payload), at),
	);
}
