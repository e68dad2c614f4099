/** The keys of objects that have the same ones in the same order. */
interface Shape {
	given: readonly string[];
	/** In the order in which they are written. */
	keys: readonly string[];
	/** Each as it is written. */
	names: readonly string[];
}

/** An object or a list that is being written. */
interface Level {
	members: Record<string, unknown> | unknown[];
	/** That of an object. */
	shape: Shape | null;
	/** The next member. */
	at: number;
	/** What stands before it. */
	before: '' | ',';
}

/** Shapes that are remembered while one value is written; bodies have few, each many times. */
const MOST_SHAPES = 20;

/**
 * JSON with the keys of every object in alphabetical order: a resent event may order them anew. Walks
 * with a list of its own, as a call for each level would overflow the stack.
 */
export function canonicalJson(value: unknown): string {
	let written = '';
	const shapes: Shape[] = [];
	const outer: Level[] = [];
	let level: Level | undefined = levelOf([value], shapes);
	while (level !== undefined) {
		const { members, shape, at }: Level = level;
		if (at === (shape?.keys ?? members).length) {
			level = outer.pop();
			// The list around everything is no part of the value.
			if (level !== undefined) written += shape === null ? ']' : '}';
			continue;
		}
		level.at++;
		const member: unknown = (members as Record<string, unknown>)[shape?.keys[at] ?? at];
		if (shape !== null && member === undefined) continue;
		written += level.before + (shape?.names[at] ?? '');
		level.before = ',';
		if (typeof member === 'string') {
			written += quoted(member);
		} else if (typeof member === 'object' && member !== null) {
			outer.push(level);
			level = levelOf(member, shapes);
			written += level.shape === null ? '[' : '{';
		} else {
			// What JSON has no word for, such as a function, is null.
			written += JSON.stringify(member) ?? 'null';
		}
	}
	return written;
}

function levelOf(members: object, shapes: Shape[]): Level {
	const isList = Array.isArray(members);
	const shape = isList ? null : shapeOf(Object.keys(members), shapes);
	return { members: members as Level['members'], shape, at: 0, before: '' };
}

function shapeOf(given: string[], shapes: Shape[]): Shape {
	const known = shapes.find((shape) => isSame(shape.given, given));
	if (known !== undefined) return known;
	const keys = inOrder(given);
	const shape = { given, keys, names: keys.map((key) => `${quoted(key)}:`) };
	if (shapes.length < MOST_SHAPES) shapes.push(shape);
	return shape;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((key, at) => key === other[at]);
}

/** Numbers come before names whatever the order, as in every object. */
function inOrder(keys: readonly string[]): string[] {
	const sorted = [...keys].sort();
	const hasNumbers = /^\d/.test(keys[0] ?? '');
	return hasNumbers ? Object.keys(Object.fromEntries(sorted.map((key) => [key, null]))) : sorted;
}

const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON has it; most need nothing but the quotes. */
function quoted(text: string): string {
	return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
