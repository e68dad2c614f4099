/**
 * Which subscription a notification belongs to. RoutiGo's bodies do not say so; the query of the
 * address does, where we put it when we registered it (docs/vendors.md#routigo-notifications).
 */
export interface Tags {
	event: string;
	type: string;
}

/** What the query of a called address says; `null` where it says nothing. */
export type FoundTags = { [Name in keyof Tags]: string | null };

/** Names that no user picks by accident for a parameter of their own. */
const PARAMETERS: { [Name in keyof Tags]: string } = {
	event: 'lastmileEvent',
	type: 'lastmileType',
};

/** The query parameters to register with a subscription. */
export function tagParameters({ event, type }: Tags): Record<string, string> {
	return { [PARAMETERS.event]: event, [PARAMETERS.type]: type };
}

/**
 * The tags of a called address. One that comes several times and says different things stays as it
 * came, with all it says, so that it fits no subscription.
 */
export function tagsIn(query: Record<string, unknown>): FoundTags {
	return { event: wordIn(query[PARAMETERS.event]), type: wordIn(query[PARAMETERS.type]) };
}

function wordIn(value: unknown): string | null {
	if (value === undefined || value === null || value === '') return null;
	const words: unknown[] = Array.isArray(value) ? [...new Set<unknown>(value)] : [value];
	return words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(',');
}

/** Whether a user's own query parameter would stand in the place of a tag. */
export function isTagParameter(name: string): boolean {
	return Object.values(PARAMETERS).some((tag) => tag.toLowerCase() === name.toLowerCase());
}
