import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { addressWithoutValues } from '../../../shared/api/withoutValues';
import { idOrNull } from '../../../shared/basic/values';
import { withoutToken } from '../../api/webhookApi';
import { readable } from '../../api/withIdsAndMoney';
import { READYCLOUD_EVENTS } from '../../event/events';

/** A webhook as it is given: with its id, and without its token. */
export const webhookSchema = z.object({
	id: z.string(),
	url: z.string(),
	remote_url: z.string(),
	entity: z.string(),
	created_at: z.string().nullable(),
	updated_at: z.string().nullable(),
	suspended_at: z.string().nullable(),
});

/** Their words are no secrets; the trigger's own addresses hold one each. */
const ENTITIES = READYCLOUD_EVENTS.map(({ value }) => value);

/**
 * A webhook as an output item. ReadyCloud shows the token of a webhook in every answer; whoever has it
 * can forge deliveries, and n8n stores what a node gives, so it is left out. So are values in the address,
 * except for the entity: they may be what another program knows deliveries by.
 */
export function presentWebhook(webhook: object): IDataObject {
	const { remote_url: address, ...shown } = withoutToken({ ...webhook });
	const remoteUrl = addressWithoutValues(address, ENTITIES);
	return readable({
		...shown,
		...(address === undefined ? {} : { remote_url: remoteUrl }),
	}) as IDataObject;
}

/** Whether ReadyCloud has stopped to call it (docs/vendors.md#readycloud-webhooks). */
export function isSuspended(webhook: { suspended_at?: unknown }): boolean {
	return idOrNull(webhook.suspended_at) !== null;
}
