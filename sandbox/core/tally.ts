import { createHash } from 'node:crypto';

import type { Delivery } from './delivery';

export interface DeliveryCounts {
	/** Every attempt at every address. */
	sent: number;
	accepted: number;
	/** Answered with 401 or 403, as to a wrong token. */
	refused: number;
	/** Any other answer that is not success, or none. */
	failed: number;
	/** Accepted events, where the same one sent again counts once. */
	distinctEvents: number;
}

/** Counts what came of the deliveries. */
export class Tally {
	#sent = 0;
	#accepted = 0;
	#refused = 0;
	readonly #events = new Set<string>();

	add(delivery: Delivery): void {
		this.#sent++;
		if (delivery.accepted) {
			this.#accepted++;
			this.#events.add(identityOf(delivery));
		} else if (delivery.status === 401 || delivery.status === 403) {
			this.#refused++;
		}
	}

	counts(): DeliveryCounts {
		return {
			sent: this.#sent,
			accepted: this.#accepted,
			refused: this.#refused,
			failed: this.#sent - this.#accepted - this.#refused,
			distinctEvents: this.#events.size,
		};
	}

	clear(): void {
		this.#sent = 0;
		this.#accepted = 0;
		this.#refused = 0;
		this.#events.clear();
	}
}

/** The query belongs to it: services that programs subscribe to name the event there alone. */
function identityOf({ vendor, url, body }: Delivery): string {
	const query = URL.canParse(url) ? new URL(url).search : '';
	return createHash('sha256')
		.update(JSON.stringify([vendor, query, body]))
		.digest('base64');
}
