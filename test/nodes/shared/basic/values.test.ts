import {
	coordinatesOf,
	idOrNull,
	integerOrNull,
	isRecord,
	joinTexts,
	keysOf,
	numberOrNull,
	parseJson,
	recordsIn,
	textOrNull,
	webUrlOrNull,
} from '../../../../nodes/shared/basic/values';

describe('a text', () => {
	it.each([
		['Geelong', 'Geelong'],
		['  Geelong \n', 'Geelong'],
		['0', '0'],
		['', null],
		[' \t', null],
		[0, null],
		[true, null],
		[['Geelong'], null],
		[null, null],
		[undefined, null],
	])('%j is read as %j', (value, text) => {
		expect(textOrNull(value)).toBe(text);
	});
});

describe('an id', () => {
	it.each([
		[61204877, '61204877'],
		[0, '0'],
		[' 000451 ', '000451'],
		['', null],
		[NaN, null],
		[Infinity, null],
		[9007199254740991, '9007199254740991'],
		[9007199254740992, null],
		[-9007199254740992, null],
		[1e21, null],
		[12.5, '12.5'],
		[{ id: 1 }, null],
		[null, null],
	])('%p is read as %j', (value, id) => {
		expect(idOrNull(value)).toBe(id);
	});
});

describe('a link', () => {
	it.each([
		'https://files.example.com/a b.png?x=1#top',
		'http://127.0.0.1:5700/radaro/1',
		'HTTPS://FILES.example.com',
	])('is a whole web address: %s', (url) => {
		expect(webUrlOrNull(` ${url}\n`)).toBe(url);
	});

	it.each([
		'/media/x.png',
		'media/x.png',
		'x.png',
		'//cdn.example.com/x.png',
		'www.example.com/x.png',
		'https:/media/x.png',
		'http:media/x.png',
		'https:///media/x.png',
		'https://',
		'https://exa mple/x',
		'javascript:alert(1)',
		'data:image/png;base64,AAAA',
		'ftp://files.example.com/x.png',
		'file:///x.png',
		'',
		7,
		null,
		undefined,
		{ url: 'https://files.example.com' },
	])('is not %j', (value) => {
		expect(webUrlOrNull(value)).toBeNull();
	});
});

describe('a number', () => {
	it.each([
		[12.5, 12.5],
		[0, 0],
		['12.50', 12.5],
		[' -3 ', -3],
		['', null],
		[' ', null],
		['12 kg', null],
		['1,5', null],
		[NaN, null],
		['Infinity', null],
		[true, null],
		[null, null],
		[[7], null],
	])('%p is read as %p', (value, number) => {
		expect(numberOrNull(value)).toBe(number);
	});
});

describe('a whole number', () => {
	it.each([
		[3, 3],
		['0', 0],
		['3.0', 3],
		[2.5, null],
		['two', null],
		[null, null],
	])('%p is read as %p', (value, number) => {
		expect(integerOrNull(value)).toBe(number);
	});
});

describe('joined texts', () => {
	it('leave out what says nothing, and what was said before', () => {
		expect(joinTexts(['Unit 5', '', ' Geelong ', null, 7, 'Geelong'], ', ')).toBe(
			'Unit 5, Geelong',
		);
	});

	it('are none where nothing is said', () => {
		expect(joinTexts(['', null, {}], ', ')).toBeNull();
		expect(joinTexts([], ', ')).toBeNull();
	});
});

describe('coordinates', () => {
	it.each([
		['-38.147120,144.360410', -38.14712, 144.36041],
		['-38.147120, 144.360410', -38.14712, 144.36041],
		['0,0', null, null],
		['0.000000, -0.0', null, null],
		['0,12.5', 0, 12.5],
		['51.4779,0', 51.4779, 0],
		['90,-180', 90, -180],
		['90.1,0', null, null],
		['0,180.1', null, null],
		['', null, null],
		['1', null, null],
		['1,', null, null],
		['1,2,3', null, null],
		['north,south', null, null],
		[{ lat: 1, lng: 2 }, null, null],
		[[1, 2], null, null],
	])('%j are read as %p and %p', (value, latitude, longitude) => {
		expect(coordinatesOf(value)).toEqual({ latitude, longitude });
	});
});

describe('objects', () => {
	it.each([
		[{}, true],
		[{ a: 1 }, true],
		[[], false],
		[null, false],
		['a', false],
		[undefined, false],
	])('%j is one: %p', (value, expected) => {
		expect(isRecord(value)).toBe(expected);
	});

	it('give their keys, and everything else gives none', () => {
		expect(keysOf({ name: 'Tom' })).toEqual({ name: 'Tom' });
		expect([keysOf(null), keysOf(['Tom']), keysOf('Tom')]).toEqual([{}, {}, {}]);
	});

	it('are picked out of a list', () => {
		expect(recordsIn([{ a: 1 }, null, 'x', [{ b: 2 }], { c: 3 }])).toEqual([{ a: 1 }, { c: 3 }]);
		expect(recordsIn({ a: 1 })).toEqual([]);
	});
});

describe('JSON', () => {
	it.each([
		['{"a":1}', { value: { a: 1 } }],
		['\uFEFF{"a":1}', { value: { a: 1 } }],
		['null', { value: null }],
		['{"a":', undefined],
		['', undefined],
	])('%j is parsed to %j', (text, parsed) => {
		expect(parseJson(text)).toEqual(parsed);
	});
});
