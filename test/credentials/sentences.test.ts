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

interface Row {
	name: string;
	type: ICredentialType;
	fields: ICredentialDataDecryptedObject;
	/** What proves a call, and where to look when an address is wrong. */
	key: string;
	urlHint: string;
	/** Beginnings of what is said about a wrong key, and about too few rights. */
	wrong: string;
	rights: string;
}

const OTHER_SERVER = (end: string, own = "check n8n's way to the internet") =>
	`${own}; with "Use Another Server" on, check Base URL in the credential: it must end ${end}`;

const CREDENTIALS: Row[] = [
	{
		name: 'Detrack',
		type: new DetrackApi(),
		fields: { apiKey: KEY },
		key: 'API key',
		urlHint: OTHER_SERVER('in /api/v2'),
		wrong: "Check the API key in the credential. It stands in Detrack's dashboard under ",
		rights: 'Detrack does not accept the API key. ',
	},
	{
		name: 'Radaro',
		type: new RadaroApi(),
		fields: { server: 1, apiKey: KEY },
		key: 'API key',
		urlHint: OTHER_SERVER('before /api', 'check the server number in the credential'),
		wrong:
			'Check the API key in the credential, and its server number unless "Use Another Server" is on. ',
		rights: 'Radaro does not accept the API key. ',
	},
	{
		name: 'ReadyCloud',
		type: new ReadyCloudApi(),
		fields: { accessToken: KEY },
		key: 'access token',
		urlHint: OTHER_SERVER('in /api/v2'),
		wrong: 'Check the access token in the credential: it may have expired, ',
		rights: 'ReadyCloud gives no access to organizations with this access token. ',
	},
	{
		name: 'RoutiGo',
		type: new RoutigoApi(),
		fields: { authentication: 'apiKey', apiKey: KEY },
		key: 'API key or token',
		urlHint: OTHER_SERVER('in /api'),
		wrong: 'Check the API key or token in the credential. ',
		rights: 'RoutiGo does not allow this with the API key or token. The key is known, ',
	},
];

describe.each(CREDENTIALS)("n8n's test of the $name credential", (row) => {
	const { name, type, fields, key, urlHint } = row;
	const test = async (given: Scripted) => {
		answer = given;
		return await testCredential(type, { ...fields, baseUrl: server.url });
	};

	it.each([301, 302, 303, 307, 308])('follows no redirect with %i', async (status) => {
		const location = `${server.url}/elsewhere`;
		expect(await test({ status, headers: { location } })).toBe(
			`${name} was not reached: this address leads elsewhere; ${urlHint}.`,
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
			`${name} answered with a web page instead of data. A proxy or a log-in page may stand in between; ${urlHint}.`,
		);
	});

	it.each(['OK', 'It works!', 'hello'])('takes no other text for a success: %j', async (body) => {
		expect(await test({ status: 200, headers: { 'content-type': 'text/plain' }, body })).toBe(
			`Something else than ${name} answered; ${urlHint}.`,
		);
	});

	it('says what a wrong key is, and too few rights', async () => {
		const wrong = await test({ status: 401, body: { detail: 'No.' } });
		expect(wrong).toMatch(`${name} does not accept the ${key}. ${row.wrong}`);
		expect(await test({ status: 403 })).toMatch(row.rights);
	});

	it.each([400, 422])('says that its request is refused with %i', async (status) => {
		expect(await test({ status })).toBe(
			(await test({ status: 401 }))?.replace(/^.*?\. /, `${name} did not accept this request. `),
		);
	});

	it.each([404, 405, 410])('says that another server answers with %i', async (status) => {
		expect(await test({ status, body: 'plain text' })).toBe(
			`${name} does not know this address; ${urlHint}.`,
		);
	});

	it.each([
		[429, 'is getting too many requests. Try again in a minute.'],
		[500, 'is not able to answer right now. Try again later.'],
		[502, 'is not able to answer right now. Try again later.'],
		[503, 'is not able to answer right now. Try again later.'],
		[521, 'is not able to answer right now. Try again later.'],
	])('tells %i in words', async (status, words) => {
		expect(await test({ status, body: 'plain text' })).toBe(`${name} ${words}`);
	});

	it.each([
		'acme',
		'acme.example/api',
		'ftp://acme.example',
		'https://',
		'https://u:p@acme.example',
	])('says that %j is no web address, and asks nobody', async (baseUrl) => {
		expect(await testCredential(type, { ...fields, baseUrl })).toBe(
			`The base URL in the ${name} credential is not a web address. It must begin with https://, or with http:// on this computer, and hold only the host and, if any, a path. Switch off "Use Another Server" to use ${name}'s own address.`,
		);
	});

	it.each(['', ' \u200b'])(
		'says that no base URL is entered (%j), and asks nobody, not even the service',
		async (baseUrl) => {
			const given = { ...fields, useOtherServer: true, baseUrl };
			expect(await testCredential(type, given)).toBe(
				`Base URL is empty. Enter one in the ${name} credential, or switch off "Use Another Server" there to use ${name}'s own address.`,
			);
			expect(server.asked).toEqual([]);
		},
	);

	it.each<Scripted>([
		{ status: 200, body: [] },
		{ status: 200, body: [{ id: '<b>' }] },
		{ status: 200, body: { count: 0, results: [] } },
		{ status: 204 },
	])('passes with %j', async (given) => {
		expect(await test(given)).toBeNull();
	});
});

it.each([
	[{ server: 0 }, 'The server number in the Radaro credential must be a whole number'],
	[{ server: 1.5 }, 'The server number in the Radaro credential must be a whole number'],
	[{ server: 1, jobPath: 'https://x/' }, 'The job path in the Radaro credential is not a path'],
])("n8n's test of the Radaro credential tells of %j", async (fields, sentence) => {
	expect(await testCredential(new RadaroApi(), { apiKey: KEY, ...fields })).toMatch(sentence);
});

it.each([
	[{ clientId: 'app' }, 'Client Secret and no Refresh Token', 'both'],
	[{ clientId: 'app', refreshToken: 'refresh-1' }, 'Client Secret', 'it'],
	[{ clientSecret: 'a-secret', refreshToken: 'refresh-1' }, 'Client ID', 'it'],
	[{ clientId: 'app', clientSecret: 'a-secret' }, 'Refresh Token', 'it'],
])(
	"n8n's test of the ReadyCloud credential says what is missing beside %j",
	async (fields, missing, it) => {
		const given = { accessToken: KEY, ...fields, baseUrl: server.url };
		expect(await testCredential(new ReadyCloudApi(), given)).toBe(
			`The ReadyCloud credential has no ${missing}, so n8n cannot renew its access token. Enter ${it} in the credential, or leave Client ID, Client Secret and Refresh Token empty.`,
		);
	},
);
