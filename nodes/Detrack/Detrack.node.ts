import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { buildActions } from '../shared/action/actions';
import { requestOptions, timesOf } from '../shared/api/requestOptions';
import { detrackClient } from './api/client';
import { searchJobs, searchSortings, searchVehicles } from './api/listSearch';
import { DETRACK_RESOURCES } from './operations';

const actions = buildActions(
	DETRACK_RESOURCES,
	async (context) => await detrackClient(context, timesOf(context)),
	[requestOptions],
);

export class Detrack implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Detrack',
		name: 'detrack',
		icon: { light: 'file:detrack.svg', dark: 'file:detrack.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, find, change and retry jobs in Detrack, and download proofs of delivery',
		defaults: { name: 'Detrack' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'detrackApi', required: true }],
		properties: [...actions.properties],
	};

	methods = { listSearch: { searchJobs, searchSortings, searchVehicles } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await actions.execute(this);
	}
}
