/** Objects that have the same keys in the same order. */
interface Shape {
	given: readonly string[];
	/** In alphabetical order. */
	keys: readonly string[];
	/** Where their list of keys stands. */
	place: { keys: number };
}

/** Shapes that are remembered while one value is written; bodies have few, each many times. */
const MOST_SHAPES = 20;

/** What stands for an object or a list in another one. */
const INNER = {};

/**
 * A text that is the same for values that differ only in the order of keys, and another one for any
 * others: a resent event may order its keys anew. It is JSON of two lists, which takes half the time of
 * JSON with sorted keys. The first has all objects and lists one after the other, the outer ones first,
 * each followed by what it holds: `[3]` begins a list of three, `{"keys":1}` an object with the keys that
 * the second list has at its place 1, and `{}` is one that follows in its turn.
 */
export function canonicalForm(values: readonly unknown[]): string {
	const form: unknown[] = [];
	const containers: object[] = [values];
	const shapes = new Shapes();
	const add = (member: unknown): void => {
		if (typeof member === 'object' && member !== null) {
			form.push(INNER);
			containers.push(member);
		} else {
			form.push(member);
		}
	};
	for (const container of containers) {
		if (Array.isArray(container)) {
			form.push([container.length]);
			for (const member of container) add(member ?? null);
		} else {
			const members = withValues(container);
			const { place, keys } = shapes.of(members);
			form.push(place);
			for (const key of keys) add(members[key]);
		}
	}
	return JSON.stringify([form, shapes.lists]);
}

/** The object without keys that have no value: to JSON these are not there. */
function withValues(object: object): Record<string, unknown> {
	if (!Object.values(object).includes(undefined)) return object as Record<string, unknown>;
	return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== undefined));
}

/** Orders the keys of objects that look alike only once. */
class Shapes {
	/** All lists of keys. Those beyond the most that are remembered stand there for each object. */
	readonly lists: Array<readonly string[]> = [];
	readonly #known: Shape[] = [];

	of(object: object): Shape {
		const given = Object.keys(object);
		const known = this.#known.find((shape) => isSame(shape.given, given));
		if (known !== undefined) return known;
		const keys = [...given].sort();
		const found = this.lists.slice(0, MOST_SHAPES).findIndex((list) => isSame(list, keys));
		const shape = { given, keys, place: { keys: found < 0 ? this.lists.push(keys) - 1 : found } };
		// Only remembered lists may be: which these are must not hang on the order of keys.
		if (this.#known.length < MOST_SHAPES && shape.place.keys < MOST_SHAPES) this.#known.push(shape);
		return shape;
	}
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at++) {
		if (one[at] !== other[at]) return false;
	}
	return true;
}
