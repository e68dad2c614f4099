import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { mock } from '../support/mock';
import { VENDORS } from '../support/vendors';

const TRIGGERS = VENDORS.flatMap(({ name, changesTrigger }) =>
	changesTrigger === null ? [] : [[name, changesTrigger] as const],
);

/** Parameters as an expression left them, and what their owner reads. */
const ROWS: Array<[what: string, parameters: IDataObject, message: string]> = [
	[
		'an empty filter',
		{ filters: { statuses: [] } },
		'The filter "Statuses" was added, but it is empty',
	],
	['a filter of null', { filters: { reference: null } }, 'The filter "Reference" was added, but'],
	[
		'an unknown outcome',
		{ filters: { outcomes: ['fine'] } },
		'"Outcomes" holds "fine", which is none',
	],
	['filters of another form', { filters: ['delivered'] }, '"Filters" cannot be used'],
	['options of another form', { options: 'none' }, '"Options" cannot be used'],
	['an unknown output', { output: 'all' }, '"Output" holds "all", which is none of its choices'],
	[
		'an unknown start',
		{ startWith: 'then' },
		'"Start With" holds "then", which is none of its choices',
	],
];

describe.each(TRIGGERS)('%s', (_name, trigger) => {
	it.each(ROWS)(
		'asks nothing and remembers nothing with %s',
		async (_what, parameters, message) => {
			// Whatever else it asked n8n for, such as its memory or the credential, would fail in other words.
			const context = mock<IPollFunctions>({
				getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
				getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
				getMode: () => 'trigger',
				getActivationMode: () => 'init',
			});
			await expect(trigger.poll?.call(context)).rejects.toThrow(message);
		},
	);
});
