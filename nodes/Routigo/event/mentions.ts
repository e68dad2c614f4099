import { append, isRecord } from '../../shared/basic/values';
import { statusOfEndStatus } from './endStatuses';
import { type Kind, kindIn } from './kinds';
import { oncePerName, plain, singular } from './words';

/** What an object is to the assignment that is looked at. */
export type Nearness =
	/** The very thing: `type` is its kind, and `status` its status. */
	| 'itself'
	/** The shipment that is looked at, whose `type` may be that of the goods. */
	| 'shipment'
	/** Its stop, where the whole stop is not what is looked at. */
	| 'stop'
	/** Something else that it belongs to, such as an order. */
	| 'around'
	/** Nothing of which a mere `type` would tell its kind. */
	| 'apart';

/** The names under which a kind stands; of those that are equally near the first counts. */
const KIND_NAMES = [
	...['assignmentType', 'assignmentKind', 'taskType', 'taskKind', 'activityType', 'type', 'kind'],
	...['jobType', 'jobKind', 'visitType', 'stopType', 'stopKind'],
].map(plain);

const END_STATUS_NAMES = new Set(
	[
		...['endStatus', 'endStatuses', 'assignmentEndStatus', 'taskEndStatus', 'stopEndStatus'],
		...['shipmentEndStatus', 'deliveryEndStatus', 'endState', 'finalStatus', 'deliveryStatus'],
	].map(plain),
);

/** These count where there is no end status, as far as they plainly say that it did not work out. */
const STATUS_NAMES = new Set(
	['status', 'result', 'outcome', 'endStatusName', 'endStatusText', 'endStatusCode'].map(plain),
);

/** A kind that is told only of something around the assignment need not be one of assignments. */
const FARTHEST = 2;

/** What a key may say, by its name alone. */
const saidBy = oncePerName((key) => {
	const name = plain(key);
	return {
		isEndStatus: END_STATUS_NAMES.has(name),
		isStatus: STATUS_NAMES.has(name),
		place: KIND_NAMES.indexOf(singular(name)),
		isHint: HINT_NAMES.has(name),
		/** What a switch of this name says, such as `isBreak`. */
		switched: /^is([a-z]+)$/.exec(name)?.[1] ?? null,
	};
});

interface KindMention {
	/** 0 for the assignment itself, then its stop, then whatever else is around it. */
	distance: number;
	/** The place of its name among all. */
	place: number;
	words: string[];
}

/** What is said of one assignment. */
export class Mentions {
	readonly #outer: Mentions | undefined;
	readonly #kinds: KindMention[] = [];
	readonly #endStatuses: string[] = [];
	readonly #statuses: string[] = [];

	/** @param outer what is said of all that it is one of; it counts where nothing nearer does */
	constructor(outer?: Mentions) {
		this.#outer = outer;
	}

	/** Takes in a value, if its key says something of an assignment. */
	add(key: string, value: unknown, nearness: Nearness): void {
		const said = saidBy(key);
		const { isEndStatus, isStatus, place } = said;
		if (isEndStatus) append(this.#endStatuses, textsIn(value));
		const isIts = nearness === 'itself' || nearness === 'shipment';
		if (isStatus && isIts) append(this.#statuses, textsIn(value));
		const hint = hintIn(said, value);
		if (hint !== null) this.#kinds.push({ distance: FARTHEST, place: 0, words: [hint] });
		if (place < 0) return;
		const distance = distanceOf(KIND_NAMES[place] ?? '', nearness);
		if (distance !== null) this.#kinds.push({ distance, place, words: textsIn(value) });
	}

	/** Its kinds, of which there are several where one key names several. */
	kinds(): Kind[] {
		for (let distance = 0; distance <= FARTHEST; distance++) {
			const told = this.#kinds
				.filter((each) => each.distance === distance)
				.sort((one, other) => one.place - other.place)
				.map(({ words }) => words.map(kindIn).filter((kind) => kind !== null));
			const known = told.map((kinds) => kinds.filter((kind) => kind !== 'unknown'));
			const nearest = known.find((kinds) => kinds.length > 0);
			if (nearest !== undefined) return [...new Set(nearest)];
			// A word that nobody knows is no delivery.
			if (distance < FARTHEST && told.flat().length > 0) return ['other'];
		}
		return this.#outer?.kinds() ?? [];
	}

	/** Its end statuses, else whatever says plainly that it did not work out. */
	endStatuses(): string[] {
		const own = this.#ownEndStatuses();
		return own.length > 0 ? own : (this.#outer?.endStatuses() ?? []);
	}

	#ownEndStatuses(): string[] {
		if (this.#endStatuses.length > 0) return [...new Set(this.#endStatuses)];
		return [...new Set(this.#statuses)].filter(isHarm);
	}

	/**
	 * Whether anything is said of the thing itself.
	 *
	 * @param farthest the distance from which its kind may be told
	 */
	isTold(farthest = 0): boolean {
		return (
			this.#endStatuses.length > 0 ||
			this.#statuses.some(isHarm) ||
			this.#kinds.some(({ distance, words }) => distance <= farthest && words.some(tellsKind))
		);
	}
}

function tellsKind(word: string): boolean {
	return kindIn(word) !== null;
}

/** What may be a kind, but also a number or anything else: `"action": "PICKUP"`, `"isBreak": true`. */
function hintIn({ isHint, switched }: ReturnType<typeof saidBy>, value: unknown): string | null {
	if (value === true) return switched;
	return isHint && typeof value === 'string' ? value : null;
}

const HINT_NAMES = new Set(['assignment', 'task', 'activity', 'action', 'category', 'purpose']);

/** What a mere `status` may be called while nothing is wrong with a delivery. */
const HARMLESS = new Set(['delivered', 'picked_up', 'unknown']);

function isHarm(status: string): boolean {
	return !HARMLESS.has(statusOfEndStatus(status));
}

function distanceOf(name: string, nearness: Nearness): number | null {
	const isGeneric = name === 'type' || name === 'kind';
	if (/^(stop|visit)/.test(name)) return nearness === 'itself' ? 0 : 1;
	if (!isGeneric) return 0;
	const distance = { itself: 0, stop: 1, shipment: 2, around: 2, apart: null };
	return distance[nearness];
}

/** The texts of a value: its own, or those that an object or a list of them gives as its name. */
function textsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.filter((each) => !Array.isArray(each)).flatMap(textsIn);
	if (isRecord(value)) return textsIn(OF_OBJECT.map((name) => value[name]).find(isTold));
	if (!isTold(value)) return [];
	return [String(value).trim()];
}

const OF_OBJECT = ['code', 'name', 'value', 'status', 'type', 'key', 'label', 'description', 'id'];

/** Whether a value is more than a blank or a dash. */
function isTold(value: unknown): boolean {
	const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
	return isPlain && /[\p{L}\p{N}]/u.test(String(value));
}
