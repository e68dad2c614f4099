import { createHash } from 'node:crypto';

import type { Delivery } from './delivery';
import { noOutcomes } from './outcome';

export interface DeliveryCounts {
	/** Every attempt at every address. */
	sent: number;
	/** Calls that started a workflow, that it left out, that it refused, that failed. */
	started: number;
	leftOut: number;
	/** Calls of a test URL at which nobody listens. */
	notListening: number;
	refused: number;
	failed: number;
	/** Accepted events, where the same one sent again counts once. */
	distinctEvents: number;
}

/** Counts what came of the deliveries. */
export class Tally {
	#sent = 0;
	#outcomes = noOutcomes();
	readonly #events = new Set<string>();

	add(delivery: Delivery): void {
		this.#sent++;
		this.#outcomes[delivery.outcome]++;
		if (delivery.accepted) this.#events.add(identityOf(delivery));
	}

	counts(): DeliveryCounts {
		return {
			sent: this.#sent,
			...this.#outcomes,
			distinctEvents: this.#events.size,
		};
	}

	clear(): void {
		this.#sent = 0;
		this.#outcomes = noOutcomes();
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
