import type { ApiClient } from '../shared/apiClient';
import type { Subscriptions } from '../shared/subscriptions';
import { createWebhook, deleteWebhook, listWebhooks, updateWebhook } from './client';
import { isSameSubscription } from './sameSubscription';
import type { RoutigoSubscription, RoutigoWebhook } from './schema';
import { tagsIn } from './tags';

export interface TriggerSubscriptions {
	client: ApiClient;
	/** The address of the trigger, which no other trigger has. */
	address: string;
	/** What RoutiGo should have, one for each event. */
	wanted: readonly RoutigoSubscription[];
	/** The ids of the webhooks that this trigger is known to have made. */
	remembered: readonly string[];
}

/**
 * The webhooks of one trigger at RoutiGo, one for each event. The list is that of the whole company,
 * so what others made must be told from our own (docs/vendors.md#routigo-webhooks).
 */
export function routigoSubscriptions({
	client,
	address,
	wanted,
	remembered,
}: TriggerSubscriptions): Subscriptions<RoutigoWebhook> {
	const wantedFor = (event: string | null | undefined) =>
		wanted.find((each) => each.routigoEvent === event);
	const forEvent = (event: string): RoutigoSubscription => {
		const subscription = wantedFor(event);
		if (subscription === undefined) throw new Error(`No webhook is wanted for ${event}.`);
		return subscription;
	};
	/** Of the event and type that we want: a wrong type cannot be what the trigger needs. */
	const isPaired = ({ routigoEvent, routigoEventType }: RoutigoWebhook) =>
		wantedFor(routigoEvent)?.routigoEventType === routigoEventType;
	/** Somebody may have entered the address by hand, for another event and without our tags. */
	const isOwn = (webhook: RoutigoWebhook) =>
		remembered.includes(webhook.id) ||
		(isSameAddress(webhook.action?.url, address) && (isTagged(webhook) || isPaired(webhook)));

	return {
		wanted: wanted.map(({ routigoEvent }) => routigoEvent),
		list: async () => (await listWebhooks(client)).filter(isOwn),
		idOf: ({ id }) => id,
		eventOf: (webhook) =>
			isPaired(webhook) && isSameAddress(webhook.action?.url, address)
				? (webhook.routigoEvent ?? null)
				: null,
		isSound(webhook) {
			const subscription = wantedFor(webhook.routigoEvent);
			return subscription !== undefined && isSameSubscription(webhook, subscription);
		},
		create: async (event) => await createWebhook(client, forEvent(event)),
		repair: async ({ id }, event) => await updateWebhook(client, id, forEvent(event)),
		async remove({ id }) {
			await deleteWebhook(client, id);
		},
	};
}

function isSameAddress(registered: string | null | undefined, address: string): boolean {
	if (!registered || !URL.canParse(registered)) return false;
	return new URL(registered).href === new URL(address).href;
}

function isTagged({ action }: RoutigoWebhook): boolean {
	return tagsIn(action?.queryParameters ?? {}).event !== null;
}
