import { idOrNull, isRecord } from '../../shared/basic/values';

/**
 * Ids of ReadyCloud are text in which capitals count, and stand only in a `url` such as
 * `/api/v2/orgs/K7p/orders/q2Xd/` (docs/vendors.md#readycloud-ids).
 */
export type Ids = ReadonlyMap<string, string>;

/** The collection that every `url` begins with: everything belongs to an organization. */
const ORGANIZATIONS = 'orgs';

/**
 * What a person may give as an id: the characters that ReadyCloud is known to use. Without `.` and
 * `..`, which would lead to another path.
 */
const ID = /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/;

/** The ids in a `url` by their collections, outermost first; none where it is no such path. */
export function idsIn(url: unknown): Ids {
	const segments = pathOf(url).split('/').filter(Boolean);
	const start = segments.indexOf(ORGANIZATIONS);
	const ids = new Map<string, string>();
	if (start < 0) return ids;
	for (let at = start; at + 1 < segments.length; at += 2) {
		ids.set(segments[at] ?? '', segments[at + 1] ?? '');
	}
	return ids;
}

/** The id of the organization. */
export function organizationIn(ids: Ids): string | null {
	return ids.get(ORGANIZATIONS) ?? null;
}

/** The first collection within the organization, such as `orders`, also for what an order contains. */
export function collectionIn(ids: Ids): string | null {
	return [...ids.keys()].find((collection) => collection !== ORGANIZATIONS) ?? null;
}

/** The id of the very object that a `url` is of: the last one in it. */
export function ownId(url: unknown): string | null {
	return [...idsIn(url).values()].at(-1) ?? null;
}

/** Whether a `url` is of the object at a path: the same id within the same organization. */
export function isSameObject(url: unknown, path: string): boolean {
	return ownId(url) === ownId(path) && organizationIn(idsIn(url)) === organizationIn(idsIn(path));
}

/**
 * An id as somebody gives it to a node: the id itself, or the `url` of the object or of something
 * within it.
 *
 * @param collection the collection in which the id counts, such as `orders`
 * @returns `null` when it is neither, so that nothing else is ever called or changed
 */
export function idGiven(given: unknown, collection: string): string | null {
	const text = idOrNull(isRecord(given) ? given.url : given) ?? '';
	const id = text.includes('/') ? (idsIn(text).get(collection) ?? '') : text;
	return ID.test(id) ? id : null;
}

/** The path of a URL, with or without a host before it. */
function pathOf(url: unknown): string {
	const text = idOrNull(url) ?? '';
	return text.replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
}
