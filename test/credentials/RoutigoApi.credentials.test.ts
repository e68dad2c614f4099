import type { IHttpRequestOptions } from 'n8n-workflow';

import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { testCredential } from '../support/credentialTest';
import { type Scripted, ScriptedServer } from '../support/scripted';

const KEY = 'regular-key';
const TOKEN = 'eyJh.eyJz.sig';

async function sent(
	credential: Record<string, string>,
	request: Partial<IHttpRequestOptions> = {},
) {
	const { authenticate } = new RoutigoApi();
	if (typeof authenticate !== 'function') throw new Error('It should be a function.');
	return await authenticate(credential, { url: 'https://api.routigo.com/api/x', ...request });
}

it('sends an API key in a header of its own, and nothing else', async () => {
	const { headers } = await sent({ authentication: 'apiKey', apiKey: ` ${KEY}\n`, token: TOKEN });
	expect(headers).toEqual({ 'X-API-KEY': KEY });
});

it('sends a user token as a bearer token, and nothing else', async () => {
	const { headers } = await sent({ authentication: 'bearer', apiKey: KEY, token: ` ${TOKEN}` });
	expect(headers).toEqual({ Authorization: `Bearer ${TOKEN}` });
});

it('keeps what a request has', async () => {
	const request = await sent(
		{ authentication: 'apiKey', apiKey: KEY },
		{ headers: { accept: 'text/plain' }, qs: { event: 'TOUR_PLANNED' } },
	);
	expect(request).toEqual({
		url: 'https://api.routigo.com/api/x',
		headers: { accept: 'text/plain', 'X-API-KEY': KEY },
		qs: { event: 'TOUR_PLANNED' },
	});
});

describe("n8n's test of the credential", () => {
	let answer: Scripted = {};
	let server: ScriptedServer;
	beforeAll(async () => {
		server = await ScriptedServer.start(() => answer);
	});
	afterAll(async () => await server.stop());

	async function test(given: Scripted): Promise<string | null> {
		answer = given;
		const baseUrl = `${server.url}/api/`;
		const credential = { authentication: 'apiKey', apiKey: KEY, baseUrl };
		return await testCredential(new RoutigoApi(), credential);
	}

	it.each<Scripted>([
		{ status: 200, body: [] },
		{ status: 200, body: [{ id: 'x' }] },
		{ status: 204 },
	])('passes with %j', async (given) => {
		expect(await test(given)).toBeNull();
		const { method, path, headers } = server.asked.at(-1) ?? {};
		expect([method, path, headers?.['x-api-key']]).toEqual(['GET', '/api/v2/webhooks', KEY]);
	});

	it.each([
		[401, 'RoutiGo does not accept the API key or token. Check the API key or token in the'],
		[403, 'RoutiGo does not allow this with the API key or token. The key is known, but'],
	])('tells with %p: %s', async (status, sentence) => {
		expect(await test({ status, body: 'plain text' })).toContain(sentence);
	});
});
