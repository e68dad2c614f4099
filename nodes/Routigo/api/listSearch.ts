import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DEFAULT_TIMES } from '../../shared/api/requestOptions';
import { byName } from '../../shared/basic/byName';
import type { RoutigoWebhook } from '../event/schema';
import { listWebhooks, routigoClient } from './client';

/** Fills the drop-down of a webhook locator: all webhooks of the company, by event, name or type. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	// Somebody waits for the list to open: a refusal now is better than an answer in a minute.
	const client = await routigoClient(this, { ...DEFAULT_TIMES, longestWaitSeconds: 0 });
	const wanted = (filter ?? '').toLowerCase();
	const webhooks = await listWebhooks(client);
	const results = webhooks.map((webhook) => ({ name: labelOf(webhook), value: webhook.id }));
	return { results: byName(results.filter(({ name }) => name.toLowerCase().includes(wanted))) };
}

function labelOf({ id, routigoEvent, routigoEventType, action }: RoutigoWebhook): string {
	return [action?.name || id, routigoEvent, routigoEventType].filter(Boolean).join(' · ');
}
