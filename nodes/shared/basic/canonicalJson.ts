/** What is still to be written: a text as it is, or a value. */
type Rest = { text: string } | { value: unknown };

/**
 * JSON with the keys of every object in alphabetical order: a resent event may order them anew. Walks
 * with a list of its own, as a call for each level would overflow the stack.
 */
export function canonicalJson(value: unknown): string {
	const written: string[] = [];
	const rest: Rest[] = [{ value }];
	for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
		if ('text' in next) written.push(next.text);
		else if (typeof next.value === 'object' && next.value !== null) open(next.value, rest);
		// What JSON has no word for, such as a function, is null in a list and not there in an object.
		else written.push(JSON.stringify(next.value) ?? 'null');
	}
	return written.join('');
}

/** Puts an object or a list in the place of what is written next, its end first. */
function open(container: object, rest: Rest[]): void {
	const isList = Array.isArray(container);
	const members: Array<[prefix: string, value: unknown]> = isList
		? container.map((value: unknown) => ['', value])
		: sorted(container).map(([key, value]) => [`${JSON.stringify(key)}:`, value]);
	rest.push({ text: isList ? ']' : '}' });
	for (let at = members.length - 1; at >= 0; at--) {
		const [prefix, value] = members[at] as (typeof members)[number];
		rest.push({ value });
		rest.push({ text: (at === 0 ? '' : ',') + prefix });
	}
	rest.push({ text: isList ? '[' : '{' });
}

/** Numbers come before names whatever the order, as in every object. */
function sorted(object: object): Array<[string, unknown]> {
	const given = Object.entries(object).filter(([, value]) => value !== undefined);
	const inOrder = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
	return Object.entries(inOrder);
}
