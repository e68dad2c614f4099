import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { testCredential } from '../support/credentialTest';
import { type Scripted, ScriptedServer } from '../support/scripted';

/** What stands between n8n and a service must not count as the service, nor get its key. */
let answer: Scripted = {};
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => answer);
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

const KEY = 'a-long-enough-key';

const CREDENTIALS: Array<[string, ICredentialType, ICredentialDataDecryptedObject]> = [
	['Detrack', new DetrackApi(), { apiKey: KEY }],
	['Radaro', new RadaroApi(), { server: 1, apiKey: KEY }],
	['ReadyCloud', new ReadyCloudApi(), { accessToken: KEY }],
	['RoutiGo', new RoutigoApi(), { authentication: 'apiKey', apiKey: KEY }],
];

describe.each(CREDENTIALS)("n8n's test of the %s credential", (name, type, fields) => {
	const test = async (given: Scripted) => {
		answer = given;
		return await testCredential(type, { ...fields, baseUrl: server.url });
	};

	it.each([301, 302, 303, 307, 308])('follows no redirect with %i', async (status) => {
		const location = `${server.url}/elsewhere`;
		expect(await test({ status, headers: { location } })).toBe(
			`${name} was not reached: this base URL leads elsewhere. Check it in the credential.`,
		);
		expect(server.asked).toHaveLength(1);
	});

	it.each([
		'<!doctype html><title>Log in</title>',
		'<html><body>Log in</body></html>',
		'\r\n\t <!-- proxy --><html>',
	])('takes no web page for a success: %j', async (body) => {
		const page = { status: 200, headers: { 'content-type': 'text/html' }, body };
		expect(await test(page)).toBe(
			`A web page answered instead of ${name}, such as that of a proxy or a log-in. Check the base URL in the credential.`,
		);
	});

	it.each<Scripted>([
		{ status: 200, body: [] },
		{ status: 200, body: [{ id: '<b>' }] },
		{ status: 200, body: { count: 0, results: [] } },
		{ status: 204 },
	])('passes with %j', async (given) => {
		expect(await test(given)).toBeNull();
	});
});
