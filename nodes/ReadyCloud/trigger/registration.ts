import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { callsOwn, isSameUrl } from '../../shared/trigger/ownAddress';
import type { WebhookRegistration } from '../../shared/trigger/registration';
import type { WebhooksOf } from '../api/webhookApi';
import { READYCLOUD_EVENTS } from '../event/events';
import type { ReadyCloudWebhook } from '../event/schema';
import { ownId } from '../event/urlIds';
import { ENTITY_KEY, entityIn } from '../event/webhookEntities';

/**
 * The webhooks of one trigger at ReadyCloud: one for each entity, on the trigger's URL with the
 * entity in its query, because a delivery does not name it (docs/vendors.md#readycloud-entities).
 *
 * @param webhookUrl that of the trigger, which no other trigger has
 * @param ownUrls all that are its own, also that of the other choice under "Answer the Service"
 * @param events the trigger's parameter; with "any event", entities that ReadyCloud refuses are left
 * out, as an older server may not know the newest one
 */
export function readyCloudRegistration(
	api: WebhooksOf,
	webhookUrl: string,
	ownUrls: readonly string[],
	events: readonly string[],
): WebhookRegistration<ReadyCloudWebhook> {
	const isAny = events.includes(ANY_EVENT);
	const all = READYCLOUD_EVENTS.map(({ value }) => value);
	const wanted = all.filter((entity) => isAny || events.includes(entity));
	let refused = 0;

	const create = async (entity: string): Promise<ReadyCloudWebhook | null> => {
		const target = webhookUrlFor(webhookUrl, entity);
		// When nothing is left, the user must read why.
		const mayMiss = isAny && refused < wanted.length - 1;
		if (!mayMiss) return await api.create(entity, target);
		const webhook = await api.createIfOffered(entity, target);
		if (webhook === null) refused++;
		return webhook;
	};

	return {
		wanted,
		list: async () =>
			await api.list(({ remote_url: called }) => ownUrls.some((own) => isOwn(own, called))),
		idOf: ({ url }) => ownId(url) ?? url,
		// What stands in the URL counts for this trigger, and must be what ReadyCloud sends there.
		eventOf: (webhook) =>
			isMarked(webhook) && isSameUrl(withoutEntity(webhook.remote_url), webhookUrl)
				? webhook.entity
				: null,
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

/** Whether the entity stands in the URL of a webhook, as in all that a trigger registers. */
export function isMarked({ entity, remote_url: called }: ReadyCloudWebhook): boolean {
	return entityOf(called) === entity;
}

/** The URL to register for an entity. */
export function webhookUrlFor(webhookUrl: string, entity: string): string {
	const url = new URL(webhookUrl);
	url.searchParams.set(ENTITY_KEY, entity);
	return url.href;
}

/**
 * Whether a URL is one that this trigger registers. Its bare URL, say, may have been entered at
 * ReadyCloud by hand, and is not the trigger's to remove.
 */
export function isOwn(webhookUrl: string, registered: string): boolean {
	return entityOf(registered) !== null && callsOwn(withoutEntity(registered), webhookUrl);
}

function entityOf(registered: string): string | null {
	return URL.canParse(registered) ? entityIn(queryOf(registered)) : null;
}

function withoutEntity(registered: string): string {
	const url = new URL(registered);
	url.searchParams.delete(ENTITY_KEY);
	return url.href;
}

function queryOf(url: string): Record<string, unknown> {
	return Object.fromEntries(new URL(url).searchParams);
}
