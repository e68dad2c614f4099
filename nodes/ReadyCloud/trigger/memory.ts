import { hash } from 'node:crypto';

import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

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
}

const rememberedSchema = z.object({
	id: z.string(),
	organization: z.string(),
	tokenDigest: z.string(),
});

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
		const remembered = rememberedSchema.safeParse(entry);
		return remembered.success ? [remembered.data] : [];
	});
}

/** Remembers exactly these webhooks. */
export function remember(
	staticData: IDataObject,
	organization: string,
	webhooks: readonly ReadyCloudWebhook[],
): void {
	const remembered = webhooks.map(({ url, token }) => ({
		id: ownId(url) ?? '',
		organization,
		tokenDigest: token ? digestOfToken(token) : '',
	}));
	// n8n saves static data that was written to, so what did not change is left alone.
	if (JSON.stringify(remembered) !== JSON.stringify(rememberedIn(staticData))) {
		staticData.webhooks = remembered;
	}
}
