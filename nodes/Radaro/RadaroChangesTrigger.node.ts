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
import { radaroChanges } from './changes/changes';
import { radaroChangesOptions } from './changes/changesProperties';
import { RADARO_FILTERS } from './event/statuses';

export class RadaroChangesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Radaro Changes Trigger',
		name: 'radaroChangesTrigger',
		icon: { light: 'file:radaro.svg', dark: 'file:radaro.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle:
			'={{ $parameter["startWith"] === "lastDays" ? "with the last days" : "from now on" }}',
		description:
			'Asks Radaro at set times which jobs have changed, and starts the workflow with them. For an n8n without a public address.',
		eventTriggerDescription: 'Let something happen to a job in Radaro',
		triggerPanel: askingPanel('Radaro', 'jobs'),
		activationMessage:
			'From now on, n8n asks Radaro for changes at the poll times, and starts this workflow with what has changed.',
		defaults: { name: 'Radaro Changes Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'radaroApi', required: true }],
		properties: [
			changesNotice('radaro'),
			...startProperties,
			outputProperty,
			listsAsProperty,
			filtersProperty(RADARO_FILTERS),
			radaroChangesOptions,
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollChanges(this, radaroChanges);
	}
}
