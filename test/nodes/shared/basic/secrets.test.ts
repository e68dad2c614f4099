import { mask, maskAll, matcherOf, splitSecrets } from '../../../../nodes/shared/basic/secrets';

it.each<[unknown, string[]]>([
	['one', ['one']],
	[' one , two\nthree\r\n', ['one', 'two', 'three']],
	[',,\n', []],
	['\u200bone\ufeff,\u00a0two\u2028\u200ethree\u2060', ['one', 'two', 'three']],
	['\u200b, \ufeff\n\u00a0', []],
	['o\u200bne', ['o\u200bne']],
	['', []],
	[undefined, []],
	[7, []],
])('a field with %j holds %j', (field, secrets) => {
	expect(splitSecrets(field)).toEqual(secrets);
});

it.each<[unknown, boolean]>([
	['first', true],
	['second', true],
	['firs', false],
	['First', false],
	['first ', false],
	['', false],
	[undefined, false],
	[['first'], false],
])('%j fits one of two secrets: %p', (given, fits) => {
	expect(matcherOf(['first', 'second'])(given)).toBe(fits);
});

it('nothing fits where there is no secret', () => {
	expect(matcherOf([])('')).toBe(false);
});

describe('masked in a text', () => {
	const SECRET = 'key/with "signs" & more';

	it.each([
		[`The key is ${SECRET}.`, 'The key is ***.'],
		[`${SECRET}${SECRET}`, '******'],
		[`https://x.example/?key=${encodeURIComponent(SECRET)}&a=1`, 'https://x.example/?key=***&a=1'],
		[`{"key":${JSON.stringify(SECRET)}}`, '{"key":"***"}'],
		['nothing secret', 'nothing secret'],
	])('%j is %j', (text, masked) => {
		expect(mask(text, [SECRET])).toBe(masked);
	});

	it('is a longer secret before one that is its beginning', () => {
		expect(mask('abcdefgh and abcdefghij', ['abcdefgh', 'abcdefghij'])).toBe('*** and ***');
	});

	it('is none that is so short that it may be part of any word', () => {
		expect(mask('a shortly told short', ['short', '1234567'])).toBe('a shortly told short');
		expect(mask('12345678', ['12345678'])).toBe('***');
	});
});

describe('masked in a value', () => {
	it('is every text and every key, and nothing else is changed', () => {
		const value = {
			'my-secret-key': 1,
			list: ['my-secret-key', 7, null, true, { deep: 'see my-secret-key' }],
		};
		expect(maskAll(value, ['my-secret-key'])).toEqual({
			'***': 1,
			list: ['***', 7, null, true, { deep: 'see ***' }],
		});
		expect(value.list[0]).toBe('my-secret-key');
	});

	it.each([
		['as it is', String.raw`key/with "signs"\ & more`],
		['in a URL', 'key%2Fwith%20%22signs%22%5C%20%26%20more'],
		['in JSON', String.raw`key/with \"signs\"\\ & more`],
		['in JSON with slashes escaped', String.raw`key\/with \"signs\"\\ & more`],
		['in JSON within JSON', String.raw`key/with \\\"signs\\\"\\\\ & more`],
		['in base64', 'a2V5L3dpdGggInNpZ25zIlwgJiBtb3Jl'],
	])('is one with quotes and strokes, %s', (_how, form) => {
		const secret = String.raw`key/with "signs"\ & more`;
		expect(maskAll([{ note: `It is ${form}.` }], [secret])).toEqual([{ note: 'It is ***.' }]);
	});

	it.each([[null], [undefined], [7], [true]])('%p stays as it is', (value) => {
		expect(maskAll(value, ['my-secret-key'])).toBe(value);
	});

	it.each([98, 99, 100, 101, 200])('is never shown, also at %i levels', (depth) => {
		for (const wrap of [(inner: unknown) => [inner], (inner: unknown) => ({ deeper: inner })]) {
			let value: unknown = { 'my-secret-key': 'my-secret-key' };
			for (let level = 0; level < depth; level++) value = wrap(value);
			expect(JSON.stringify(maskAll(value, ['my-secret-key']))).not.toContain('my-secret-key');
		}
	});

	it('is left out what lies deeper than any answer', () => {
		const nested = (depth: number): unknown => (depth === 0 ? 'deep' : [nested(depth - 1)]);
		expect(JSON.stringify(maskAll(nested(99), ['my-secret-key']))).toContain('"deep"');
		expect(JSON.stringify(maskAll(nested(101), ['my-secret-key']))).toBe(
			`${'['.repeat(100)}null${']'.repeat(100)}`,
		);
	});
});
