import { tokenless } from '../../../../nodes/ReadyCloud/api/client';

it.each([
	[
		'{"entity":"orders","token":"9f2c61","url":"/x/"}',
		'{"entity":"orders","token":"***","url":"/x/"}',
	],
	['{"token": "9f2c', '{"token": "***'],
	['url: /x/; token: 9f2c61; entity: orders', 'url: /x/; token: ***; entity: orders'],
	['/orgs/?bearer_token=9f2c61&limit=1', '/orgs/?bearer_token=***&limit=1'],
	['The token has expired.', 'The token has expired.'],
	[null, null],
])('makes of %p %p', (text, shown) => {
	expect(tokenless(text)).toBe(shown);
});
