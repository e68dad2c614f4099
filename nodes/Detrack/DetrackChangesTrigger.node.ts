import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { changesNotice, startProperties } from '../shared/changes/changesProperties';
import { pollChanges } from '../shared/changes/pollChanges';
import { askingPanel } from '../shared/trigger/triggerPanel';
import {
	filtersProperty,
	listsAsProperty,
	outputProperty,
} from '../shared/trigger/triggerProperties';
import { detrackChanges } from './changes/changes';
import { detrackChangesOptions } from './changes/changesProperties';
import { DETRACK_FILTERS } from './event/statuses';

export class DetrackChangesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Detrack Changes Trigger',
		name: 'detrackChangesTrigger',
		icon: { light: 'file:detrack.svg', dark: 'file:detrack.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["startWith"] === "lastDays" ? "with the last days" : "from now on" }}',
		description:
			'Asks Detrack at set times which jobs have changed, and starts the workflow with them. For an n8n without a public address.',
		eventTriggerDescription: 'Let something happen to a job in Detrack',
		triggerPanel: askingPanel('Detrack', 'jobs'),
		activationMessage:
			'From now on, n8n asks Detrack for changes at the poll times, and starts this workflow with what has changed.',
		defaults: { name: 'Detrack Changes Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'detrackApi', required: true }],
		properties: [
			changesNotice('detrack'),
			...startProperties,
			outputProperty,
			listsAsProperty,
			filtersProperty(DETRACK_FILTERS),
			detrackChangesOptions,
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollChanges(this, detrackChanges);
	}
}
