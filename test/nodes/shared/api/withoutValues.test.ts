import {
	addressWithoutValues,
	pairsWithoutValues,
	valuesInAddress,
} from '../../../../nodes/shared/api/withoutValues';

it.each<[unknown, unknown]>([
	['https://a.example/hook', 'https://a.example/hook'],
	['https://user:pass@a.example/hook', 'https://***@a.example/hook'],
	['HTTPS://token@a.example?x=1', 'HTTPS://***@a.example?x=***'],
	[
		'https://a.example/h?entity=orders&key=s3cret&x',
		'https://a.example/h?entity=orders&key=***&***',
	],
	['https://a.example/h?api+key=a=b&=c', 'https://a.example/h?api+key=***&=***'],
	['https://a.example/h?a=1?b=2', 'https://a.example/h?a=***'],
	['https://a.example/h#token=abc', 'https://a.example/h'],
	['https://a.example/@me', 'https://a.example/@me'],
	[null, null],
])('the address %j is shown as %j', (url, shown) => {
	expect(addressWithoutValues(url, ['orders'])).toBe(shown);
});

it.each<[string, string[]]>([
	['https://a.example/hook#part', []],
	['https://user:pass@a.example/hook', ['user:pass', 'user', 'pass']],
	['https://a.example/h?entity=orders&key=s3%20cret&x', ['s3%20cret', 'x', 's3 cret']],
	['https://a.example/h?key=a=b&none=', ['a=b']],
])('of the address %j these are values: %j', (url, values) => {
	expect(valuesInAddress(url, ['orders'])).toEqual(values);
});

it('of pairs, only names are shown, and what is told anyway', () => {
	expect(
		pairsWithoutValues({ Authorization: 'Bearer x', 'X-Shop': '7', e: 'orders' }, ['orders']),
	).toEqual({
		Authorization: '***',
		'X-Shop': '***',
		e: 'orders',
	});
});
