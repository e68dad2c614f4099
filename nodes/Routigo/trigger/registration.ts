import type { ApiClient } from '../../shared/api/apiClient';
import { maskAll } from '../../shared/basic/secrets';
import { callsOwn, isSameUrl } from '../../shared/trigger/ownAddress';
import type { WebhookRegistration } from '../../shared/trigger/registration';
import {
	createIfAllowed,
	createWebhook,
	deleteWebhook,
	listWebhooks,
	updateWebhook,
} from '../api/webhookApi';
import type { RoutigoSubscription, RoutigoWebhook } from '../event/schema';
import { tagsIn } from '../event/urlTags';
import { hasMore, isSameSubscription } from './sameSubscription';

export interface TriggerWebhooks {
	client: ApiClient;
	/** The URL of the trigger, which no other trigger has. */
	webhookUrl: string;
	/** All URLs that are its own, also that of the other choice under "Answer the Service". */
	ownUrls: readonly string[];
	/** What RoutiGo should have, one for each event. */
	wanted: readonly RoutigoSubscription[];
	/** Whether these are all events there are, so that one which RoutiGo refuses can be left out. */
	isAny: boolean;
	/** The ids of the webhooks that this trigger, or the one that it is a copy of, has made. */
	remembered: readonly string[];
	/** Gets the URLs of those that are remembered, but call another address. */
	leftAlone: Set<string>;
	/** What the client masks in answers, so that it cannot be compared. */
	masked: readonly string[];
}

/**
 * The webhooks of one trigger at RoutiGo, one for each event. The list is that of the whole company,
 * so what others made must be told from our own (docs/vendors.md#routigo-webhooks).
 */
export function routigoRegistration({
	client,
	webhookUrl,
	ownUrls,
	wanted,
	isAny,
	remembered,
	leftAlone,
	masked,
}: TriggerWebhooks): WebhookRegistration<RoutigoWebhook> {
	let refused = 0;
	const wantedFor = (event: string | null | undefined) =>
		wanted.find((each) => each.routigoEvent === event);
	const forEvent = (event: string): RoutigoSubscription => {
		const subscription = wantedFor(event);
		if (subscription === undefined) throw new Error(`No webhook is wanted for ${event}.`);
		return subscription;
	};
	/** Of the event and type that we want: a wrong type cannot be what the trigger needs. */
	const isPaired = ({ routigoEvent, routigoEventType }: RoutigoWebhook) =>
		Boolean(routigoEventType) && wantedFor(routigoEvent)?.routigoEventType === routigoEventType;
	/** Somebody may have entered the URL by hand, for another event and without our tags. */
	const isOwn = (webhook: RoutigoWebhook) => {
		const called = webhook.action?.url;
		const isRemembered = remembered.includes(webhook.id);
		// Where RoutiGo shows no URL, nothing else can tell.
		if (!called) return isRemembered;
		return (
			ownUrls.some((own) => callsOwn(called, own)) &&
			(isRemembered || isTagged(webhook) || isPaired(webhook))
		);
	};

	return {
		wanted: wanted.map(({ routigoEvent }) => routigoEvent),
		async list() {
			const listed = await listWebhooks(client);
			for (const webhook of listed) {
				const called = webhook.action?.url;
				if (called && remembered.includes(webhook.id) && !isOwn(webhook)) leftAlone.add(called);
			}
			return listed.filter(isOwn);
		},
		idOf: ({ id }) => id,
		eventOf: (webhook) =>
			isPaired(webhook) && isSameUrl(webhook.action?.url, webhookUrl)
				? (webhook.routigoEvent ?? null)
				: null,
		isSound(webhook) {
			const subscription = wantedFor(webhook.routigoEvent);
			return (
				subscription !== undefined &&
				isSameSubscription(webhook, maskAll(subscription, masked) as RoutigoSubscription)
			);
		},
		async create(event) {
			const subscription = forEvent(event);
			// When nothing is left, the user must read why.
			const mayMiss = isAny && refused < wanted.length - 1;
			if (!mayMiss) return await createWebhook(client, subscription, subjectOf(subscription));
			const webhook = await createIfAllowed(client, subscription);
			if (webhook === null) refused++;
			return webhook;
		},
		async repair({ id }, event) {
			const subscription = forEvent(event);
			const updated = await updateWebhook(client, id, subscription, subjectOf(subscription));
			// That an update unsets what it leaves out is inferred; else only another webhook helps.
			if (!hasMore(updated, subscription)) return updated;
			await deleteWebhook(client, id);
			return await createWebhook(client, subscription, subjectOf(subscription));
		},
		async remove({ id }) {
			await deleteWebhook(client, id);
		},
		allowMore: (seconds) => client.allow(seconds),
	};
}

function subjectOf({ routigoEvent, routigoEventType }: RoutigoSubscription): string {
	return `the webhook for ${routigoEvent} that describes ${routigoEventType}`;
}

function isTagged({ action }: RoutigoWebhook): boolean {
	return tagsIn(action?.queryParameters ?? {}).event !== null;
}
