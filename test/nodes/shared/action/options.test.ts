import { optionIn } from '../../../../nodes/shared/action/options';

const STATUSES = {
	options: [
		{ name: 'Info Received', value: 'info_recv' },
		{ name: 'In Progress', value: 'dispatched' },
		{ name: 'Delivery', value: 'Delivery' },
		{ name: 'On', value: 'left' },
		{ name: 'on', value: 'right' },
	],
};

it.each([
	['info_recv', 'info_recv'],
	['INFO_RECV', 'info_recv'],
	[' delivery ', 'Delivery'],
	['in progress', 'dispatched'],
])('takes %j for %j', (given, value) => {
	expect(optionIn(STATUSES, given)).toBe(value);
});

it.each(['', 'something new', ' kept as it is ', 'ON'])('leaves %j as it is', (given) => {
	expect(optionIn(STATUSES, given)).toBe(given);
});

it('leaves what may be two options', () => {
	const pair = [
		{ name: 'Lower', value: 'a' },
		{ name: 'Upper', value: 'A' },
	];
	expect(optionIn({ options: pair }, 'A')).toBe('A');
	expect(optionIn({ options: pair }, ' a')).toBe(' a');
});

it('knows no options where they are loaded', () => {
	expect(optionIn({}, 'anything')).toBe('anything');
});
