import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { RoutigoWebhook } from '../event/schema';

/** The part of the workflow's static data that belongs to the trigger: the ids of its webhooks. */
export function memoryOf(context: IHookFunctions): IDataObject {
	return context.getWorkflowStaticData('node');
}

/** The ids that are remembered; whatever else stands there is left out. */
export function rememberedIn(memory: IDataObject): string[] {
	const list: unknown = memory.webhookIds;
	return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}

/** Remembers exactly these webhooks. */
export function remember(memory: IDataObject, webhooks: readonly RoutigoWebhook[]): void {
	const ids = webhooks.map(({ id }) => id);
	// n8n saves static data that was written to, so what did not change is left alone.
	if (JSON.stringify(ids) !== JSON.stringify(rememberedIn(memory))) memory.webhookIds = ids;
}
