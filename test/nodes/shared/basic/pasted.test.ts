import { hiddenIn, pastedOrNull } from '../../../../nodes/shared/basic/pasted';

it.each([
	['nothing', ''],
	['blanks', '  '],
	['a tab and line breaks', '\t\r\n\v\f'],
	['a NUL', '\u0000'],
	['a next line', '\u0085'],
	['a no-break space', '\u00a0'],
	['a soft hyphen', '\u00ad'],
	['a grapheme joiner', '\u034f'],
	['an Arabic letter mark', '\u061c'],
	['a Hangul filler', '\u3164'],
	['a Mongolian vowel separator', '\u180e'],
	['an em space', '\u2003'],
	['zero width space, non-joiner and joiner', '\u200b\u200c\u200d'],
	['direction marks', '\u200e\u200f'],
	['line and paragraph separators', '\u2028\u2029'],
	['direction embeddings', '\u202a\u202b\u202c\u202d\u202e'],
	['a narrow no-break space', '\u202f'],
	['a word joiner', '\u2060'],
	['direction isolates', '\u2066\u2067\u2068\u2069'],
	['an empty Braille cell', '\u2800'],
	['an ideographic space', '\u3000'],
	['a variation selector', '\ufe0f'],
	['a byte order mark', '\ufeff'],
	['a tag of a flag', '\u{e0067}'],
	['several of them', '\ufeff \u200b\n\u00a0'],
])('%s around a text is left out', (_what, around) => {
	expect(pastedOrNull(`${around}a-Key 9${around}`)).toBe('a-Key 9');
	expect(pastedOrNull(around)).toBeNull();
});

it.each([[undefined], [null], [7], [['a']], [{}]])('%p is no pasted text', (value) => {
	expect(pastedOrNull(value)).toBeNull();
});

it.each([
	['a\u200bb', 'U+200B'],
	['a\u00a0b\u200b', 'U+00A0'],
	['a\nb', 'U+000A'],
	['a\ufeffb', 'U+FEFF'],
	['a\u{e0067}b', 'U+E0067'],
])('in %j is something that cannot be seen: %s', (text, code) => {
	expect(hiddenIn(text)).toBe(code);
});

it.each(['', 'a-Key 9', ' two  blanks ', 'größe', '密码', '€', '“quoted”'])(
	'in %j is nothing that cannot be seen',
	(text) => {
		expect(hiddenIn(text)).toBeNull();
	},
);
