import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { type CallingService, checkReachable } from './reachableUrl';

/**
 * Refuses, in words, settings with which no webhook could do its work. n8n asks whether webhooks exist
 * before anything else, so it is checked there.
 *
 * @param wanted the events to register webhooks for
 * @throws NodeOperationError when the service cannot call the URL, or no event is chosen
 */
export function checkSettings(
	context: IHookFunctions,
	webhookUrl: string,
	wanted: readonly string[],
	service: CallingService,
): void {
	checkReachable(context, webhookUrl, service);
	if (wanted.length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`No event is chosen in the ${service.name} Trigger`,
		{ description: 'Choose at least one under Events, or "Any Event".' },
	);
}
