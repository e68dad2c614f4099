import type { INodeProperties } from 'n8n-workflow';

import {
	changesOptions,
	lookBackProperty,
	requestsProperty,
} from '../../shared/changes/changesProperties';

/** Half of the 60 requests a minute that Detrack answers (docs/vendors.md#detrack-limits). */
export const REQUESTS_PER_POLL = 30;

/** Days after today whose jobs are looked at, unless the option says otherwise. */
export const LOOK_AHEAD = 7;

export const detrackChangesOptions: INodeProperties = changesOptions([
	{
		displayName: 'Look Ahead',
		name: 'lookAhead',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 60 },
		default: LOOK_AHEAD,
		description:
			'How many days after today the date of a job may be. A job of a later day is told when its date comes near.',
	},
	lookBackProperty(
		'How many days before today the date of a job may be. Enter more days than the workflow is ever left unpublished.',
	),
	requestsProperty(
		REQUESTS_PER_POLL,
		'Each brings up to 100 jobs. Detrack answers 60 a minute for everything that uses it.',
	),
]);
