import { dayIn } from '../../nodes/shared/basic/today';
import type { WebhookVendor } from '../../nodes/shared/trigger/webhookVendor';
import { detrackWebhook } from '../../nodes/Detrack/trigger/webhook';
import { radaroWebhook } from '../../nodes/Radaro/trigger/webhook';
import { readyCloudWebhook } from '../../nodes/ReadyCloud/trigger/webhook';
import { routigoWebhook } from '../../nodes/Routigo/trigger/webhook';
import type { Delivery } from '../../sandbox/core/delivery';

type Sent = Pick<Delivery, 'vendor' | 'at' | 'url' | 'body' | 'accepted'>;

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
		for (const id of eventIdsIn(sent, this.#timeZone)) {
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

/** Identifiers of the events in a call, as docs/delivery-event.md says what makes them. */
function eventIdsIn(sent: Sent, timeZone: string): string[] {
	const today = dayIn(timeZone, new Date(sent.at));
	switch (sent.vendor) {
		case 'radaro':
			return idsBy(radaroWebhook, sent);
		case 'detrack':
			return idsBy(detrackWebhook({ today }), sent);
		case 'routigo':
			return idsBy(routigoWebhook, sent);
		case 'readycloud':
			return idsBy(readyCloudWebhook, sent);
		default:
			throw new Error(`Nothing is known of the events of ${sent.vendor}.`);
	}
}

function idsBy<Payload, Secrets>(
	vendor: WebhookVendor<Payload, Secrets>,
	{ body, url, at }: Sent,
): string[] {
	const reading = vendor.read(body, Object.fromEntries(new URL(url).searchParams));
	if ('expected' in reading) return [];
	return reading.received.map(
		({ payload }) => vendor.normalize(payload, vendor.classify(payload), at).eventId,
	);
}
