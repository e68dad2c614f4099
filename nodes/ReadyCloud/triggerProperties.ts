import type { INodeProperties } from 'n8n-workflow';

/** Whose events start the workflow. */
export const organizationProperty: INodeProperties = {
	displayName: 'Organization',
	name: 'organizationId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The organization in ReadyCloud whose events start the workflow',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an organization …',
			typeOptions: { searchListMethod: 'searchOrganizations', searchable: true },
		},
		{
			displayName: 'By ID or URL',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. K7p',
		},
	],
};

export const readyCloudSetup: INodeProperties = {
	displayName:
		'When you publish this workflow, it enters itself at ReadyCloud, with one webhook for each selected event; when you unpublish it, they are removed. n8n must have an address that begins with https://. <a href="https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/docs/readycloud.md" target="_blank">Step by step</a>',
	name: 'setupNotice',
	type: 'notice',
	default: '',
};

export const readyCloudOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
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
