import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { testCredential } from '../support/credentialTest';
import { type Asked, type Scripted, ScriptedServer } from '../support/scripted';

const SECRET = 'Regular-Key_0042';

interface Row {
	what: string;
	type: ICredentialType;
	/** The field with the secret that is tried, and the others. */
	field: string;
	others?: ICredentialDataDecryptedObject;
	/** The secret in a request, where it is sent in the first one. */
	sent?(asked: Asked): unknown;
	/** What the secret is called. */
	words: string;
}

const authorization = ({ headers }: Asked) => headers.authorization;
const RENEWABLE = {
	accessToken: 'access-1',
	clientId: 'the-app',
	clientSecret: 'the-app-secret',
	refreshToken: 'refresh-1',
};

const ROWS: Row[] = [
	{
		what: "Radaro's API key",
		type: new RadaroApi(),
		field: 'apiKey',
		others: { server: 1 },
		sent: ({ query }) => query.get('key'),
		words: 'API key in the Radaro credential',
	},
	{
		what: "Detrack's API key",
		type: new DetrackApi(),
		field: 'apiKey',
		sent: ({ headers }) => headers['x-api-key'],
		words: 'API key in the Detrack credential',
	},
	{
		what: "RoutiGo's API key",
		type: new RoutigoApi(),
		field: 'apiKey',
		others: { authentication: 'apiKey', token: '' },
		sent: ({ headers }) => headers['x-api-key'],
		words: 'API key in the RoutiGo credential',
	},
	{
		what: "RoutiGo's user token",
		type: new RoutigoApi(),
		field: 'token',
		others: { authentication: 'bearer', apiKey: '' },
		sent: (asked) => String(authorization(asked)).replace('Bearer ', ''),
		words: 'user token in the RoutiGo credential',
	},
	{
		what: "ReadyCloud's access token",
		type: new ReadyCloudApi(),
		field: 'accessToken',
		sent: (asked) => String(authorization(asked)).replace('Bearer ', ''),
		words: 'access token in the ReadyCloud credential',
	},
	...(
		[
			['clientId', 'Client ID'],
			['clientSecret', 'Client Secret'],
			['refreshToken', 'refresh token'],
		] as const
	).map(([field, label]) => ({
		what: `ReadyCloud's ${field}`,
		type: new ReadyCloudApi(),
		field,
		others: RENEWABLE,
		words: `${label} in the ReadyCloud credential`,
	})),
];

const answer: Scripted = { body: [] };
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => answer);
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.asked.length = 0;
});

describe.each(ROWS)('$what', ({ type, field, others, sent, words }) => {
	const tested = async (secret: string, baseUrl = server.url) =>
		await testCredential(type, { ...others, [field]: secret, baseUrl });

	it.each([
		['zero width spaces', '\u200b', '\u200b'],
		['a byte order mark', '\ufeff', ''],
		['no-break blanks', '\u00a0', '\u202f'],
		['direction marks', '\u200e', '\u200f'],
		['a soft hyphen and a word joiner', '\u00ad', '\u2060'],
		['line breaks and tabs', '\t\r\n', '\u2028\n'],
		['several at once', ' \ufeff\u200b', '\u00a0\u200d \n'],
	])('passes with %s around it', async (_what, before, after) => {
		expect(await tested(before + SECRET + after)).toBeNull();
		expect(server.asked).toHaveLength(1);
		if (sent !== undefined) expect(server.asked.map(sent)).toEqual([SECRET]);
	});

	it.each([
		['a zero width space', '\u200b', 'U+200B'],
		['a no-break blank', '\u00a0', 'U+00A0'],
		['a soft hyphen', '\u00ad', 'U+00AD'],
		['a line break', '\n', 'U+000A'],
	])('is refused in words with %s in its middle', async (_what, hidden, code) => {
		const sentence = await tested(SECRET.replace('_', hidden));
		expect(sentence).toBe(
			`The ${words} holds a character that cannot be seen (${code}). Delete all of it, and type it, or copy it again without what stands around it.`,
		);
		expect(server.asked).toEqual([]);
	});

	it('is refused in words with a letter that cannot be sent', async () => {
		const sentence = await tested(SECRET.replace('_', '–'));
		expect(sentence).toContain(`The ${words} holds a character that cannot be sent.`);
		expect(server.asked).toEqual([]);
	});

	it.each(['\u200b%s\ufeff', ' %s/\u00a0', '%s//\u2060'])(
		'finds the way with the base URL %j',
		async (baseUrl) => {
			expect(await tested(SECRET, baseUrl.replace('%s', server.url))).toBeNull();
			expect(server.asked[0]?.path).toMatch(/^\/[a-z]/);
		},
	);
});

it('sends nothing else than the secret, in what another node asks for', async () => {
	const asked = { url: 'https://acme.example/x', qs: { a: 1 }, headers: { accept: 'text/csv' } };
	for (const { type, field, others, sent } of ROWS) {
		const { authenticate } = type;
		if (typeof authenticate !== 'function') throw new Error('It should be a function.');
		const { url, qs, headers } = await authenticate({ ...others, [field]: SECRET }, asked);
		expect([url, qs, headers]).toEqual([
			asked.url,
			expect.objectContaining(asked.qs),
			expect.objectContaining(asked.headers),
		]);
		expect(Object.keys({ ...qs, ...headers }).length).toBe(3);
		expect(sent === undefined || JSON.stringify([qs, headers]).includes(SECRET)).toBe(true);
	}
	expect(asked).toEqual({
		url: 'https://acme.example/x',
		qs: { a: 1 },
		headers: { accept: 'text/csv' },
	});
});
