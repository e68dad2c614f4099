import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_OTHER_TOKEN,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { type Dict, http, type Reply } from '../support/bench';
import { Cloud } from './support';

const cloud = Cloud.use();

const orgs = (query: string, headers: Record<string, string>): Promise<Reply> =>
	http(`${cloud.bench.sandbox.url}${READYCLOUD_BASE}/orgs/${query}`, 'GET', undefined, headers);

describe('the access token', () => {
	it.each([
		['the header', '', { authorization: `Bearer ${READYCLOUD_TOKEN}` }, 200],
		['the header in lower case', '', { authorization: `bearer ${READYCLOUD_TOKEN}` }, 200],
		['the query', `?bearer_token=${READYCLOUD_TOKEN}`, {}, 200],
		['another scheme', '', { authorization: `Token ${READYCLOUD_TOKEN}` }, 401],
		['a wrong query', '?bearer_token=nobody', {}, 401],
		['nothing', '', {}, 401],
	])('in %s', async (_where, query, headers, status) => {
		expect((await orgs(query, { ...headers })).status).toBe(status);
	});

	it('in the header wins over the one in the query', async () => {
		const good = `?bearer_token=${READYCLOUD_TOKEN}`;
		expect((await orgs(good, { authorization: 'Bearer wrong' })).status).toBe(401);
		const bad = '?bearer_token=wrong';
		expect((await orgs(bad, { authorization: `Bearer ${READYCLOUD_TOKEN}` })).status).toBe(200);
	});

	it('may be a field of a form', async () => {
		const url = `${cloud.bench.sandbox.url}${READYCLOUD_BASE}/orgs/K7p/packaging/`;
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const body = `name=Mailer&bearer_token=${READYCLOUD_TOKEN}`;
		expect((await http(url, 'POST', body, type)).status).toBe(201);
		expect((await http(url, 'POST', 'name=Mailer', type)).status).toBe(401);
	});

	it('is asked for by a challenge, which says why', async () => {
		const missing = await cloud.api('GET', '/orgs/', undefined, null);
		expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="ReadyCloud"');
		const wrong = await cloud.api('GET', '/orgs/', undefined, 'wrong');
		expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"');
	});

	it.each([
		['detail', { detail: 'The access token is unknown or has expired.' }],
		[
			'oauth',
			{
				error: 'invalid_token',
				error_description: 'The access token is unknown or has expired.',
			},
		],
		['message', { error_message: 'The access token is unknown or has expired.' }],
	])('that is wrong is told in the form %s', async (errorForm, body) => {
		await cloud.settings({ errorForm });
		expect((await cloud.api('GET', '/orgs/', undefined, 'wrong')).json()).toEqual(body);
	});

	it('that is wrong is told in a page', async () => {
		await cloud.settings({ errorForm: 'html' });
		const reply = await cloud.api('GET', '/orgs/', undefined, 'wrong');
		expect([reply.status, reply.text.slice(0, 9)]).toEqual([401, '<!DOCTYPE']);
	});

	it('lasts until it is expired, and again once it is refreshed', async () => {
		await cloud.advance(86_400);
		expect((await cloud.api('GET', '/orgs/')).status).toBe(200);
		await cloud.control('POST', 'tokens/expire');
		expect((await cloud.api('GET', '/orgs/')).status).toBe(401);
		expect((await refresh()).json().expires_in).toBe(3600);
		expect((await cloud.api('GET', '/orgs/')).status).toBe(200);
	});

	it('can be a new one, of an app of its own', async () => {
		await cloud.control('POST', 'tokens', { access: 'a-new-token', client: 'a-new-app' });
		expect((await cloud.api('GET', '/orgs/', undefined, 'a-new-token')).status).toBe(200);
		expect((await cloud.api('GET', '/orgs/', undefined, READYCLOUD_OTHER_TOKEN)).status).toBe(200);
	});
});

function refresh(changes: Dict = {}): Promise<Reply> {
	const form = {
		grant_type: 'refresh_token',
		client_id: READYCLOUD_CLIENT_ID,
		client_secret: READYCLOUD_CLIENT_SECRET,
		refresh_token: READYCLOUD_REFRESH_TOKEN,
		...changes,
	};
	const url = `${cloud.bench.sandbox.url}/readycloud/api/v1/oauth2/token/`;
	const body = new URLSearchParams(form).toString();
	return http(url, 'POST', body, { 'content-type': 'application/x-www-form-urlencoded' });
}

describe('a refresh', () => {
	it('keeps the access token and hands out another refresh token', async () => {
		await cloud.control('POST', 'tokens/expire');
		expect((await cloud.api('GET', '/orgs/')).status).toBe(401);
		const first = await refresh();
		expect(first.status).toBe(200);
		expect(first.json()).toEqual({
			access_token: READYCLOUD_TOKEN,
			expires_in: 3600,
			token_type: 'bearer',
			refresh_token: expect.stringMatching(/^[0-9a-f]{32}$/),
		});
		expect((await cloud.api('GET', '/orgs/')).status).toBe(200);
		// The old one is used up.
		expect((await refresh()).status).toBe(400);
		const next = await refresh({ refresh_token: first.json().refresh_token });
		expect(next.status).toBe(200);
	});

	it('gives a new access token and keeps the refresh token when set so', async () => {
		await cloud.settings({ refreshKeepsAccess: false, refreshRotates: false });
		const { access_token, refresh_token } = (await refresh()).json();
		expect(refresh_token).toBe(READYCLOUD_REFRESH_TOKEN);
		expect(access_token).not.toBe(READYCLOUD_TOKEN);
		expect((await cloud.api('GET', '/orgs/')).status).toBe(401);
		expect((await cloud.api('GET', '/orgs/', undefined, String(access_token))).status).toBe(200);
	});

	it.each([
		[{ client_secret: 'wrong' }, 401, 'invalid_client'],
		[{ client_id: 'nobody' }, 401, 'invalid_client'],
		[{ refresh_token: 'wrong' }, 400, 'invalid_grant'],
		[{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
	])('with %j is refused', async (changes, status, error) => {
		const reply = await refresh(changes);
		expect(reply.status).toBe(status);
		expect(reply.json()).toEqual({ error, error_description: expect.any(String) });
	});
});
