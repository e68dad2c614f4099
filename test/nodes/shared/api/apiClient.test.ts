import {
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INode,
	type INodeType,
	type JsonObject,
	NodeApiError,
} from 'n8n-workflow';

import {
	ApiClient,
	type ApiConnection,
	type ApiContext,
	isRefusal,
} from '../../../../nodes/shared/api/apiClient';
import { credentialError } from '../../../../nodes/shared/api/apiErrors';
import { Pacer } from '../../../../nodes/shared/api/pace';
import { isStream, readAnswer } from '../../../../nodes/shared/api/streams';
import { executeContext } from '../../../support/executeNode';
import { mock, partly } from '../../../support/mock';
import { type Asked, type Scripted, ScriptedServer } from '../../../support/scripted';

/** How long everybody slept, in seconds; nobody really does. */
let slept: number[] = [];
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => {
		slept.push(milliseconds / 1000);
		await new Promise(setImmediate);
	},
}));

const KEY = 'secret-key/of Acme';

const authenticate: IAuthenticate = async ({ apiKey }, request) => ({
	...request,
	headers: { ...request.headers, 'x-api-key': String(apiKey) },
});
const credentialType = partly<ICredentialType>({ name: 'acmeApi', properties: [], authenticate });
const node = partly<INodeType>({
	description: {
		displayName: 'Acme',
		name: 'acme',
		version: 1,
		properties: [],
		credentials: [{ name: 'acmeApi' }],
	},
});

let server: ScriptedServer;
let answer: (asked: Asked) => Scripted;
beforeAll(async () => {
	server = await ScriptedServer.start((asked) => answer(asked));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.asked.length = 0;
	slept = [];
});

const connectionTo = (baseUrl: string, change: Partial<ApiConnection> = {}): ApiConnection => ({
	vendor: { name: 'Acme', keyHint: 'Check the key.', urlHint: 'check the URL', advice: [] },
	credential: 'acmeApi',
	baseUrl,
	secrets: [KEY],
	timeoutSeconds: 60,
	longestWaitSeconds: 60,
	...change,
});

/** A client in n8n's own context, with its request helper. */
function clientOf(change: Partial<ApiConnection> = {}): ApiClient {
	const credential: ICredentialDataDecryptedObject = { apiKey: 'secret-key' };
	const { context } = executeContext({ node, credentialType, credential, parameters: {} });
	return new ApiClient(context, connectionTo(server.url, change));
}

const GET = { method: 'GET', path: '/jobs' } as const;

async function errorOf(request: Promise<unknown>): Promise<NodeApiError> {
	const error: unknown = await request.catch((reason: unknown) => reason);
	if (error instanceof NodeApiError) return error;
	throw new Error('There was no NodeApiError.');
}

describe('a request', () => {
	it('goes with query, body and key, and gives the body of a good answer', async () => {
		answer = () => ({ status: 201, body: { id: 7 } });
		const request = { method: 'POST', path: '/jobs', query: { page: 2 }, body: { a: 1 } } as const;
		expect(await clientOf().request(request)).toEqual({ id: 7 });
		expect(server.asked).toHaveLength(1);
		expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/jobs', body: { a: 1 } });
		expect(server.asked[0]?.query.toString()).toBe('page=2');
		expect(server.asked[0]?.headers['x-api-key']).toBe('secret-key');
	});

	it.each<[string, Scripted]>([
		['no content', { status: 204 }],
		['an empty text', { body: '' }],
		['null', { body: null }],
	])('that is answered with %s gives undefined', async (_what, scripted) => {
		answer = () => scripted;
		expect(await clientOf().request(GET)).toBeUndefined();
	});

	it.each<[string, string, unknown]>([
		['a number beyond 2^53 as a text', '[9007199254740993, 7.5]', ['9007199254740993', 7.5]],
		['JSON behind a byte order mark', '\uFEFF{"id": 7}', { id: 7 }],
		['words', 'Done.', 'Done.'],
		['JSON that breaks off', '{"id": 9007199254740993', '{"id": 9007199254740993'],
	])('gives %s', async (_what, body, expected) => {
		answer = () => ({ body });
		expect(await clientOf().request(GET)).toEqual(expected);
	});

	it('for a whole URL goes without the key, unless it is said to need it', async () => {
		answer = () => ({ body: {} });
		const url = `${server.url}/elsewhere`;
		await clientOf().request({ method: 'GET', path: '', url });
		await clientOf().request({ method: 'GET', path: '', url, withKey: true });
		expect(server.asked.map(({ path, headers }) => [path, headers['x-api-key']])).toEqual([
			['/elsewhere', undefined],
			['/elsewhere', 'secret-key'],
		]);
	});

	it('does not follow a redirect, which would make a GET of a POST', async () => {
		answer = () => ({ status: 302, headers: { location: `${server.url}/log-in` } });
		const { message, description, httpCode } = await errorOf(
			clientOf().request({ method: 'POST', path: '/jobs' }),
		);
		expect([message, description, httpCode]).toEqual([
			'Acme does not know this address; check the URL',
			`The address was at ${server.url}. Acme gives no reason. (HTTP status 302)`,
			'302',
		]);
		expect(server.asked).toHaveLength(1);
	});

	it('that is refused is an error with words for what was sent and what was asked for', async () => {
		answer = ({ path }) => ({ status: path === '/jobs/7' ? 404 : 400, body: { detail: 'No.' } });
		const update = { method: 'PUT', path: '/jobs', subject: 'job "7"' } as const;
		expect((await errorOf(clientOf().request(update))).message).toBe(
			'Acme did not accept job "7": No.',
		);
		const get = { method: 'GET', path: '/jobs/7', wanted: 'job "7"' } as const;
		expect((await errorOf(clientOf().request(get))).message).toBe('Acme has no job "7"');
	});

	it('that is refused keeps the words in which n8n sees the code of an error of its own', async () => {
		answer = () => ({ status: 409, body: { detail: 'There is a preexisting order.' } });
		const { message } = await errorOf(clientOf().request({ ...GET, subject: 'order "7"' }));
		expect(message).toBe('Acme did not accept order "7": There is a preexisting order.');
	});

	it('waits for its turn, where the vendor limits requests a minute', async () => {
		answer = () => ({ body: {} });
		const waits: number[] = [];
		let now = 0;
		const pacer = new Pacer(
			1,
			() => now,
			async (milliseconds) => {
				waits.push(milliseconds);
				now += milliseconds;
				await Promise.resolve();
			},
		);
		const client = clientOf({ pacer });
		await client.request(GET);
		await client.request(GET);
		expect(waits).toEqual([61_000]);
	});
});

