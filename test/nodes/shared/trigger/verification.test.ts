import {
	ACCEPTED,
	headerValues,
	refused,
	verifyHeader,
	type WebhookCall,
} from '../../../../nodes/shared/trigger/verification';

it.each<[string, WebhookCall['headers'], string[]]>([
	['one as Node.js gives it', { 'x-key': 'a' }, ['a']],
	['one in capitals', { 'X-KEY': 'a' }, ['a']],
	['one in a list', { 'x-key': ['a'] }, ['a']],
	['several in a list', { 'x-key': ['a', 'b'] }, ['a', 'b']],
	['several under two spellings', { 'x-key': 'a', 'X-Key': ['b', ''] }, ['a', 'b', '']],
	['an empty one', { 'x-key': '' }, ['']],
	['none', {}, []],
	['none in an empty list', { 'x-key': [] }, []],
	['none that is undefined', { 'x-key': undefined }, []],
	['none under a longer name', { 'x-keys': 'a', 'my-x-key': 'b' }, []],
])('finds the values of a header: %s', (_what, headers, values) => {
	expect(headerValues(headers, 'X-Key')).toEqual(values);
});

describe('verifying by a header', () => {
	const verify = (headers: WebhookCall['headers']) =>
		verifyHeader({ headers, query: {}, body: {} }, 'X-Key', (value) =>
			value === 'right' ? ACCEPTED : refused(`it is "${value}"`),
		);

	it.each<[string, WebhookCall['headers']]>([
		['alone', { 'x-key': 'right' }],
		['beside other headers', { 'X-KEY': ['right'], 'x-other': 'wrong' }],
	])('accepts the right value %s', (_what, headers) => {
		expect(verify(headers)).toEqual({ accepted: true });
	});

	it.each<[string, WebhookCall['headers'], string]>([
		['a wrong value', { 'x-key': 'wrong' }, 'it is "wrong"'],
		['a missing header, as an empty one', {}, 'it is ""'],
		[
			'the right value twice',
			{ 'x-key': ['right', 'right'] },
			'the header "X-Key" came more than once',
		],
		['two spellings', { 'x-key': 'right', 'X-Key': '' }, 'the header "X-Key" came more than once'],
		['an empty value first', { 'x-key': ['', 'right'] }, 'the header "X-Key" came more than once'],
	])('refuses %s', (_what, headers, reason) => {
		expect(verify(headers)).toEqual({ accepted: false, reason });
	});
});
