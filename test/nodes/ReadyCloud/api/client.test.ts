import { type IDataObject, type INode, type JsonObject, NodeApiError } from 'n8n-workflow';

import { readyCloudClient, tokenless } from '../../../../nodes/ReadyCloud/api/client';
import type { ApiContext } from '../../../../nodes/shared/api/apiClient';
import { credentialError } from '../../../../nodes/shared/api/apiErrors';
import { mock, partly } from '../../../support/mock';

describe('a token that another process has renewed meanwhile', () => {
	const SPENT = { message: 'ReadyCloud did not renew it: invalid_grant', description: 'Check it.' };
	const node = partly<INode>({ name: 'ReadyCloud', type: 'readyCloud', parameters: {} });

	/** A client whose token cannot be renewed, beside what n8n has stored each time it is asked. */
	async function clientBeside(stored: IDataObject[], isRenewedNow: () => boolean) {
		let asked = 0;
		let sent = 0;
		const context = mock<ApiContext>({
			getNode: () => node,
			getCredentials: async () =>
				await Promise.resolve(stored[Math.min(asked++, stored.length - 1)]),
			helpers: {
				httpRequestWithAuthentication: async () => {
					await Promise.resolve();
					sent++;
					if (isRenewedNow()) return { statusCode: 200, body: { name: 'access-2' }, headers: {} };
					throw new NodeApiError(node, partly<JsonObject>(credentialError(SPENT)));
				},
			},
		});
		const client = await readyCloudClient(context);
		return { client, sent: () => sent, asked: () => asked };
	}

	const OLD: IDataObject = { accessToken: 'access-1-of-ten', refreshToken: 'refresh-1-of-ten' };
	const NEW: IDataObject = { accessToken: 'access-2-of-ten', refreshToken: 'refresh-2-of-ten' };

	it.each<[string, IDataObject[]]>([
		['at once', [OLD, NEW]],
		['a moment later', [OLD, OLD, NEW]],
	])('is taken from what n8n has stored %s', async (_when, stored) => {
		let tries = 0;
		const { client, sent } = await clientBeside(stored, () => ++tries > 1);
		expect(await client.request({ method: 'GET', path: '/orgs/' })).toEqual({ name: 'access-2' });
		expect(sent()).toBe(2);
	});

	it('is tried once: where that fails as well, its reason is told', async () => {
		const { client, sent } = await clientBeside([OLD, NEW], () => false);
		await expect(client.request({ method: 'GET', path: '/orgs/' })).rejects.toThrow(SPENT.message);
		expect(sent()).toBe(2);
	});

	it('is looked for in vain where nobody has renewed it', async () => {
		const { client, sent, asked } = await clientBeside([OLD], () => false);
		await expect(client.request({ method: 'GET', path: '/orgs/' })).rejects.toThrow(SPENT.message);
		expect([sent(), asked()]).toEqual([1, 5]);
	});
});

it.each([
	[
		'{"entity":"orders","token":"9f2c61","url":"/x/"}',
		'{"entity":"orders","token":"***","url":"/x/"}',
	],
	['{"token": "9f2c', '{"token": "***'],
	['url: /x/; token: 9f2c61; entity: orders', 'url: /x/; token: ***; entity: orders'],
	['/orgs/?bearer_token=9f2c61&limit=1', '/orgs/?bearer_token=***&limit=1'],
	[
		'remote_url: https://shop.example/h?key=s3cret, entity: orders; url: "https://u:p@a.example/?k=s',
		'remote_url: https://shop.example/h?key=***, entity: orders; url: "https://***@a.example/?k=***',
	],
	['The token has expired.', 'The token has expired.'],
	[null, null],
])('makes of %p %p', (text, shown) => {
	expect(tokenless(text)).toBe(shown);
});

it.each([
	[{ clientId: 'app' }, /has no Client Secret and no Refresh Token, so n8n cannot renew/],
	[{ clientId: 'app', refreshToken: 'refresh-1' }, /has no Client Secret, so n8n cannot renew/],
	[{}, /^Check the access token in the credential: it may have expired, /],
])('says of a refused token what renewing it lacks beside %j', async (fields, hint) => {
	const context = mock<ApiContext>({
		getNode: () => partly<INode>({ name: 'ReadyCloud', type: 'readyCloud', parameters: {} }),
		getCredentials: async () => await Promise.resolve({ accessToken: 'access-1', ...fields }),
		helpers: {
			httpRequestWithAuthentication: async () =>
				await Promise.resolve({ statusCode: 401, body: {}, headers: {} }),
		},
	});
	const client = await readyCloudClient(context);
	await expect(client.request({ method: 'GET', path: '/orgs/' })).rejects.toMatchObject({
		message: 'ReadyCloud does not accept the access token',
		description: expect.stringMatching(hint) as string,
	});
});