describe('a request without an answer', () => {
	const UNSURE = 'Whether it did what was asked is not known.';

	it('because the connection was cut is not sent again', async () => {
		answer = () => ({ lost: 'cut' });
		const { message, description, httpCode } = await errorOf(clientOf().request(GET));
		expect([message, description, httpCode]).toEqual([
			'The connection to Acme broke before an answer came',
			`${UNSURE} Try again, and look the result up in Acme if it must not happen twice.`,
			null,
		]);
		expect(server.asked).toHaveLength(1);
	});

	it('within the seconds that are allowed is not sent again', async () => {
		answer = () => ({ lost: 'silent' });
		const { message, description } = await errorOf(clientOf({ timeoutSeconds: 0.2 }).request(GET));
		expect([message, description]).toEqual([
			'Acme did not answer within 0.2 seconds',
			`${UNSURE} Try again, or allow more time under Options → Timeout.`,
		]);
		expect(server.asked).toHaveLength(1);
	});

	it('because nobody listens there', async () => {
		const client = clientOf({ baseUrl: 'http://127.0.0.1:9' });
		const { message, description } = await errorOf(client.request(GET));
		expect([message, description]).toEqual([
			'Acme cannot be reached; check the URL',
			'There is no way from n8n to http://127.0.0.1:9. Check the connection and any proxy.',
		]);
	});

	it('is an error that is given, not thrown, by send', async () => {
		answer = () => ({ lost: 'cut' });
		expect(await clientOf().send(GET)).toBeInstanceOf(NodeApiError);
	});

	it('because of the server itself (5xx) is not sent again either', async () => {
		answer = () => ({ status: 503 });
		expect((await errorOf(clientOf().request(GET))).message).toBe(
			'Acme is not able to answer right now',
		);
		expect(server.asked).toHaveLength(1);
		expect(slept).toEqual([]);
	});
});

describe('too many requests', () => {
	/** Answers so many times that there are too many. */
	const limited = (times: number, headers: Record<string, string> = {}) => {
		answer = () => (server.asked.length <= times ? { status: 429, headers } : { body: { id: 7 } });
	};

	it('for a moment are none: it is sent again after growing pauses', async () => {
		limited(3);
		expect(await clientOf().request(GET)).toEqual({ id: 7 });
		expect(slept).toEqual([1, 2, 4]);
	});

	it('are waited for as long as the vendor asks', async () => {
		limited(1, { 'retry-after': '17' });
		expect(await clientOf().request(GET)).toEqual({ id: 7 });
		expect(slept).toEqual([17]);
	});

	it('are told after the wait that is allowed', async () => {
		limited(Infinity);
		const { message, description } = await errorOf(
			clientOf({ longestWaitSeconds: 10 }).request(GET),
		);
		expect(message).toBe('Acme is getting too many requests');
		expect(description).toBe(
			'Try again in a minute. Options → Wait When Busy was used up after 10 seconds. Acme gives no reason. (HTTP status 429)',
		);
		expect(slept).toEqual([1, 2, 4, 3]);
		expect(server.asked).toHaveLength(5);
	});

	it('are told at once where the vendor asks for more than is allowed', async () => {
		limited(Infinity, { 'retry-after': '61' });
		expect((await errorOf(clientOf().request(GET))).description).toBe(
			'Try again in 61 seconds. Acme gives no reason. (HTTP status 429)',
		);
		expect(slept).toEqual([]);
	});

	it('are told at once where nothing may be waited', async () => {
		limited(Infinity);
		expect((await errorOf(clientOf({ longestWaitSeconds: 0 }).request(GET))).message).toBe(
			'Acme is getting too many requests',
		);
		expect(server.asked).toHaveLength(1);
	});
});

