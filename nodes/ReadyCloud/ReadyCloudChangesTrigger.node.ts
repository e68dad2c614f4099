import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { asNodeProperty } from '../shared/api/properties';
import { changesNotice, startProperties } from '../shared/changes/changesProperties';
import { pollChanges } from '../shared/changes/pollChanges';
import { askingPanel } from '../shared/trigger/triggerPanel';
import {
	filtersProperty,
	listsAsProperty,
	outputProperty,
} from '../shared/trigger/triggerProperties';
import { searchOrganizations } from './api/listSearch';
import { organizationLocator } from './api/locators';
import { readyCloudChanges } from './changes/changes';
import { readyCloudChangesOptions } from './changes/changesProperties';
import { READYCLOUD_FILTERS } from './event/statuses';

export class ReadyCloudChangesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ReadyCloud Changes Trigger',
		name: 'readyCloudChangesTrigger',
		icon: { light: 'file:readycloud.svg', dark: 'file:readycloud.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["startWith"] === "lastDays" ? "with the last days" : "from now on" }}',
		description:
			'Asks ReadyCloud at set times which orders have changed, and starts the workflow with them. For an n8n without a public address.',
		eventTriggerDescription: 'Let something happen to an order in ReadyCloud',
		triggerPanel: askingPanel('ReadyCloud', 'orders'),
		activationMessage:
			'From now on, n8n asks ReadyCloud for changes at the poll times, and starts this workflow with what has changed.',
		defaults: { name: 'ReadyCloud Changes Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'readyCloudApi', required: true }],
		properties: [
			changesNotice('readycloud'),
			asNodeProperty(organizationLocator),
			...startProperties,
			outputProperty,
			listsAsProperty,
			filtersProperty(READYCLOUD_FILTERS),
			readyCloudChangesOptions,
		],
	};

	methods = { listSearch: { searchOrganizations } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollChanges(this, readyCloudChanges);
	}
}
