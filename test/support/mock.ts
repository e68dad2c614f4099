/** A stand-in that has only what a test gives it; anything else fails with its name. */
export function mock<T extends object>(given: object): T {
	return new Proxy(given, {
		get(target, name) {
			if (name in target) return Reflect.get(target, name) as unknown;
			throw new Error(`The test's stand-in has no "${String(name)}".`);
		},
	}) as T;
}

/** A stand-in for something with many optional parts: what is not given is undefined. */
export function partly<T extends object>(given: object): T {
	return given as T;
}
