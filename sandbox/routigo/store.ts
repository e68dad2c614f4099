import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { isRecord } from '../core/json';
import { underPresentNames } from '../core/stateFile';
import type { Tour, Webhook } from './model';
import type { Order } from './orderFields';
import { seededWebhooks } from './seeds';

/** What was kept; only what the sandbox steers by is looked at. */
const storeSchema = z.preprocess(
	underPresentNames,
	z.object({
		webhooks: z.array(z.custom<Webhook>((each) => isRecord(each) && isRecord(each.config))),
		tours: z.array(z.custom<Tour>((each) => isRecord(each) && Array.isArray(each.stops))),
		orders: z.array(z.custom<Order>(isRecord)),
		batches: z.number(),
		toursMade: z.number(),
	}),
);

type Kept = z.output<typeof storeSchema>;

/** The company's webhooks, tours, and orders that wait for a tour. */
export class Store {
	#kept: Kept = fresh();

	get webhooks(): Webhook[] {
		return this.#kept.webhooks;
	}

	get tours(): Tour[] {
		return this.#kept.tours;
	}

	get orders(): Order[] {
		return this.#kept.orders;
	}

	/** The orders that wait; they do not any longer. */
	takeOrders(): Order[] {
		return this.#kept.orders.splice(0);
	}

	removeWebhook(webhook: Webhook): void {
		this.#kept.webhooks = this.#kept.webhooks.filter((each) => each !== webhook);
	}

	removeTour(tour: Tour): void {
		this.#kept.tours = this.#kept.tours.filter((each) => each !== tour);
	}

	/** Of 24 hexadecimal characters, as in RoutiGo's examples. */
	newId(): string {
		return randomBytes(12).toString('hex');
	}

	nextBatch(): number {
		return ++this.#kept.batches;
	}

	nextTour(): number {
		return ++this.#kept.toursMade;
	}

	reset(): void {
		this.#kept = fresh();
	}

	/** Forgets tours and orders; a number is never used twice, as receivers know it. */
	forget(): void {
		this.#kept = { ...this.#kept, tours: [], orders: [] };
	}

	snapshot(): Kept {
		return this.#kept;
	}

	restore(kept: unknown): void {
		this.#kept = storeSchema.parse(kept);
	}
}

function fresh(): Kept {
	return { webhooks: seededWebhooks(), tours: [], orders: [], batches: 0, toursMade: 0 };
}
