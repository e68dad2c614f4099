import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { buildActions } from '../shared/action/actions';
import { requestOptions, timesOf } from '../shared/api/requestOptions';
import { readyCloudClient } from './api/client';
import {
	searchContacts,
	searchOrders,
	searchOrganizations,
	searchTags,
	searchWebhooks,
} from './api/listSearch';
import { READYCLOUD_RESOURCES } from './operations';

const actions = buildActions(
	READYCLOUD_RESOURCES,
	async (context) => await readyCloudClient(context, timesOf(context)),
	[requestOptions],
);

export class ReadyCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ReadyCloud',
		name: 'readyCloud',
		icon: { light: 'file:readycloud.svg', dark: 'file:readycloud.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Manage webhooks, orders and contacts in ReadyCloud',
		defaults: { name: 'ReadyCloud' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'readyCloudApi', required: true }],
		properties: [...actions.properties],
	};

	methods = {
		listSearch: { searchContacts, searchOrders, searchOrganizations, searchTags, searchWebhooks },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await actions.execute(this);
	}
}
