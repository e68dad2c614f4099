import type { INodeProperties } from 'n8n-workflow';

import { setupNotice } from '../../shared/trigger/setupNotice';
import { registeredUrlPanel } from '../../shared/trigger/triggerPanel';
import { subscriptionFields } from '../api/subscriptionOptions';

export const routigoPanel = registeredUrlPanel('RoutiGo', 'a tour');

export const routigoOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: subscriptionFields.map((field) => ({ ...(field as INodeProperties) })),
};

export const routigoSetup = setupNotice(
	'An assignment is one delivery or one pick-up, so its events come for both. When you publish this workflow, a webhook is registered at RoutiGo for each selected event; when you unpublish it, they are removed. Nothing has to be entered there by hand. RoutiGo must be able to reach n8n from the internet.',
	'first-mail/routigo.md',
);
