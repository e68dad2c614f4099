import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import type { Subscriptions } from '../../shared/trigger/registration';
import type { WebhooksOf } from '../api/webhookApi';
import { READYCLOUD_EVENTS } from '../event/events';
import type { ReadyCloudWebhook } from '../event/schema';
import { ownId } from '../event/urlIds';
import { ENTITY_KEY, entityIn } from '../event/webhookEntities';

/**
 * The webhooks of one trigger at ReadyCloud: one for each entity, on the trigger's address with the
 * entity in its query, because a delivery does not name it (docs/vendors.md#readycloud-entities).
 *
 * @param address the trigger's own address, which no other trigger has
 * @param events the trigger's parameter; with "any event", entities that ReadyCloud refuses are left
 * out, as an older server may not know the newest one
 */
export function readyCloudSubscriptions(
	api: WebhooksOf,
	address: string,
	events: readonly string[],
): Subscriptions<ReadyCloudWebhook> {
	const isAny = events.includes(ANY_EVENT);
	const all = READYCLOUD_EVENTS.map(({ value }) => value);
	const wanted = all.filter((entity) => isAny || events.includes(entity));
	let refused = 0;

	const create = async (entity: string): Promise<ReadyCloudWebhook | null> => {
		const target = addressFor(address, entity);
		// When nothing is left, the user must read why.
		const mayMiss = isAny && refused < wanted.length - 1;
		if (!mayMiss) return await api.create(entity, target);
		const webhook = await api.createIfOffered(entity, target);
		if (webhook === null) refused++;
		return webhook;
	};

	return {
		wanted,
		list: async () => await api.list(({ remote_url: called }) => isOwn(address, called)),
		idOf: ({ url }) => ownId(url) ?? url,
		// What stands in the address counts for this trigger, and must be what ReadyCloud sends there.
		eventOf: ({ entity, remote_url: called }) =>
			entityIn(queryOf(called)) === entity ? entity : null,
		isSound: ({ suspended_at: suspendedAt }) => !suspendedAt,
		create,
		// A suspended webhook cannot be changed, only replaced (docs/vendors.md#readycloud-webhooks).
		async repair({ url }, entity) {
			await api.delete(ownId(url) ?? '');
			return await create(entity);
		},
		remove: async ({ url }) => await api.delete(ownId(url) ?? ''),
	};
}

/** The address to register for an entity. */
export function addressFor(address: string, entity: string): string {
	const url = new URL(address);
	url.searchParams.set(ENTITY_KEY, entity);
	return url.href;
}

/**
 * Whether an address is one that this trigger registers. Its bare address, say, may have been entered
 * at ReadyCloud by hand, and is not the trigger's to remove.
 */
export function isOwn(address: string, registered: string): boolean {
	const entity = URL.canParse(registered) ? entityIn(queryOf(registered)) : null;
	return entity !== null && spelled(registered, entity) === spelled(address, entity);
}

/**
 * An address in one spelling: the server may encode characters or end paths with a slash in its own
 * way, and what is not found again would be registered twice.
 */
function spelled(address: string, entity: string): string {
	const url = new URL(addressFor(address, entity));
	const path = url.pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, decoded);
	url.searchParams.sort();
	return `${url.origin}${path}?${url.searchParams.toString()}`;
}

/** A character that did not have to be encoded. Others keep their code, in capitals. */
function decoded(code: string): string {
	const character = String.fromCharCode(parseInt(code.slice(1), 16));
	return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase();
}

function queryOf(address: string): Record<string, unknown> {
	return Object.fromEntries(new URL(address).searchParams);
}
