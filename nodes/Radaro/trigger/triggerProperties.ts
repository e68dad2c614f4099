import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { pastedUrlPanel } from '../../shared/trigger/triggerPanel';

/** Where the URL goes. Radaro has no interface to register it, so this is the first thing to see. */
export const radaroSetup: INodeProperties = {
	displayName:
		'<b>1.</b> Open <b>Webhook URLs</b> above and copy the Production URL. In Radaro\'s portal, under <b>Settings → General → API Settings</b>, enter it as webhook URL.<br /><b>2.</b> Copy the webhook token, which is shown right below it there, into this node\'s credential.<br /><b>3.</b> Publish the workflow.<br />For a test in the editor, enter the Test URL there as well. <a href="https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/radaro.md" target="_blank">Step by step</a>',
	name: 'setupNotice',
	type: 'notice',
	default: '',
};

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
