import type { INodeProperties } from 'n8n-workflow';

import { subscriptionFields } from '../api/subscriptionOptions';

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
