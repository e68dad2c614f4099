import { canonicalJson } from '../../../../nodes/shared/basic/canonicalJson';

it.each<[unknown, string]>([
	[null, 'null'],
	['a "b"\n', '"a \\"b\\"\\n"'],
	['\ud83d', '"\\ud83d"'],
	[1e21, '1e+21'],
	[NaN, 'null'],
	[undefined, 'null'],
	[[], '[]'],
	[{}, '{}'],
	[[1, undefined, [true, {}]], '[1,null,[true,{}]]'],
	[{ b: 1, a: { d: [{ f: 1, e: 2 }], c: null } }, '{"a":{"c":null,"d":[{"e":2,"f":1}]},"b":1}'],
	[{ b: undefined, a: 1 }, '{"a":1}'],
	[
		[
			{ b: 1, a: 2 },
			{ b: undefined, a: 3 },
			{ a: 4, b: 5 },
			{ a: 6, c: 7 },
			{ b: 8, a: 9 },
		],
		'[{"a":2,"b":1},{"a":3},{"a":4,"b":5},{"a":6,"c":7},{"a":9,"b":8}]',
	],
	[{ b: 1, 10: 2, 9: 3 }, '{"9":3,"10":2,"b":1}'],
	[
		JSON.parse('{"toString":1,"__proto__":{"b":1,"a":2}}'),
		'{"__proto__":{"a":2,"b":1},"toString":1}',
	],
])('writes %j as %s', (value, text) => {
	expect(canonicalJson(value)).toBe(text);
});

it('goes down any number of levels', () => {
	let value: unknown = 1;
	for (let level = 0; level < 50_000; level++) value = level % 2 === 0 ? [value] : { a: value };
	const text = canonicalJson(value);
	expect(text.slice(0, 14)).toBe('{"a":[{"a":[{"');
	expect(text).toHaveLength(25_000 * 2 + 25_000 * 6 + 1);
});
