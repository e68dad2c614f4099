import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { canonicalForm } from '../../../../nodes/shared/basic/canonicalForm';
import { isRecord } from '../../../../nodes/shared/basic/values';

it.each<[unknown[], string]>([
	[[], '[[-1,-1],[],[]]'],
	[['radaro', 1, null, true, undefined], '[[-6,-1],["radaro",1,null,true,null],[]]'],
	[[{ a: undefined, b: 1 }], '[[-2,0,-1,0,-1],[1],[["b"]]]'],
	[['a "b"\n', '\ud83d', 1e21, NaN], '[[-5,-1],["a \\"b\\"\\n","\\ud83d",1e+21,null],[]]'],
	[[[], {}], '[[-3,0,1,-1,-1,-1,0,-1],[],[[]]]'],
	[[{ b: [2], a: { d: 1 } }, 3], '[[-3,0,-1,0,0,1,-1,1,-1,-2,-1],[3,1,2],[["a","b"],["d"]]]'],
	[
		[
			{ b: 1, a: 2 },
			{ a: 3, b: 4 },
		],
		'[[-3,0,1,-1,0,-1,0,-1],[2,1,3,4],[["a","b"]]]',
	],
	[[{ b: 1, 10: 2, 9: 3 }], '[[-2,0,-1,0,-1],[2,3,1],[["10","9","b"]]]'],
	[[JSON.parse('{"__proto__":1}')], '[[-2,0,-1,0,-1],[1],[["__proto__"]]]'],
])('writes %j as %s', (values, text) => {
	expect(canonicalForm(values)).toBe(text);
});

it.each<[unknown, unknown]>([
	[1, '1'],
	[null, 'null'],
	['', null],
	[[], {}],
	[[[], 1], [[1]]],
	[{ a: null }, {}],
	[{ a: null }, { a: undefined }],
	[
		{ a: {}, b: [] },
		{ a: [], b: {} },
	],
	[{ 'a,b': 1 }, { a: 1, b: 1 }],
	[0, {}],
	[-1, []],
	[[1], [[]]],
	[
		[[], 0],
		[0, []],
	],
	[['a'], { a: 'a' }],
	[
		[{ a: 1 }, { b: 1 }],
		[{ b: 1 }, { a: 1 }],
	],
	['\ud83d', '\ufffd'],
	['\ud83d', '\ud83e'],
	[JSON.parse('{"__proto__":1}'), {}],
])('tells %j and %j apart', (one, other) => {
	expect(canonicalForm([one])).not.toBe(canonicalForm([other]));
});

/** Few names and values, so that values are often alike; the many objects look different. */
const json = fc.letrec<{ value: unknown; list: unknown[]; object: object }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.constantFrom('a', '1', 1, 0, null, true, '[1]', '{}'),
		tie('list'),
		tie('object'),
	),
	list: fc.array(tie('value'), { maxLength: 3 }),
	object: fc.dictionary(fc.constantFrom('a', 'b', '1', '10', '__proto__'), tie('value'), {
		maxKeys: 4,
	}),
})).value;

/** The same with the keys of each object the other way round. */
function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (!isRecord(value)) return value;
	const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
	return Object.fromEntries(members.reverse());
}

/** One that differs in a single place, or in none. */
const twins = fc
	.tuple(json, json, fc.nat())
	.map(
		([value, other, place]) => [asParsed(value), asParsed(replaced(value, other, place))] as const,
	);

function asParsed(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

function replaced(value: unknown, other: unknown, place: number): unknown {
	if (typeof value !== 'object' || value === null || place % 5 === 0) return other;
	const entries = Object.entries(value).map(([key, member], at): [string, unknown] => [
		key,
		at === place % 3 ? replaced(member, other, Math.floor(place / 3)) : member,
	]);
	return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

it('is the same for what differs only in the order of keys, and for nothing else', () => {
	fc.assert(
		fc.property(twins, ([one, other]) => {
			const isSame = canonicalForm([one]) === canonicalForm([reversed(other)]);
			expect(isSame).toBe(isDeepStrictEqual(one, other));
		}),
		{ numRuns: 500 },
	);
});

it('is the same for objects of any number of kinds, whatever the order of keys', () => {
	const kinds = Array.from({ length: 60 }, (_, kind) => ({
		[`key${kind}`]: 1,
		b: kind,
		a: { kind },
	}));
	const mixed = [...kinds, ...kinds.map(reversed), ...kinds];
	expect(canonicalForm(mixed)).toBe(canonicalForm(mixed.map(reversed)));
	expect(canonicalForm(mixed)).not.toBe(canonicalForm([mixed[1], ...mixed.slice(1)]));
});

it('goes down any number of levels', () => {
	let value: unknown = 1;
	for (let level = 0; level < 50_000; level++) value = level % 2 === 0 ? [value] : { a: value };
	expect(canonicalForm([value]).slice(0, 31)).toBe('[[-2,0,-1,0,0,-1,-2,0,-1,0,0,-1');
});
