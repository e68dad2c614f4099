import { NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../../shared/api/apiClient';
import type { WebhooksOf } from '../../api/webhookApi';
import type { ReadyCloudWebhook } from '../../event/schema';
import { ownId } from '../../event/urlIds';

/** Why a webhook was not replaced. */
export interface Failure {
	reason: NodeApiError;
	/** Whether the old webhook is gone, or may be. */
	isLost: boolean;
}

/**
 * Deletes a webhook and creates it again, with the same entity and address. Nothing else ends a
 * suspension (docs/vendors.md#readycloud-webhooks). Where an answer is lost, the list tells what
 * became of the request.
 *
 * @returns the new webhook, or a reason that names entity and address where the old one is lost
 */
export async function replaceWebhook(
	client: ApiClient,
	api: WebhooksOf,
	old: ReadyCloudWebhook,
): Promise<{ webhook: ReadyCloudWebhook } | Failure> {
	const id = ownId(old.url) ?? '';
	const failure = await removeWebhook(client, api, old, id);
	if (failure !== null) return failure;
	const created = await outcomeOf(client, api.create(old.entity, old.remote_url));
	if (!(created instanceof NodeApiError)) return { webhook: created };
	const made = isAnswered(created)
		? []
		: await lookUp(client, api, (each) => isSame(each, old, id));
	const isCertain = Array.isArray(made);
	const [webhook] = isCertain ? made : [];
	if (webhook !== undefined) return { webhook };
	return { reason: lostReason(client, old, created, isCertain), isLost: true };
}

async function removeWebhook(
	client: ApiClient,
	api: WebhooksOf,
	old: ReadyCloudWebhook,
	id: string,
): Promise<Failure | null> {
	const error = await outcomeOf(client, api.delete(id));
	if (!(error instanceof NodeApiError)) return null;
	if (isAnswered(error)) return { reason: error, isLost: false };
	const still = await lookUp(client, api, ({ url }) => ownId(url) === id);
	if (Array.isArray(still)) return still.length > 0 ? { reason: error, isLost: false } : null;
	const reason = client.error({
		message: `Whether ReadyCloud deleted ${nameOf(old)} is not known`,
		description: `It was not created again. Look at the list of webhooks: if it is missing there, create it. ${reasonOf(error)}`,
	});
	return { reason, isLost: true };
}

/** The webhooks that fit, or why it is not known whether there is one. */
async function lookUp(
	client: ApiClient,
	api: WebhooksOf,
	fits: (webhook: ReadyCloudWebhook) => boolean,
): Promise<ReadyCloudWebhook[] | NodeApiError> {
	const found = await outcomeOf(client, api.listing(fits));
	if (found instanceof NodeApiError) return found;
	const { webhooks, incomplete } = found;
	if (webhooks.length > 0 || incomplete === null) return webhooks;
	return client.error({ message: incomplete, description: '' });
}

function lostReason(
	client: ApiClient,
	old: ReadyCloudWebhook,
	error: NodeApiError,
	isCertain: boolean,
): NodeApiError {
	const fate = isCertain ? 'did not create it again' : 'whether it was created again is not known';
	const advice = isCertain ? 'Create' : 'If it is missing in the list of webhooks, create';
	return client.error({
		message: `ReadyCloud deleted ${nameOf(old)}, but ${fate}`,
		description: `${advice} it with the operation "Create" of the resource "Webhook", with exactly this event and address. ${reasonOf(error)}`,
	});
}

function nameOf({ entity, remote_url: address }: ReadyCloudWebhook): string {
	return `the webhook for "${entity}" at ${address}`;
}

function reasonOf({ message, description }: NodeApiError): string {
	return `The reason: ${message}. ${description ?? ''}`.trim();
}

/** Whether ReadyCloud said no. Anything else leaves open what it did. */
function isAnswered({ httpCode }: NodeApiError): boolean {
	return /^[34]\d\d$/.test(httpCode ?? '');
}

function isSame(webhook: ReadyCloudWebhook, old: ReadyCloudWebhook, oldId: string): boolean {
	return (
		webhook.entity === old.entity &&
		webhook.remote_url === old.remote_url &&
		ownId(webhook.url) !== oldId
	);
}

/** What a request gives, or its error. */
async function outcomeOf<T>(client: ApiClient, request: Promise<T>): Promise<T | NodeApiError> {
	try {
		return await request;
	} catch (error) {
		if (error instanceof NodeApiError) return error;
		return client.error({ message: String(error), description: '' });
	}
}
