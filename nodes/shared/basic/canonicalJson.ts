/** An object or a list that is being written. */
interface Level {
	members: Record<string, unknown> | unknown[];
	/** Those of an object, in the order in which they are written. */
	keys: string[] | null;
	/** The next member. */
	at: number;
	/** What stands before it. */
	before: '' | ',';
	end: string;
}

/**
 * JSON with the keys of every object in alphabetical order: a resent event may order them anew. Walks
 * with a list of its own, as a call for each level would overflow the stack.
 */
export function canonicalJson(value: unknown): string {
	let written = '';
	const outer: Level[] = [];
	let level: Level | undefined = { members: [value], keys: null, at: 0, before: '', end: '' };
	while (level !== undefined) {
		const { members, keys, at }: Level = level;
		if (at === (keys ?? members).length) {
			written += level.end;
			level = outer.pop();
			continue;
		}
		level.at++;
		const key: string | undefined = keys?.[at];
		const member: unknown = (members as Record<string, unknown>)[key ?? at];
		if (key !== undefined && member === undefined) continue;
		written += level.before + (key === undefined ? '' : `${quoted(key)}:`);
		level.before = ',';
		if (typeof member === 'string') {
			written += quoted(member);
		} else if (typeof member === 'object' && member !== null) {
			outer.push(level);
			written += Array.isArray(member) ? '[' : '{';
			level = levelOf(member);
		} else {
			// What JSON has no word for, such as a function, is null.
			written += JSON.stringify(member) ?? 'null';
		}
	}
	return written;
}

function levelOf(members: object): Level {
	if (Array.isArray(members)) return { members, keys: null, at: 0, before: '', end: ']' };
	const keys = inOrder(Object.keys(members));
	return { members: members as Record<string, unknown>, keys, at: 0, before: '', end: '}' };
}

/** Numbers come before names whatever the order, as in every object. */
function inOrder(keys: string[]): string[] {
	const hasNumbers = /^\d/.test(keys[0] ?? '');
	keys.sort();
	return hasNumbers ? Object.keys(Object.fromEntries(keys.map((key) => [key, null]))) : keys;
}

const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON has it; most need nothing but the quotes. */
function quoted(text: string): string {
	return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
