import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT } from '../../shared/event/eventCatalogue';
import { setupNotice } from '../../shared/trigger/setupNotice';
import { registeredUrlPanel } from '../../shared/trigger/triggerPanel';

export const readyCloudPanel = registeredUrlPanel('ReadyCloud', 'an order');

export const readyCloudSetup = setupNotice(
	'When you publish this workflow, a webhook is registered at ReadyCloud for each selected event; when you unpublish it, they are removed. Nothing has to be entered there by hand. ReadyCloud must be able to reach n8n from the internet, at an address that begins with https://.',
	'first-mail/readycloud.md',
);

export const readyCloudOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	// No other event is about an order.
	displayOptions: {
		show: { events: [ANY_EVENT, 'orders', 'order-delivered', 'acceptance-scan'] },
	},
	options: [
		{
			displayName: 'Fetch Full Order',
			name: 'fetchFullOrder',
			type: 'boolean',
			default: false,
			description:
				'Whether to fetch the whole order for each event about one, because what ReadyCloud sends has no tracking numbers. Each costs one of the 30 reads that ReadyCloud allows a minute; above that, events come without tracking numbers.',
		},
	],
};
