import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import type { VirtualClock } from '../core/clock';
import { isRecord } from '../core/json';
import { Refusal } from '../core/refusal';
import { Stamps } from '../core/stamps';
import { underPresentNames } from '../core/stateFile';
import { READYCLOUD_ORG } from './defaults';
import { FIRST_ID, toId } from './ids';
import type { Entry, Org, Webhook } from './model';
import { newOrgs } from './seeds';

/** Organizations as they were kept; only what the sandbox steers by is looked at. */
const storeSchema = z.object({
	orgs: z.array(z.preprocess(underPresentNames, z.custom<Org>(isOrg))),
	nextId: z.number(),
});

/** The organizations with everything in them. */
export class Store {
	#orgs: Org[] = newOrgs();
	#nextId = FIRST_ID;
	readonly #stamps: Stamps;

	constructor(clock: VirtualClock) {
		this.#stamps = new Stamps(clock);
	}

	get orgs(): readonly Org[] {
		return this.#orgs;
	}

	get webhooks(): Webhook[] {
		return this.#orgs.flatMap((org) => org.webhooks);
	}

	removeWebhook(webhook: Webhook): void {
		for (const org of this.#orgs) org.webhooks = org.webhooks.filter((each) => each !== webhook);
	}

	org(id: string): Org | undefined {
		return this.#orgs.find((each) => each.id === id);
	}

	/** The one that people work in. */
	ownOrg(): Org {
		const org = this.org(READYCLOUD_ORG);
		if (!org) throw new Refusal(404, `There is no organization ${READYCLOUD_ORG}.`);
		return org;
	}

	/** The time of a change. */
	stamp(): string {
		return this.#stamps.next();
	}

	nextId(): string {
		return toId(this.#nextId++);
	}

	/** A new object around its fields. */
	entry<F>(fields: F): Entry<F> {
		const at = this.stamp();
		return { id: this.nextId(), created_at: at, updated_at: at, fields };
	}

	/** Of 24 characters, as in ReadyCloud's example. */
	uniqueId(): string {
		const random = randomBytes(15).toString('base64url');
		return `0000${random.slice(0, 10)}~${random.slice(10, 19)}`;
	}

	reset(): void {
		this.restore({ orgs: newOrgs(), nextId: FIRST_ID });
		this.#stamps.reset();
	}

	/** Forgets what is in the organizations; an id is never used twice, as receivers know it. */
	forget(): void {
		for (const org of this.#orgs) Object.assign(org, { orders: [], contacts: [], packaging: [] });
	}

	snapshot(): z.output<typeof storeSchema> {
		return { orgs: this.#orgs, nextId: this.#nextId };
	}

	restore(kept: unknown): void {
		const { orgs, nextId } = storeSchema.parse(kept);
		this.#orgs = orgs;
		this.#nextId = nextId;
	}
}

function isOrg(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const lists = [value.orders, value.contacts, value.packaging, value.webhooks];
	return typeof value.id === 'string' && lists.every(Array.isArray);
}
