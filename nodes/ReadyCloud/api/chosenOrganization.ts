import {
	type IHookFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
	NodeOperationError,
} from 'n8n-workflow';

import { locatorOf } from '../../shared/api/properties';
import { organizationLocator, organizationOf } from './locators';

/**
 * The organization that is chosen in a trigger.
 *
 * @throws NodeOperationError when it is no id
 */
export function chosenOrganization(
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
): string {
	const given: unknown = context.getNodeParameter('organizationId', '');
	try {
		return organizationOf(locatorOf(organizationLocator, given));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new NodeOperationError(context.getNode(), reason);
	}
}
