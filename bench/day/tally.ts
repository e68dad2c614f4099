/** What came of events or effects. */
export interface Found {
	/** Different ones that are there. */
	there: number;
	/** Expected, and not there. */
	missing: string[];
	/** There beyond the first of each. */
	doubled: string[];
	/** There, and neither expected nor allowed. */
	false: string[];
}

/** Compares what is there with what must be there once, and what may be there once. */
export function compared(
	there: readonly string[],
	{ wanted, allowed }: { wanted: Iterable<string>; allowed: { has(each: string): boolean } },
): Found {
	const seen = new Set<string>();
	const doubled = there.filter((each) => seen.size === seen.add(each).size);
	const must = new Set(wanted);
	return {
		there: seen.size,
		missing: [...must].filter((each) => !seen.has(each)),
		doubled,
		false: [...seen].filter((each) => !must.has(each) && !allowed.has(each)),
	};
}
