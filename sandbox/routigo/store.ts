import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isRecord } from '../core/json';
import type { Hook, Tour } from './model';
import type { Order } from './orderFields';
import { seededHooks } from './seeds';

/** What was kept; only what the sandbox steers by is looked at. */
export const storeSchema = z.object({
	hooks: z.array(z.custom<Hook>((each) => isRecord(each) && isRecord(each.config))),
	tours: z.array(z.custom<Tour>((each) => isRecord(each) && Array.isArray(each.stops))),
	orders: z.array(z.custom<Order>(isRecord)),
	batches: z.number(),
	toursMade: z.number(),
});

type Kept = z.output<typeof storeSchema>;

/** The company's webhooks, tours, and orders that wait for a tour. */
export class Store {
	#kept: Kept = fresh();

	get hooks(): Hook[] {
		return this.#kept.hooks;
	}

	get tours(): Tour[] {
		return this.#kept.tours;
	}

	get orders(): Order[] {
		return this.#kept.orders;
	}

	/** The orders that wait; they don't any longer. */
	takeOrders(): Order[] {
		return this.#kept.orders.splice(0);
	}

	removeHook(hook: Hook): void {
		this.#kept.hooks = this.#kept.hooks.filter((each) => each !== hook);
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

	snapshot(): Kept {
		return this.#kept;
	}

	restore(kept: Kept): void {
		this.#kept = kept;
	}
}

function fresh(): Kept {
	return { hooks: seededHooks(), tours: [], orders: [], batches: 0, toursMade: 0 };
}
