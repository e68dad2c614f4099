import type { DeliveryEvent, Occurrence } from '../event/deliveryEvent';
import type { Verification, WebhookCall } from './verification';

/** One event in a body: as far as this package reads it, and as the vendor sent it, without proof. */
export interface Received<Payload> {
	payload: Payload;
	original: Record<string, unknown>;
}

/** What the body holds, one event per job, or a sentence that says what was expected instead. */
export type Reading<Payload> = { received: Array<Received<Payload>> } | { expected: string };

/** What a vendor contributes to the webhook pipeline: pure functions on plain data. */
export interface WebhookVendor<Payload> {
	/** The vendor's name as users write it. */
	name: string;
	verify(call: WebhookCall, secrets: readonly string[]): Verification;
	/** @param query of the called address, for vendors whose bodies do not say what they are */
	read(body: unknown, query?: Record<string, unknown>): Reading<Payload>;
	classify(payload: Payload): Occurrence;
	normalize(payload: Payload, occurrence: Occurrence, receivedAt: string): DeliveryEvent;
	/** A vendor's own filter: a sentence why this event is not wanted, or `null`. */
	unwanted?(row: DeliveryEvent, options: Record<string, unknown>): string | null;
	/** The texts to mask in originals, where the secrets are not themselves what may be in them. */
	hidden?(secrets: readonly string[]): string[];
	/** How its events come, and why the trigger may not be ready for them; by POST, unless said here. */
	setup?: { method: string; missing: string };
	/** The value of `WWW-Authenticate` in a refusal, where the vendor proves itself that way. */
	challenge?: string;
}
