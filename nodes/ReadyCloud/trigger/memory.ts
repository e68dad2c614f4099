import { hash } from 'node:crypto';

import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isRecord } from '../../shared/basic/values';
import type { ReadyCloudWebhook } from '../event/schema';
import { ownId } from '../event/urlIds';

/**
 * What a trigger remembers of a webhook that it registered. It stands in the workflow's static data,
 * of which every stored execution holds a copy, so only a digest of the token is kept.
 */
export interface RememberedWebhook {
	id: string;
	organization: string;
	tokenDigest: string;
	/** What the token is good for; `null` where an earlier version has not remembered it. */
	entity: string | null;
}

/** What a call is verified by. */
export type WebhookToken = Pick<RememberedWebhook, 'tokenDigest' | 'entity'>;

/** What calls are checked with instead of the token itself. */
export function digestOfToken(token: string): string {
	return hash('sha256', token, 'hex');
}

/** The part of the workflow's static data that belongs to the trigger. */
export function memoryOf(context: IHookFunctions | IWebhookFunctions): IDataObject {
	return context.getWorkflowStaticData('node');
}

/** What is remembered; whatever else stands there is left out. */
export function rememberedIn(staticData: IDataObject): RememberedWebhook[] {
	const list: unknown = staticData.webhooks;
	if (!Array.isArray(list)) return [];
	return list.flatMap((entry: unknown) => {
		if (!isRecord(entry)) return [];
		const { id, organization, tokenDigest, entity = null } = entry;
		const isWhole = isText(id) && isText(organization) && isText(tokenDigest);
		return isWhole && (entity === null || isText(entity))
			? [{ id, organization, tokenDigest, entity }]
			: [];
	});
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

/** What is to be remembered of a webhook of an organization. */
export function rememberedOf(
	organization: string,
	{ url, token, entity }: ReadyCloudWebhook,
): RememberedWebhook {
	const tokenDigest = token ? digestOfToken(token) : '';
	return { id: ownId(url) ?? '', organization, tokenDigest, entity };
}

/** Remembers exactly these webhooks. */
export function remember(staticData: IDataObject, webhooks: readonly RememberedWebhook[]): void {
	// n8n saves static data that was written to, so what did not change is left alone.
	if (JSON.stringify(webhooks) !== JSON.stringify(rememberedIn(staticData))) {
		staticData.webhooks = webhooks.map((webhook) => ({ ...webhook }));
	}
}
