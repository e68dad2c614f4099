/** All that n8n could store of an error or an item, hidden properties included. */
export function everythingIn(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || depth > 5) return value;
	return Object.getOwnPropertyNames(value).map((name) => [
		name,
		everythingIn(Reflect.get(value, name), depth + 1),
	]);
}
