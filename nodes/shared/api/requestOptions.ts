import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

export const DEFAULT_TIMEOUT_SECONDS = 60;
export const DEFAULT_LONGEST_WAIT_SECONDS = 60;

/** Options that every operation has. */
export const requestOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Longest Wait',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: DEFAULT_LONGEST_WAIT_SECONDS,
			description:
				'How many seconds to wait in all when the service says that it gets too many requests',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_TIMEOUT_SECONDS,
			description: 'How many seconds to wait for the answer to a request',
		},
	],
};

/** What the options of an operation say about its requests, in seconds. */
export interface RequestTimes {
	timeoutSeconds: number;
	longestWaitSeconds: number;
}

export const DEFAULT_TIMES: RequestTimes = {
	timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
	longestWaitSeconds: DEFAULT_LONGEST_WAIT_SECONDS,
};

/** Reads the options; one that is no number counts as not given. */
export function timesOf(context: IExecuteFunctions): RequestTimes {
	const { timeout, longestWait } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const given = { timeoutSeconds: Number(timeout), longestWaitSeconds: Number(longestWait) };
	return {
		timeoutSeconds: given.timeoutSeconds > 0 ? given.timeoutSeconds : DEFAULT_TIMEOUT_SECONDS,
		longestWaitSeconds:
			given.longestWaitSeconds >= 0 ? given.longestWaitSeconds : DEFAULT_LONGEST_WAIT_SECONDS,
	};
}
