import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { buildActions } from '../shared/action/actions';
import { requestOptions, timesOf } from '../shared/api/requestOptions';
import { routigoClient } from './api/client';
import { searchWebhooks } from './api/listSearch';
import { ROUTIGO_RESOURCES } from './operations';

const actions = buildActions(
	ROUTIGO_RESOURCES,
	async (context) => await routigoClient(context, timesOf(context)),
	[requestOptions],
);

export class Routigo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RoutiGo',
		name: 'routigo',
		icon: { light: 'file:routigo.svg', dark: 'file:routigo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Upload orders to RoutiGo and manage its webhooks',
		defaults: { name: 'RoutiGo' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'routigoApi', required: true }],
		properties: [...actions.properties],
	};

	methods = { listSearch: { searchWebhooks } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await actions.execute(this);
	}
}