describe('a secret', () => {
	const link = `https://acme.example/jobs?key=${encodeURIComponent(KEY)}`;

	it('is masked in answers, and in texts and descriptions of errors', async () => {
		answer = () => ({ body: { next: link, [KEY]: [KEY] } });
		expect(await clientOf().request(GET)).toEqual({
			next: 'https://acme.example/jobs?key=***',
			'***': ['***'],
		});
		answer = () => ({ status: 400, body: { detail: `No, ${KEY}: ${link}` } });
		const error = await errorOf(clientOf().request(GET));
		expect(error.message).toBe(
			'Acme did not accept this request: No, ***: https://acme.example/jobs?key=***',
		);
		expect(error.cause).toBeUndefined();
	});

	it('that answers hold for a purpose is masked in errors alone', async () => {
		const client = clientOf({ hiddenInErrors: ['token-of-webhook'] });
		answer = () => ({ body: { token: 'token-of-webhook' } });
		expect(await client.request(GET)).toEqual({ token: 'token-of-webhook' });
		answer = () => ({ status: 400, body: 'token-of-webhook?' });
		expect((await errorOf(client.request(GET))).message).toBe(
			'Acme did not accept this request: ***?',
		);
	});
});

describe('a file', () => {
	const file = { method: 'GET', path: '/file', isFile: true } as const;

	it('is a stream, with headers beside it', async () => {
		answer = () => ({ body: '%PDF-1.7', headers: { 'X-Name': 'a.pdf' } });
		const given = await clientOf().send(file);
		if (given instanceof NodeApiError) throw given;
		expect(given.headers).toMatchObject({ 'x-name': 'a.pdf' });
		if (!isStream(given.body)) throw new Error('It is no stream.');
		expect(await readAnswer(given.body)).toBe('%PDF-1.7');
	});

	it('that is refused is told in words', async () => {
		answer = () => ({ status: 404, body: { detail: `No file, ${KEY}` } });
		expect(await clientOf().send(file)).toMatchObject({
			status: 404,
			body: { detail: 'No file, ***' },
		});
	});
});

describe('a credential that renews itself', () => {
	it('is tried once more, twice by n8n, and then refused', async () => {
		answer = () => ({ status: 401, body: { detail: `Expired: ${KEY}` } });
		const { message, description } = await errorOf(clientOf({ isRenewable: true }).request(GET));
		expect([message, description]).toEqual([
			'Acme does not accept the API key',
			'Check the key. Acme says: Expired: *** (HTTP status 401)',
		]);
		expect(server.asked).toHaveLength(3);
	});

	it('is renewed by n8n for a refusal, and then answered', async () => {
		answer = () =>
			server.asked.length < 3 ? { status: 401 } : { body: '{"id": 9007199254740993}' };
		expect(await clientOf({ isRenewable: true }).request(GET)).toEqual({ id: '9007199254740993' });
	});

	/** A client whose request fails as n8n's helper lets the credential's own error fail it. */
	const failing = (isRenewable: boolean) => {
		const acme = partly<INode>({ name: 'Acme', type: 'acme', parameters: {} });
		const reason = { message: `The token ${KEY} has expired.`, description: 'Check the app.' };
		const context = mock<ApiContext>({
			getNode: () => acme,
			helpers: {
				httpRequestWithAuthentication: async () => {
					await Promise.resolve();
					throw new NodeApiError(acme, partly<JsonObject>(credentialError(reason)));
				},
			},
		});
		return new ApiClient(context, connectionTo('https://acme.example', { isRenewable }));
	};

	it.each([true, false])('says what is wrong with it, in two parts (%p)', async (isRenewable) => {
		const { message, description } = await errorOf(failing(isRenewable).request(GET));
		expect([message, description]).toEqual(['The token *** has expired.', 'Check the app.']);
	});
});

it.each<[number, unknown, boolean]>([
	[199, {}, true],
	[200, {}, false],
	[204, undefined, false],
	[299, 'ok', false],
	[300, {}, true],
	[404, {}, true],
	[200, '<html>', true],
])('that %i with %j is a refusal is %p', (status, body, expected) => {
	expect(isRefusal({ status, body, retryAfter: null })).toBe(expected);
});
