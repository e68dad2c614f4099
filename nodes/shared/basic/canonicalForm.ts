/** Objects that have the same keys in the same order. */
interface Shape {
	given: readonly string[];
	/** In alphabetical order. */
	keys: readonly string[];
	/** Where these stand in the list of keys. */
	place: number;
}

/** Shapes that are remembered while one value is written; bodies have few, each many times. */
const MOST_SHAPES = 20;

/** Ends the places of what an object or a list holds. */
const END = -1;

/**
 * A text that is the same for values that differ only in the order of keys, and another one for any
 * others: a resent event may order its keys anew. It is JSON of three lists, which takes a third of the
 * time of JSON with sorted keys. The second has all texts, numbers and switches, and the third all lists
 * of keys. The first has all objects and lists one after the other, the outer ones first, by numbers: the
 * place of its keys for an object, -1 and less for a list of none and more; then at which places it holds
 * further ones, which follow in their turn; then `END`.
 */
export function canonicalForm(values: readonly unknown[]): string {
	const structure: number[] = [];
	const plain: unknown[] = [];
	const containers: object[] = [values];
	const shapes = new Shapes();
	const add = (member: unknown, place: number): void => {
		if (typeof member === 'object' && member !== null) {
			structure.push(place);
			containers.push(member);
		} else {
			plain.push(member);
		}
	};
	for (const container of containers) {
		if (Array.isArray(container)) {
			structure.push(-1 - container.length);
			for (let at = 0; at < container.length; at++) add(container[at], at);
		} else {
			const members = withValues(container);
			const { place, keys } = shapes.of(members);
			structure.push(place);
			for (let at = 0; at < keys.length; at++) add(members[keys[at] as string], at);
		}
		structure.push(END);
	}
	return JSON.stringify([structure, plain, shapes.lists]);
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
		const shape = { given, keys, place: found < 0 ? this.lists.push(keys) - 1 : found };
		// Only remembered lists may be: which these are must not hang on the order of keys.
		if (this.#known.length < MOST_SHAPES && shape.place < MOST_SHAPES) this.#known.push(shape);
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
