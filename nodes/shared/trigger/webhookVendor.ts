import type { IWebhookFunctions } from 'n8n-workflow';

import type { Explanation } from '../api/apiErrors';
import type { Deadline } from '../api/deadline';
import type { DeliveryEvent, Occurrence } from '../event/deliveryEvent';
import type { Verification, WebhookCall } from './verification';

/** One event in a body: as far as this package reads it, and as the vendor sent it, without secrets. */
export interface Received<Payload> {
	payload: Payload;
	original: Record<string, unknown>;
	/** What the vendor tells beside the body, where it does; without secrets. */
	context?: CallContext;
}

/** The query and the headers of a call, as far as they are the vendor's or the user's. */
export interface CallContext {
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
}

/**
 * What the body holds, one event per job, or a sentence that says what was expected instead.
 *
 * `isTooLarge` says that it exceeds one of the limits in `bodyLimits.ts`.
 */
export type Reading<Payload> =
	{ received: Array<Received<Payload>> } | { expected: string; isTooLarge?: true };

/** That whether a call is proven cannot be told just now, so that it has to be sent again. */
export const UNDECIDED = Symbol('undecided');

/**
 * What a vendor contributes to the webhook pipeline. Whatever a sender sends, none of these may throw
 * but `classify` and `normalize`, for a payload that cannot be understood.
 */
export interface WebhookVendor<Payload, Secrets> {
	/** The vendor's name as users write it. */
	name: string;
	setup: {
		/** Whether publishing registers the URL at the vendor, so that nobody enters it there. */
		isRegistered?: true;
		/** Why the trigger may not be ready for them. */
		missing: string;
		/** What else keeps it from being ready, as a sentence without its full stop. */
		flaw?(secrets: Secrets): string | undefined;
		/**
		 * A sentence on what calls are verified with, none of which it shows, and on what is known only
		 * when one comes.
		 */
		proof(secrets: Secrets): string;
	};
	/** The values that the parameter `events` may hold, besides any event. */
	events?: readonly string[];
	/** Why an option cannot be used as an expression gives it, or beside these events, or `null`. */
	optionsFlaw?(options: Record<string, unknown>, events: readonly string[]): Explanation | null;
	/** What calls are verified with. Where it cannot be read, that counts as none. */
	secrets(context: IWebhookFunctions): Promise<Secrets>;
	/** Whether there are any; without them `verify` refuses every call. */
	isReady(secrets: Secrets): boolean;
	verify(call: WebhookCall, secrets: Secrets): Verification;
	/**
	 * Fresh secrets, asked for after a refusal, `null` where none can change it, or `UNDECIDED` where
	 * they could not be had. It bounds itself how often it asks: anybody can cause a refusal.
	 */
	refresh?(
		context: IWebhookFunctions,
		call: WebhookCall,
	): Promise<Secrets | null | typeof UNDECIDED>;
	/** The value of `WWW-Authenticate` in a refusal, where the vendor authenticates that way. */
	challenge?(secrets: Secrets): string | undefined;
	/** The texts to mask in originals. */
	textsToMask(secrets: Secrets): readonly string[];
	/**
	 * @param query of the called URL, for vendors whose bodies do not say what they are; what the proof
	 * of the call was good for stands in it in place of what the call said
	 * @param headers of the call, for vendors who tell something in them
	 */
	read(
		body: unknown,
		query?: Record<string, unknown>,
		headers?: WebhookCall['headers'],
	): Reading<Payload>;
	classify(payload: Payload): Occurrence;
	normalize(payload: Payload, occurrence: Occurrence, receivedAt: string): DeliveryEvent;
	/** A vendor's own filter: a sentence why this event is not wanted, or `null`. */
	unwanted?(row: DeliveryEvent, options: Record<string, unknown>): string | null;
	/**
	 * Adds to a selected payload what the vendor did not send, before filters look at it; gives the same one, or `undefined` at once,
	 * where it adds nothing.
	 *
	 * @param deadline by which the call must be answered; it is not waited for any longer
	 */
	complete?(
		context: IWebhookFunctions,
		payload: Payload,
		deadline: Deadline,
	): Promise<Payload> | undefined;
}
