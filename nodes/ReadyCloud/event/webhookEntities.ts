import type { ReadyCloudPayload } from './schema';
import { collectionIn, idsIn } from './urlIds';

/**
 * Which entity a delivery is of. Neither its headers nor its body say so: it stands in the query of
 * the URL, where this package put it when it registered one (docs/vendors.md#readycloud-entities).
 */
export const ENTITY_KEY = 'entity';

/** Where the objects of an entity live. What a `webhook` delivery holds is documented nowhere. */
const COLLECTION_OF = new Map([
	['orders', 'orders'],
	['order-delivered', 'orders'],
	['acceptance-scan', 'orders'],
	['packaging', 'packaging'],
	['contact', 'contacts'],
	['contact-address', 'contacts'],
]);

/**
 * The entity in the query of a called URL. ReadyCloud's version 1 appended the object's id to the
 * URL; whether version 2 may is not documented, so what follows a slash is left out.
 */
export function entityIn(query: Record<string, unknown>): string | null {
	const given = query[ENTITY_KEY];
	if (typeof given !== 'string') return null;
	const [entity = ''] = given.split('/');
	return entity.trim() || null;
}

/** Whether a payload is of an entity, unless its `url` leads to an object that the entity is not about. */
export function isOfEntity({ entity, body }: ReadyCloudPayload, asked: string): boolean {
	if (entity !== asked) return false;
	const given = collectionIn(idsIn(body.url));
	const expected = COLLECTION_OF.get(entity);
	return given === null || expected === undefined || given === expected;
}

/**
 * The collection of a payload's object, if it is one that has columns: by its own `url`, or else by
 * the entity.
 */
export function collectionOf({ entity, body }: ReadyCloudPayload): string | null {
	const collection = collectionIn(idsIn(body.url)) ?? COLLECTION_OF.get(entity ?? '') ?? null;
	return [...COLLECTION_OF.values()].find((known) => known === collection) ?? null;
}
