import { isRecord } from '../basic/values';
import type { Received, Reading } from './webhookVendor';

/**
 * What one call may bring, the same for every vendor. All work for a call grows with these, and n8n
 * keeps and copies what becomes of it, so that more would keep n8n busy for everybody, or end it. They
 * are far above what the vendors send: a body is about one job, one order or one tour.
 */
export const MOST_EVENTS = 1000;

/** Texts, numbers, switches, lists and objects of all events together. */
const MOST_VALUES = 200_000;

/** Characters of all their keys and texts together. */
export const MOST_CHARACTERS = 5_000_000;

/** Objects and lists inside each other. Deeper ones overflow the stack of n8n, or of who reads them. */
const DEEPEST = 100;

/**
 * The events of a body, built one after the other, so that nothing is built beyond the limits.
 *
 * @param members what each event is made from, as it came; best made one by one, where they repeat
 * something of the body
 * @param expected what the vendor sends, as a sentence for whoever sends a member that is no object
 * @param build makes the event, or `null` where the member is none
 */
export function receivedFrom<Payload>(
	members: Iterable<unknown>,
	expected: string,
	build: (member: Record<string, unknown>) => Received<Payload> | null,
): Reading<Payload> {
	const meter = new BodyMeter();
	const received: Array<Received<Payload>> = [];
	for (const member of members) {
		const limit = meter.limitExceededBy(member);
		if (limit !== null) return { expected: `one call may ${limit}.`, isTooLarge: true };
		if (!isRecord(member)) return { expected };
		const event = build(member);
		if (event !== null) received.push(event);
	}
	return { received };
}

/** Adds up what the members of one body hold. */
class BodyMeter {
	#members = 0;
	#values = 0;
	#characters = 0;

	/** Which limit is exceeded with this member, as the end of a sentence, or `null`. */
	limitExceededBy(member: unknown): string | null {
		if (++this.#members > MOST_EVENTS) return `bring at most ${inWords(MOST_EVENTS)} events`;
		let level: object[] = [[member]];
		// Level by level, as a call for each of them would itself overflow the stack.
		for (let depth = 0; level.length > 0; depth++) {
			if (depth > DEEPEST) return `hold at most ${inWords(DEEPEST)} objects inside each other`;
			const within: object[] = [];
			for (const container of level) {
				this.#count(container, within);
				if (this.#values > MOST_VALUES) return `hold at most ${inWords(MOST_VALUES)} values`;
			}
			level = within;
		}
		return this.#characters > MOST_CHARACTERS
			? `hold texts of at most ${inWords(MOST_CHARACTERS)} characters`
			: null;
	}

	/** Counts what an object or a list holds, and puts the objects and lists in it to those `within`. */
	#count(container: object, within: object[]): void {
		const isList = Array.isArray(container);
		const names = isList ? [] : Object.keys(container);
		this.#values += isList ? container.length : names.length;
		// One list may hold more than all else.
		if (this.#values > MOST_VALUES) return;
		if (isList) {
			for (const value of container) this.#add(value, within);
		}
		for (const name of names) {
			this.#characters += name.length;
			this.#add((container as Record<string, unknown>)[name], within);
		}
	}

	#add(value: unknown, within: object[]): void {
		if (typeof value === 'string') this.#characters += value.length;
		else if (typeof value === 'object' && value !== null) within.push(value);
	}
}

function inWords(limit: number): string {
	return limit.toLocaleString('en-US');
}
