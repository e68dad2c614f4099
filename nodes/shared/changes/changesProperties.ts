import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { listed, setupNotice } from '../trigger/setupNotice';
import type { PollBounds } from './changesVendor';

/** How many days back a trigger looks unless the option says otherwise. */
const LOOK_BACK = 7;

/** More would make the memory too large. */
const MOST_DAYS = 60;

/** What must be known before the first run. */
export function changesNotice(page: string): INodeProperties {
	return setupNotice(
		listed(
			'Put no other trigger into this workflow.',
			'In its settings, set Save successful production executions to Do not save.',
			'Do not rename this node later: it would forget what it knows.',
		),
		`${page}.md#changes-trigger`,
		'More',
	);
}

/** What the first run gives; later the memory decides. */
export const startProperties: INodeProperties[] = [
	{
		displayName: 'Start With',
		name: 'startWith',
		type: 'options',
		options: [
			{
				name: 'Changes From Now On',
				value: 'now',
				description: 'The first run only learns what there is',
			},
			{
				name: 'Changes of the Last Days',
				value: 'lastDays',
				description: 'The first runs also give what changed lately',
			},
		],
		default: 'now',
		description: 'What the trigger gives when it runs for the first time. Later it counts no more.',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_DAYS },
		default: 1,
		displayOptions: { show: { startWith: ['lastDays'] } },
		description: 'How many days back the changes are given at first',
	},
];

/** "Look Back", with what it means at this vendor. */
export function lookBackProperty(description: string): INodeProperties {
	return {
		displayName: 'Look Back',
		name: 'lookBack',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_DAYS },
		default: LOOK_BACK,
		description,
	};
}

/** "Requests per Poll", with the vendor's limit in words. */
export function requestsProperty(requests: number, limit: string): INodeProperties {
	return {
		displayName: 'Requests per Poll',
		name: 'requestsPerPoll',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: requests,
		description: `How many requests one poll may send. What it does not reach is continued by the next one. ${limit}`,
	};
}

export function changesOptions(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

/** What the options say of one poll; what is no number counts as not given. */
export function boundsOf(context: IPollFunctions, requestsPerPoll: number): PollBounds {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		lookBack: Math.max(daysOf(options.lookBack, LOOK_BACK), firstDaysOf(context)),
		requests: Math.max(1, Math.floor(Number(options.requestsPerPoll)) || requestsPerPoll),
	};
}

/** How many days of changes the first run gives. */
export function firstDaysOf(context: IPollFunctions): number {
	if (context.getNodeParameter('startWith', 'now') !== 'lastDays') return 0;
	return daysOf(context.getNodeParameter('days', 1), 1);
}

/** A number of days as an option holds it. */
export function daysOf(given: unknown, otherwise: number): number {
	const days = Math.floor(Number(given));
	return days >= 1 ? Math.min(days, MOST_DAYS) : otherwise;
}
