import type { INodeProperties } from 'n8n-workflow';

import { AUTOMATIC } from '../event/eventTypes';
import { subscriptionFields } from '../api/subscriptionOptions';

/** The options for what a notification describes; action node and trigger share them. */
export const eventTypeOptions = [
	{ name: 'Assignment', value: 'ASSIGNMENT', description: 'One task at a place, as a delivery' },
	{
		name: 'Automatic',
		value: AUTOMATIC,
		description: 'What suits the event: a tour, a stop, a shipment or an assignment',
	},
	{
		name: 'Shipment',
		value: 'SHIPMENT',
		description: 'Goods on their way from one place to another: a pick-up and a delivery',
	},
	{ name: 'Stop', value: 'STOP', description: 'One place in a tour, with all that is done there' },
	{ name: 'Tour', value: 'TOUR', description: 'All stops of a driver, in their order' },
];

export const eventTypeProperty = {
	displayName: 'What Notifications Describe',
	name: 'eventType',
	type: 'options',
	options: eventTypeOptions,
	default: AUTOMATIC,
	required: true,
	description:
		'What RoutiGo puts into a notification. It may not allow every choice with every event; it then says so.',
} as const;

export const routigoOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: subscriptionFields.map((field) => ({ ...(field as INodeProperties) })),
};

export const routigoSetup: INodeProperties = {
	displayName:
		'When you publish this workflow, it enters itself at RoutiGo, with one webhook for each selected event; when you unpublish it, they are removed. RoutiGo must be able to reach n8n from the internet. <a href="https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/routigo.md" target="_blank">Step by step</a>',
	name: 'setupNotice',
	type: 'notice',
	default: '',
};
