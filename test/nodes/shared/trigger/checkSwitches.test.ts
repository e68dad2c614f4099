import type { IDataObject, IHookFunctions, INodeProperties } from 'n8n-workflow';

import { checkSwitches, isSwitchedOn } from '../../../../nodes/shared/trigger/checkSwitches';
import { mock } from '../../../support/mock';

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	options: [
		{ displayName: 'Fetch More', name: 'fetchMore', type: 'boolean', default: false },
		{ displayName: 'Supplier', name: 'supplier', type: 'string', default: '' },
	],
};

const check = (options: IDataObject) => {
	const context = mock<IHookFunctions>({
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
		getNodeParameter: () => options,
	});
	checkSwitches(context, OPTIONS);
};

it.each([{}, { fetchMore: true }, { fetchMore: 'TRUE' }, { fetchMore: '' }, { supplier: 'maybe' }])(
	'takes the options %j',
	(options) => {
		expect(() => check(options)).not.toThrow();
	},
);

it('refuses a switch that says neither on nor off', () => {
	expect(() => check({ fetchMore: 'maybe' })).toThrow(
		'"Fetch More" must be true or false, but it is "maybe".',
	);
});

it.each([
	['yes', true],
	[0, false],
	['maybe', false],
	[undefined, false],
])('takes %j at a call for %j', (fetchMore, isOn) => {
	expect(isSwitchedOn({ fetchMore }, 'fetchMore')).toBe(isOn);
});
