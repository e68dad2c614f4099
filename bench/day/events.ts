import type { Delivery } from '../../sandbox/core/delivery';
import { type Call, eventsIn } from '../sentEvents';

type Sent = Call & Pick<Delivery, 'accepted'>;

/** An event that a service has sent, once or more often. */
export interface SentEvent {
	vendor: string;
	/** How often n8n has answered 200. */
	answers: number;
}

/** What the services have sent in a day, by the identifiers of the events in it. */
export class SentEvents {
	readonly all = new Map<string, SentEvent>();
	/** Calls, those among them that were refused for want of a password, which are made again. */
	calls = 0;
	readonly #timeZone: string;

	constructor(timeZone: string) {
		this.#timeZone = timeZone;
	}

	add(sent: Sent): void {
		this.calls++;
		for (const { eventId: id } of eventsIn(sent, this.#timeZone)) {
			const event = this.all.get(id) ?? { vendor: sent.vendor, answers: 0 };
			if (sent.accepted) event.answers++;
			this.all.set(id, event);
		}
	}

	/** Identifiers of the events that n8n has answered 200. */
	get answered(): string[] {
		return [...this.all].flatMap(([id, { answers }]) => (answers > 0 ? [id] : []));
	}
}
