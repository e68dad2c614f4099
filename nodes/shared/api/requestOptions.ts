import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { numberOrNull } from '../basic/values';
import { collection, number } from './fields';
import { DEFAULT_TIMES, type RequestTimes } from './limits';
import { asNodeProperty } from './properties';

/** Options that every operation has. */
export const requestOptions = asNodeProperty(
	collection('Options', 'options', {
		placeholder: 'Add Option',
		options: [
			number('Wait When Busy', 'longestWait', {
				typeOptions: { minValue: 0 },
				default: DEFAULT_TIMES.longestWaitSeconds,
				description:
					'How many seconds to wait in all when the service says that it gets too many requests',
			}),
			number('Timeout', 'timeout', {
				typeOptions: { minValue: 1 },
				default: DEFAULT_TIMES.timeoutSeconds,
				description:
					'How many seconds one request may take, from its start to the last byte of the answer',
			}),
		],
	}),
);

/** What the options of an operation say about its requests; one that is no number counts as not given. */
export function timesOf(context: IExecuteFunctions): RequestTimes {
	const { timeout, longestWait } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const limit = numberOrNull(timeout);
	const wait = numberOrNull(longestWait);
	const { timeoutSeconds, longestWaitSeconds } = DEFAULT_TIMES;
	return {
		timeoutSeconds: limit !== null && limit > 0 ? limit : timeoutSeconds,
		longestWaitSeconds: wait !== null && wait >= 0 ? wait : longestWaitSeconds,
	};
}
