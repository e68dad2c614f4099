import type { INode } from 'n8n-workflow';

import { checkedSwitch, switchOrNull } from '../../../../nodes/shared/api/switches';

const NODE: INode = {
	id: '1',
	name: 'Detrack',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

it.each([true, 'true', 'TRUE', ' True ', 1, '1', 'yes', 'Yes', 'Y', 'on', 'ON\n'])(
	'reads %j as on',
	(given) => {
		expect(switchOrNull(given)).toBe(true);
	},
);

it.each([false, 'false', 'FALSE', 'False ', 0, '0', 'no', 'NO', 'n', 'off', '\u00a0Off'])(
	'reads %j as off',
	(given) => {
		expect(switchOrNull(given)).toBe(false);
	},
);

it.each([undefined, null, '', ' ', 'maybe', 'ja', 2, -1, '01', 'true!', [], {}, NaN])(
	'reads %j as neither',
	(given) => {
		expect(switchOrNull(given)).toBeNull();
	},
);

it('says which switch says neither on nor off', () => {
	const check = () => checkedSwitch(NODE, { displayName: 'Return All' }, 'maybe', { itemIndex: 2 });
	expect(check).toThrow(
		expect.objectContaining({
			message: '"Return All" must be true or false, but it is "maybe".',
			description: 'Set the switch, or check the expression in this parameter.',
			context: expect.objectContaining({ itemIndex: 2 }) as unknown,
		}) as Error,
	);
});
