import { createVerify, generateKeyPairSync, randomUUID } from 'node:crypto';

import { z } from 'zod';

const SHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const claims = z.object({
	iss: z.string(),
	scope: z.string(),
	aud: z.literal('https://oauth2.googleapis.com/token'),
	exp: z.number(),
});
const request = z.union([
	z.object({
		grant_type: z.literal('urn:ietf:params:oauth:grant-type:jwt-bearer'),
		assertion: z.string(),
	}),
	z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);

/** Google's token endpoint, for one service account and one person who has signed in. */
export class GoogleTokens {
	readonly email = 'sheets@test-project.iam.gserviceaccount.com';
	readonly refreshToken = `refresh-${randomUUID()}`;
	readonly #keys = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	#valid = new Set<string>();

	get privateKey(): string {
		return this.#keys.privateKey;
	}

	/** A new access token that Sheets accepts. */
	issue(): string {
		const token = `access-${randomUUID()}`;
		this.#valid.add(token);
		return token;
	}

	/** Makes every access token given so far worthless, as an hour does. */
	expireAll(): void {
		this.#valid = new Set();
	}

	accepts(authorization: string | undefined): boolean {
		return this.#valid.has(authorization?.replace(/^Bearer /, '') ?? '');
	}

	/** Answers a token request, or undefined where Google refuses it. */
	exchange(form: unknown): object | undefined {
		const parsed = request.safeParse(form);
		if (!parsed.success || !this.#proves(parsed.data)) return undefined;
		const expiry = { token_type: 'Bearer', expires_in: 3599 };
		return { access_token: this.issue(), scope: SHEETS_SCOPE, ...expiry };
	}

	#proves(form: z.infer<typeof request>): boolean {
		if (form.grant_type === 'refresh_token') return form.refresh_token === this.refreshToken;
		const [head = '', body = '', signature = ''] = form.assertion.split('.');
		const check = createVerify('RSA-SHA256').update(`${head}.${body}`);
		if (!check.verify(this.#keys.publicKey, signature, 'base64url')) return false;
		const said = claims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
		if (!said.success) return false;
		return said.data.iss === this.email && said.data.scope.split(' ').includes(SHEETS_SCOPE);
	}
}
