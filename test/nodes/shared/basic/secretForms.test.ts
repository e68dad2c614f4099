import fc from 'fast-check';

import { mask } from '../../../../nodes/shared/basic/secrets';

/** A key with all that encoders treat in ways of their own. */
const SECRET = 'k/y+é "q" (1)&=~';

describe('a secret is masked', () => {
	it.each([
		['as it is', `<${SECRET}>`, '<***>'],
		['in a URL', '<k%2Fy%2B%C3%A9%20%22q%22%20(1)%26%3D~>', '<***>'],
		['in a URL with small digits', '<k%2fy%2b%c3%a9%20%22q%22%20(1)%26%3d~>', '<***>'],
		['in a URL, strictly', '<k%2Fy%2B%C3%A9%20%22q%22%20%281%29%26%3D~>', '<***>'],
		['in a form', '<k%2Fy%2B%C3%A9+%22q%22+%281%29%26%3D%7E>', '<***>'],
		['in a form with small digits', '<k%2fy%2b%c3%a9+%22q%22+%281%29%26%3d%7e>', '<***>'],
		['twice in a URL', '<k%252Fy%252B%25C3%25A9%2520%2522q%2522%2520(1)%2526%253D~>', '<***>'],
		[
			'twice in a URL with small digits',
			'<k%252fy%252b%25c3%25a9%2520%2522q%2522%2520(1)%2526%253d~>',
			'<***>',
		],
		['in JSON', '<k/y+é \\"q\\" (1)&=~>', '<***>'],
		['in JSON with escaped slashes', '<k\\/y+é \\"q\\" (1)&=~>', '<***>'],
		['in JSON of ASCII', '<k\\/y+\\u00e9 \\"q\\" (1)&=~>', '<***>'],
		['in JSON within JSON', '<k/y+é \\\\\\"q\\\\\\" (1)&=~>', '<***>'],
	])('%s', (_where, text, masked) => {
		expect(mask(text, [SECRET])).toBe(masked);
	});

	/** Made with the program base64. */
	it.each([
		['as base64', 'sk_live>>>???', '<c2tfbGl2ZT4+Pj8/Pw==>', '<***>'],
		['as base64 without padding', 'sk_live>>>???', '<c2tfbGl2ZT4+Pj8/Pw>', '<***>'],
		['as base64 for URLs', 'sk_live>>>???', '<c2tfbGl2ZT4-Pj8_Pw==>', '<***>'],
		['as base64 in a URL', 'sk_live>>>???', '<c2tfbGl2ZT4%2BPj8%2FPw%3D%3D>', '<***>'],
		['behind a user of 3 letters', 'sk_live>>>???', '<YW5uOnNrX2xpdmU+Pj4/Pz8=', '<YW5uOn***'],
		['behind a user of 4 letters', 'sk_live>>>???', '<YW5uYTpza19saXZlPj4+Pz8/', '<YW5uYTp***'],
		[
			'behind a user of 5 letters',
			'sk_live>>>???',
			'<YW5uaWU6c2tfbGl2ZT4+Pj8/Pw==',
			'<YW5uaWU6***',
		],
	])('%s', (_where, secret, text, masked) => {
		expect(mask(text, [secret])).toBe(masked);
	});

	it('in every form of every secret, whatever stands around it', () => {
		const secrets = fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' });
		fc.assert(
			fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
				const encode = encodeURIComponent;
				fc.pre(secret.isWellFormed() && secret.length >= 8 && !/[<>]/.test(secret));
				for (const form of [
					secret,
					encode(secret),
					encode(encode(secret)),
					new URLSearchParams({ a: secret }).toString().slice(2),
					JSON.stringify(secret).slice(1, -1),
					Buffer.from(secret).toString('base64'),
					Buffer.from(secret).toString('base64url'),
				]) {
					const text = mask(`${before}<${form}>${after}`, [secret]);
					expect(text).toContain('<***>');
				}
				const basic = Buffer.from(`${before}:${secret}`).toString('base64');
				// What is left is shared with the user name, or too short to tell anything.
				expect(mask(basic, [secret]).length).toBeLessThanOrEqual(basic.length - 7);
				expect(mask(basic, [secret])).toContain('***');
			}),
			{ numRuns: 200 },
		);
	});
});

it('the forms of a short secret mask nothing', () => {
	const text = 'order orders b3JkZXI= %6frder';
	expect(mask(text, ['order'])).toBe(text);
});
