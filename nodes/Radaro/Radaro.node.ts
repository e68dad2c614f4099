import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { buildActions } from '../shared/action/actions';
import { requestOptions, timesOf } from '../shared/api/requestOptions';
import { radaroClient } from './api/client';
import { searchDrivers, searchJobs } from './api/listSearch';
import { RADARO_RESOURCES } from './operations';

const actions = buildActions(
	RADARO_RESOURCES,
	async (context) => await radaroClient(context, timesOf(context)),
	[requestOptions],
);

export class Radaro implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Radaro',
		name: 'radaro',
		icon: { light: 'file:radaro.svg', dark: 'file:radaro.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, read and change delivery jobs in Radaro',
		defaults: { name: 'Radaro' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'radaroApi', required: true }],
		properties: [...actions.properties],
	};

	methods = { listSearch: { searchDrivers, searchJobs } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await actions.execute(this);
	}
}
