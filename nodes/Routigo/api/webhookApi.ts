import { NodeApiError } from 'n8n-workflow';

import { type ApiClient, type ApiRequest, isRefusal } from '../../shared/api/apiClient';
import { valuesInAddress } from '../../shared/api/withoutValues';
import { urlPart } from '../../shared/basic/urlPart';
import {
	type RoutigoSubscription,
	type RoutigoWebhook,
	routigoWebhookSchema,
} from '../event/schema';

/**
 * RoutiGo's management of webhooks, in version 2 (docs/vendors.md#routigo-webhooks). A webhook is one
 * subscription: one event, one type, one URL.
 */
const PATH = '/v2/webhooks';

/** How RoutiGo may refuse values; only the first is documented (docs/vendors.md#routigo-errors). */
const REFUSED = [400, 422];

export interface WebhookFilter {
	event?: string;
	type?: string;
}

/**
 * The webhooks of the whole company, also those that others have made; 204 says that there are none.
 *
 * @throws NodeApiError when RoutiGo refuses or does not answer with a list
 */
export async function listWebhooks(
	client: ApiClient,
	{ event, type }: WebhookFilter = {},
): Promise<RoutigoWebhook[]> {
	const query = { ...(event ? { event } : {}), ...(type ? { type } : {}) };
	const answer = await client.send({ method: 'GET', path: PATH, query });
	if (answer instanceof NodeApiError) throw answer;
	// Only that status says that there are none: who took a lost list for an empty one would register
	// everything once more.
	if (answer.status === 204) return [];
	if (isRefusal(answer)) throw client.refusal(answer);
	const { body } = answer;
	if (!Array.isArray(body)) throw unreadable(client, 'a list of webhooks');
	// Something odd of others must not stand in the way of one's own.
	const webhooks = body.flatMap((entry: unknown) => {
		const webhook = routigoWebhookSchema.safeParse(entry);
		return webhook.success ? [webhook.data] : [];
	});
	// What RoutiGo does with a filter is documented only by its name.
	return webhooks.filter(
		(webhook) => isWanted(event, webhook.routigoEvent) && isWanted(type, webhook.routigoEventType),
	);
}

function isWanted(wanted: string | undefined, actual: string | null | undefined): boolean {
	return !wanted || !actual || wanted === actual;
}

/**
 * Registers a webhook; its id is read from the answer, as the header `Location` leads elsewhere.
 *
 * @param subject what it is, for the sentence when RoutiGo does not accept it
 */
export async function createWebhook(
	client: ApiClient,
	subscription: RoutigoSubscription,
	subject = 'this webhook',
): Promise<RoutigoWebhook> {
	return readWebhook(client, await client.request({ ...creationOf(subscription), subject }));
}

/** The same, but `null` where RoutiGo refuses the values: it may not allow this event and type. */
export async function createIfAllowed(
	client: ApiClient,
	subscription: RoutigoSubscription,
): Promise<RoutigoWebhook | null> {
	const request = creationOf(subscription);
	const answer = await client.send(request);
	if (answer instanceof NodeApiError) throw answer;
	if (REFUSED.includes(answer.status)) return null;
	if (isRefusal(answer)) throw client.refusal(answer, request);
	return readWebhook(client, answer.body);
}

function creationOf(subscription: RoutigoSubscription): ApiRequest {
	const hiddenInErrors = secretsOf(subscription);
	return { method: 'POST', path: PATH, body: { ...subscription }, hiddenInErrors };
}

/** What another program may know its notifications by; RoutiGo may repeat it when it refuses. */
function secretsOf({ routigoEvent, routigoEventType, action }: RoutigoSubscription): string[] {
	const told: unknown[] = [routigoEvent, routigoEventType];
	const { url, headers = {}, queryParameters = {} } = action;
	const values = [...Object.values(headers), ...Object.values(queryParameters)];
	// Also without the scheme before it, as in `Bearer …`.
	const secrets = values.flatMap((value) => [value, value.replace(/^\S+\s+/, '')]);
	return [...secrets.filter((value) => !told.includes(value)), ...valuesInAddress(url, told)];
}

/** @throws NodeApiError also when there is no such webhook */
export async function getWebhook(
	client: ApiClient,
	id: string,
	wanted = withId(id),
): Promise<RoutigoWebhook> {
	return readWebhook(client, await client.request({ method: 'GET', path: pathOf(id), wanted }));
}

/** Replaces a webhook: what the subscription leaves out is unset afterwards. */
export async function updateWebhook(
	client: ApiClient,
	id: string,
	subscription: RoutigoSubscription,
	subject = 'this webhook',
): Promise<RoutigoWebhook> {
	const request = {
		method: 'PUT',
		path: pathOf(id),
		wanted: withId(id),
		body: { ...subscription },
		hiddenInErrors: secretsOf(subscription),
	} as const;
	return readWebhook(client, await client.request({ ...request, subject }));
}

/**
 * Removes a webhook. One that is gone already is done, too.
 *
 * @returns whether there was one
 */
export async function deleteWebhook(
	client: ApiClient,
	id: string,
	wanted = withId(id),
): Promise<boolean> {
	const subject = `the deletion of the ${wanted}`;
	const request = { method: 'DELETE', path: pathOf(id), wanted, subject } as const;
	const answer = await client.send(request);
	if (answer instanceof NodeApiError) throw answer;
	if (answer.status === 404) return false;
	client.checkDone(answer, request);
	return true;
}

/** Words for a webhook of which only the ID is known. */
export function withId(id: string): string {
	return `webhook with the ID "${id}"`;
}

function pathOf(id: string): string {
	return `${PATH}/${urlPart(id)}`;
}

function readWebhook(client: ApiClient, body: unknown): RoutigoWebhook {
	const webhook = routigoWebhookSchema.safeParse(body);
	if (webhook.success) return webhook.data;
	throw unreadable(client, 'the webhook and its ID');
}

/** Of the answer nothing is told: it may hold what any program knows its notifications by. */
function unreadable(client: ApiClient, expected: string): NodeApiError {
	return client.error({
		message: `RoutiGo answered without ${expected}`,
		description:
			'Look in RoutiGo whether it did what was asked before you try again, and check "Use Another Server" in the credential.',
	});
}
