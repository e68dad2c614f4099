import { append, objectsIn } from '../../shared/basic/values';
import { roleOf } from './roles';
import { plain } from './words';

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

interface Place {
	object: Record<string, unknown>;
	depth: number;
	/** The name of the object, which its keys may need to be understood, as in `tour` and `name`. */
	parent: string;
	/** Whether it is about somebody or somewhere else than the job. */
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
		const entries = inOrder(Object.entries(place.object).slice(0, MOST_KEYS - keys));
		keys += entries.length;
		for (const [key, value] of entries) {
			const name = plain(key);
			const list = lists.get(name);
			if (list === undefined) lists.set(name, [value]);
			else list.push(value);
			// A key without a letter or digit is no name.
			if (name !== '' && !place.isOneOfMany && value !== null && value !== '') {
				for (const known of namesOf(place, name)) {
					if (!firsts.has(known)) firsts.set(known, value);
				}
			}
			if (place.depth < DEEPEST) append(places, placesIn(value, key, place));
		}
	}
	return {
		first(names) {
			const name = names.map(plain).find((each) => firsts.has(each));
			return name === undefined ? undefined : firsts.get(name);
		},
		all: (names) => names.flatMap((name) => lists.get(plain(name)) ?? []),
	};
}

/** Alphabetical, so that of values that count alike the same one is found however a body orders them. */
function inOrder(entries: Array<[string, unknown]>): Array<[string, unknown]> {
	return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}

function namesOf({ parent, isOther }: Place, name: string): string[] {
	const full = parent + name;
	return isOther ? [full] : [name, full];
}

/** The objects that a value is or holds. The only one of a list counts like the value itself. */
function placesIn(value: unknown, key: string, place: Place): Place[] {
	const members = objectsIn(value);
	if (members.length === 0) return [];
	const name = plain(key);
	const { depth, parent, isOther, isOneOfMany } = place;
	return members.map((object) => ({
		object,
		depth: depth + 1,
		parent: isOther ? parent + name : name,
		isOther: isOther || roleOf(key) === 'other',
		isOneOfMany: isOneOfMany || members.length > 1,
	}));
}
