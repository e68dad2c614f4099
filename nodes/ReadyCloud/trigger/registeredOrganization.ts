import type { IWebhookFunctions } from 'n8n-workflow';

import { organizationNamedIn } from '../api/chosenOrganization';
import { memoryOf, rememberedIn } from './memory';

/**
 * The organization whose calls a trigger takes, without asking ReadyCloud: the one that is named, or the
 * one in which its webhooks were registered; `null` where there are none.
 *
 * @throws InvalidInput when it is no id
 */
export function registeredOrganization(context: IWebhookFunctions): string | null {
	return organizationNamedIn(context) ?? rememberedIn(memoryOf(context))[0]?.organization ?? null;
}
