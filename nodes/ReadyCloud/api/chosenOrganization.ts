import {
	type IHookFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { ApiClient } from '../../shared/api/apiClient';
import { type Locator, locatorOf } from '../../shared/api/properties';
import { namedOrganization, organizationLocator, organizationOf } from './locators';

type Context = IHookFunctions | IPollFunctions | IWebhookFunctions;

/**
 * The organization that is named in a trigger, or `null`.
 *
 * @throws InvalidInput when it is no id
 */
export function organizationNamedIn(context: Context): string | null {
	return namedOrganization(organizationGiven(context));
}

function organizationGiven(context: Context): Locator {
	const given: unknown = context.getNodeParameter('organizationId', '');
	return locatorOf(organizationLocator, given);
}

/**
 * The organization of a trigger: the one that is named, or the only one.
 *
 * @param before the one that counted before, if any
 * @throws NodeOperationError when it is no id, or none is named and there are several
 */
export async function chosenOrganization(
	context: Context,
	client: ApiClient,
	before: string | null = null,
): Promise<string> {
	try {
		return await organizationOf(client, organizationGiven(context), before);
	} catch (error) {
		const description =
			error instanceof NodeApiError ? (error.description ?? undefined) : undefined;
		throw new NodeOperationError(context.getNode(), error as Error, { description });
	}
}
