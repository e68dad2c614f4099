import { isWebPage, vendorText } from '../../../../nodes/shared/api/vendorText';

describe('the words in an answer', () => {
	it.each<[unknown, string | null]>([
		['  Too\n\theavy ', 'Too heavy'],
		['', null],
		[' ', null],
		[undefined, null],
		[null, null],
		[7, '7'],
		[false, 'false'],
		[{}, null],
		[[], null],
		[{ detail: 'Not found.' }, 'Not found.'],
		[{ error: 'invalid_grant', error_description: 'The code is used up.' }, 'The code is used up.'],
		[{ error_message: 'A', message: 'B' }, 'A'],
		[{ message: 'B', error: 'C' }, 'B'],
		[{ error: 'C' }, 'C'],
		[{ detail: ' ', message: 'B' }, 'B'],
		[{ message: 'Invalid', errors: { weight: ['Too heavy'] } }, 'Invalid; weight: Too heavy'],
		[{ errors: ['Too heavy', 'Too long'] }, 'Too heavy; Too long'],
		[
			{ weight: ['Too heavy', 'Too heavy'], length: ['Too long'] },
			'weight: Too heavy; length: Too long',
		],
		[{ weight: null, length: [] }, null],
		[
			{ boxes: [{ items: [{ quantity: ['Not a number.'] }] }] },
			'boxes: items: quantity: Not a number.',
		],
		[['A', { detail: 'B' }, 'A'], 'A; B'],
		[{ non_field_error: 'A' }, 'A'],
	])('%j are %j', (answer, words) => {
		expect(vendorText(answer)).toBe(words);
	});

	it.each([
		[
			'<html><head><title>Bad Gateway</title></head><body><h1>502</h1></body></html>',
			'Bad Gateway',
		],
		['<!doctype html><h1 class="x">Log in</h1>', 'Log in'],
		['<html><title> </title><body>x</body></html>', 'a web page without a title'],
	])('of the page %j are %j', (page, words) => {
		expect(vendorText(page)).toBe(words);
	});

	it('are cut where they are too long', () => {
		expect(vendorText('x'.repeat(500))).toBe('x'.repeat(500));
		expect(vendorText('x'.repeat(501))).toBe(`${'x'.repeat(500)}…`);
	});

	it('are not looked for without end', () => {
		const nested = (depth: number): unknown => (depth === 0 ? 'deep' : [nested(depth - 1)]);
		expect(vendorText(nested(8))).toBe('deep');
		expect(vendorText(nested(9))).toBeNull();
	});
});

it.each<[unknown, boolean]>([
	['<html>', true],
	['\n <!DOCTYPE html>', true],
	['<?xml version="1.0"?>', true],
	['<script>x</script>', true],
	['< 5 kg', false],
	['text', false],
	[{ html: '<html>' }, false],
	[undefined, false],
])('that %j is a web page is %p', (answer, isPage) => {
	expect(isWebPage(answer)).toBe(isPage);
});
