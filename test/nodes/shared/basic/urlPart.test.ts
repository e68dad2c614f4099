import { urlPart } from '../../../../nodes/shared/basic/urlPart';

it.each([
	['A/B 1', 'A%2FB%201'],
	['\ud83d\ude00', '%F0%9F%98%80'],
	['T\ud83d', 'T%EF%BF%BD'],
	['\ude00', '%EF%BF%BD'],
])('%p is %p in a URL', (text, part) => {
	expect(urlPart(text)).toBe(part);
});
