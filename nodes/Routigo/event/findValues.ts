import { isRecord } from '../../shared/basic/values';

/**
 * Looks values up by plausible names, wherever they stand: RoutiGo's bodies are not documented
 * (docs/vendors.md#routigo-columns).
 */
export interface FoundValues {
	/** The first value under one of the names, which are tried in their order. */
	first(names: readonly string[]): unknown;
	/** All values under the names, name by name, also those of objects in lists. */
	all(names: readonly string[]): unknown[];
}

/** How many objects inside each other are looked into, the body being the first. */
const DEEPEST = 3;

/** A large body must not keep n8n busy. */
const MOST_KEYS = 20_000;

/** What stands in these objects is about somebody or somewhere else than the recipient. */
const OTHERS =
	/^(driver|courier|vehicle|supplier|depot|user|planner|company|servicecent(re|er)|pickup|start|end|previous|next)/;

interface Place {
	object: Record<string, unknown>;
	depth: number;
	/** The name of the object, which its keys may need to be understood, as in `tour` and `name`. */
	parent: string;
	isOther: boolean;
	/** Whether the object is one of several in a list, where the first is as good as any. */
	isOneOfMany: boolean;
}

/**
 * Reads a body once. A value has two names: its own, and that with its object's name before it, as
 * `driver name`; capitals, `_` and `-` make no difference. Values nearer to the top count first.
 */
export function findValues(body: Record<string, unknown>): FoundValues {
	const firsts = new Map<string, unknown>();
	const lists = new Map<string, unknown[]>();
	const places: Place[] = [
		{ object: body, depth: 1, parent: '', isOther: false, isOneOfMany: false },
	];
	let keys = 0;
	for (let at = 0; at < places.length && keys < MOST_KEYS; at++) {
		const place = places[at] as Place;
		for (const [key, value] of Object.entries(place.object)) {
			if (++keys > MOST_KEYS) break;
			const name = plain(key);
			const list = lists.get(name);
			if (list === undefined) lists.set(name, [value]);
			else list.push(value);
			if (!place.isOneOfMany && value !== null && value !== '') {
				for (const known of namesOf(place, name)) {
					if (!firsts.has(known)) firsts.set(known, value);
				}
			}
			if (place.depth < DEEPEST) places.push(...placesIn(value, name, place));
		}
	}
	return {
		first: (names) => firsts.get(names.map(plain).find((name) => firsts.has(name)) ?? ''),
		all: (names) => names.flatMap((name) => lists.get(plain(name)) ?? []),
	};
}

function namesOf({ parent, isOther }: Place, name: string): string[] {
	const full = parent + name;
	return isOther ? [full] : [name, full];
}

/** The objects that a value is or holds. The only one of a list counts like the value itself. */
function placesIn(value: unknown, name: string, place: Place): Place[] {
	const { depth, parent, isOther, isOneOfMany } = place;
	const members = (Array.isArray(value) ? value : [value]).filter(isRecord);
	return members.map((object) => ({
		object,
		depth: depth + 1,
		parent: isOther ? parent + name : name,
		isOther: isOther || OTHERS.test(name),
		isOneOfMany: isOneOfMany || members.length > 1,
	}));
}

function plain(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
