import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { listed, setupNotice } from '../../shared/trigger/setupNotice';
import { pastedUrlPanel } from '../../shared/trigger/triggerPanel';

/** Where the URL goes. Radaro has no interface to register it, so this is the first thing to see. */
export const radaroSetup = setupNotice(
	`${listed(
		"Open Webhook URLs above and copy the Production URL. Enter it as webhook URL in Radaro's portal, under Settings → General → API Settings.",
		"Copy the webhook token, which is shown right below it there, into this node's credential.",
		'Publish the workflow.',
	)}For a test in the editor, enter the Test URL there as well.`,
	'first-mail/radaro.md',
);

/** Radaro calls every URL that is entered (docs/vendors.md#radaro-webhooks). */
export const radaroPanel = pastedUrlPanel(
	'Radaro',
	'enter it at Radaro beside the other',
	'Remove it there afterwards.',
);

export const radaroOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	// No other event has a rating.
	displayOptions: { show: { events: [ANY_EVENT, 'customerRated'] } },
	options: [
		{
			displayName: 'Highest Rating',
			name: 'highestRating',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
			default: 10,
			description:
				'Customer ratings above this are left out; a comment without a rating passes. Radaro rates from 1 to 10. Other events are not affected.',
		},
	],
};
