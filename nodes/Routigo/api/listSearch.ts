import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { dropDown, labelOf } from '../../shared/api/dropDown';
import { DROP_DOWN_TIMES } from '../../shared/api/limits';
import { byName } from '../../shared/basic/byName';
import { ROUTIGO_EVENTS } from '../event/events';
import { eventTypeOptions, typeOf } from '../event/eventTypes';
import type { RoutigoWebhook } from '../event/schema';
import { routigoClient } from './client';
import { listWebhooks } from './webhookApi';

/** Fills the drop-down of a webhook locator: all webhooks of the company, by event, name or type. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const client = await routigoClient(this, DROP_DOWN_TIMES);
	const wanted = (filter ?? '').toLowerCase();
	const webhooks = await listWebhooks(client);
	const results = webhooks.map((webhook) => ({ name: labelOfWebhook(webhook), value: webhook.id }));
	const found = byName(results.filter(({ name }) => name.toLowerCase().includes(wanted)));
	return dropDown(client, found, filter, {
		message: 'RoutiGo has no webhooks yet',
		description:
			'Create one first. A RoutiGo Trigger creates its own when its workflow is published.',
	});
}

/** The event in the words of the trigger's list, and what it describes where that is not the very same. */
function labelOfWebhook({ id, routigoEvent, routigoEventType, action }: RoutigoWebhook): string {
	const event = ROUTIGO_EVENTS.find(({ value }) => value === routigoEvent)?.name ?? routigoEvent;
	const type = eventTypeOptions.find(({ value }) => value === routigoEventType)?.name;
	const isUsual = routigoEventType === typeOf(routigoEvent ?? '');
	return labelOf(event, isUsual ? null : (type ?? routigoEventType), action?.name || id);
}
