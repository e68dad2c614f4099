import {
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INode,
	type JsonObject,
	NodeApiError,
} from 'n8n-workflow';

import { renewReadyCloudToken } from '../../../../nodes/ReadyCloud/credential/renewal';
import { explainCredential } from '../../../../nodes/shared/api/apiErrors';
import { partly } from '../../../support/mock';

interface Said {
	statusCode: number;
	body?: unknown;
}

/** A ReadyCloud with one app: which access tokens work there, and what a refresh token gives. */
class Service {
	readonly baseUrl: string;
	working = new Set<string>();
	successors = new Map<string, [access: string, refresh: string | undefined]>();
	readonly asked: IHttpRequestOptions[] = [];
	/** Answers in place of the service's own, by the method of the request. */
	odd = new Map<string, () => Said>();
	static #count = 0;

	constructor() {
		// What was learned of one service must not count for the next.
		this.baseUrl = `https://readycloud-${Service.#count++}.example/api/v2`;
	}

	readonly httpRequest = async (request: IHttpRequestOptions): Promise<Said> => {
		this.asked.push(request);
		await Promise.resolve();
		const odd = this.odd.get(request.method ?? 'GET');
		if (odd !== undefined) return odd();
		if (request.method === 'GET') {
			const token = String(request.headers?.authorization).replace('Bearer ', '');
			return { statusCode: this.working.has(token) ? 200 : 401, body: {} };
		}
		return this.#refresh(new URLSearchParams(String(request.body)));
	};

	#refresh(form: URLSearchParams): Said {
		const spent = form.get('refresh_token') ?? '';
		const next = this.successors.get(spent);
		if (form.get('client_secret') !== 'the-app-secret') {
			return { statusCode: 401, body: { error: 'invalid_client' } };
		}
		if (next === undefined) {
			const body = {
				error: 'invalid_grant',
				error_description: `Refresh token ${spent} is used up.`,
			};
			return { statusCode: 400, body };
		}
		const [access_token, refresh_token] = next;
		if (refresh_token !== spent && refresh_token !== undefined) this.successors.delete(spent);
		this.working.add(access_token);
		return { statusCode: 200, body: { access_token, refresh_token, expires_in: 3600 } };
	}

	async renew(changes: ICredentialDataDecryptedObject = {}) {
		return await renewReadyCloudToken(this.httpRequest, {
			accessToken: 'access-1',
			clientId: 'the-app',
			clientSecret: 'the-app-secret',
			refreshToken: 'refresh-1',
			baseUrl: this.baseUrl,
			renewal: 'in use',
			...changes,
		});
	}

	get methods(): string[] {
		return this.asked.map(({ method }) => method ?? '');
	}
}

let service: Service;
beforeEach(() => {
	service = new Service();
	service.successors.set('refresh-1', ['access-2', 'refresh-2']);
});

const IN_USE = { renewal: 'in use' };
const SECOND = { ...IN_USE, accessToken: 'access-2', refreshToken: 'refresh-2' };

describe('nothing is asked', () => {
	it.each<[string, ICredentialDataDecryptedObject]>([
		['before the first use', { renewal: '' }],
		['by a credential of an older version', { renewal: undefined as unknown as string }],
		['without a refresh token', { refreshToken: '' }],
		['without a Client ID', { clientId: ' ' }],
		['without a Client Secret', { clientSecret: '' }],
	])('%s', async (_what, changes) => {
		expect(await service.renew(changes)).toEqual(IN_USE);
		expect(service.asked).toEqual([]);
	});
});

describe('a token', () => {
	it('that still works is left alone', async () => {
		service.working.add('access-1');
		expect(await service.renew()).toEqual(IN_USE);
		expect(service.methods).toEqual(['GET']);
	});

	it('that has expired is renewed, by the address and the form of the vendor', async () => {
		expect(await service.renew()).toEqual(SECOND);
		const [, request] = service.asked;
		expect(request?.url).toBe(`${service.baseUrl.replace('/api/v2', '')}/api/v1/oauth2/token/`);
		expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({
			grant_type: 'refresh_token',
			client_id: 'the-app',
			client_secret: 'the-app-secret',
			refresh_token: 'refresh-1',
		});
	});

	it('may be kept by the renewal', async () => {
		service.successors.set('refresh-1', ['access-1', 'refresh-2']);
		expect(await service.renew()).toEqual({
			...IN_USE,
			accessToken: 'access-1',
			refreshToken: 'refresh-2',
		});
	});

	it('keeps its refresh token where the answer has none, and is renewed by it again', async () => {
		service.successors.set('refresh-1', ['access-2', undefined]);
		const renewed = { ...IN_USE, accessToken: 'access-2', refreshToken: 'refresh-1' };
		expect(await service.renew()).toEqual(renewed);
		service.working.clear();
		expect(await service.renew({ accessToken: 'access-2' })).toEqual(renewed);
		expect(service.methods.filter((method) => method === 'POST')).toHaveLength(2);
	});

	it('is renewed where the credential has none', async () => {
		expect(await service.renew({ accessToken: '' })).toEqual(SECOND);
		expect(service.methods).toEqual(['POST']);
	});

	it.each<[string, () => Said]>([
		['a server that fails', () => ({ statusCode: 500, body: 'oops' })],
		['a limit', () => ({ statusCode: 429 })],
		['a page', () => ({ statusCode: 200, body: '<html></html>' })],
		[
			'no answer',
			() => {
				throw new Error('connect ECONNREFUSED');
			},
		],
	])('that cannot be judged because of %s is left alone', async (_what, answer) => {
		service.odd.set('GET', answer);
		expect(await service.renew()).toEqual(IN_USE);
		expect(service.methods).toEqual(['GET']);
	});
});

describe('a token that was renewed elsewhere', () => {
	it('at the same moment is renewed once', async () => {
		const renewals = await Promise.all([service.renew(), service.renew(), service.renew()]);
		expect(renewals).toEqual([SECOND, SECOND, SECOND]);
		expect(service.methods.filter((method) => method === 'POST')).toHaveLength(1);
	});

	it('is taken from there, when a form with the old ones was saved', async () => {
		await service.renew();
		expect(await service.renew()).toEqual(SECOND);
		expect(service.methods.filter((method) => method === 'POST')).toHaveLength(1);
	});

	it('and has expired again is renewed by the last refresh token', async () => {
		await service.renew();
		service.working.clear();
		service.successors.set('refresh-2', ['access-3', 'refresh-3']);
		const third = { ...IN_USE, accessToken: 'access-3', refreshToken: 'refresh-3' };
		expect(await service.renew()).toEqual(third);
		expect(await service.renew(SECOND)).toEqual(third);
	});

	it('by another app does not count', async () => {
		await service.renew();
		const { message } = await failureOf(service.renew({ clientSecret: 'another' }));
		expect(message).toContain('did not renew it: invalid_client');
	});

	it('is renewed by the old refresh token, if ReadyCloud takes that again', async () => {
		await service.renew();
		service.working.clear();
		service.successors.set('refresh-1', ['access-9', 'refresh-9']);
		expect(await service.renew()).toEqual({
			...IN_USE,
			accessToken: 'access-9',
			refreshToken: 'refresh-9',
		});
	});

	it('is renewed with what was pasted, without what cannot be seen around it', async () => {
		const pasted = {
			accessToken: '\u200baccess-1',
			clientId: '\ufeffthe-app\u00a0',
			clientSecret: '\u200ethe-app-secret\n',
			refreshToken: 'refresh-1\u2060',
			baseUrl: `\u202f${service.baseUrl}/\u200b`,
		};
		expect(await service.renew(pasted)).toEqual(SECOND);
	});

	it('by a renewal that failed is tried again', async () => {
		service.odd.set('POST', () => ({ statusCode: 500 }));
		await failureOf(service.renew());
		service.odd.clear();
		expect(await service.renew()).toEqual(SECOND);
	});
});

async function failureOf(renewal: Promise<unknown>): Promise<Error> {
	const error: unknown = await renewal.catch((reason: unknown) => reason);
	if (error instanceof Error) return error;
	throw new Error('It did not fail.');
}

describe('a renewal that fails', () => {
	const ADVICE =
		'Check Client ID and Client Secret in the credential, or enter a new access token and refresh token.';

	it.each<[string, Said, string]>([
		['is refused', { statusCode: 400, body: { error: 'invalid_grant' } }, 'invalid_grant'],
		[
			'is refused in a sentence',
			{ statusCode: 401, body: { error: 'x', error_description: 'The client is unknown.' } },
			'The client is unknown',
		],
		['ends on a page', { statusCode: 200, body: '<html><title>Log in</title></html>' }, 'Log in'],
		['is sent elsewhere', { statusCode: 302, body: '' }, 'HTTP status 302'],
		['gives nothing', { statusCode: 200 }, 'HTTP status 200'],
		['gives no token', { statusCode: 200, body: { access_token: '' } }, 'HTTP status 200'],
		[
			'gives tokens in another shape',
			{ statusCode: 200, body: { tokens: { access: 'access-secret' } } },
			'HTTP status 200',
		],
	])('because it %s has a sentence', async (_what, answer, reason) => {
		service.odd.set('POST', () => answer);
		expect((await failureOf(service.renew())).message).toBe(
			`The access token has expired, and ReadyCloud did not renew it: ${reason}. ${ADVICE}`,
		);
	});

	it('reaches the node in two parts', async () => {
		service.odd.set('POST', () => ({ statusCode: 400, body: { error: 'invalid_grant' } }));
		const error = await failureOf(service.renew());
		const node = partly<INode>({ name: 'ReadyCloud', type: 'readyCloud', parameters: {} });
		expect(explainCredential(new NodeApiError(node, partly<JsonObject>(error)))).toEqual({
			message: 'The access token has expired, and ReadyCloud did not renew it: invalid_grant.',
			description: ADVICE,
		});
	});

	it.each([
		['clientId', 'Client ID'],
		['clientSecret', 'Client Secret'],
		['refreshToken', 'refresh token'],
	])('because the %s holds what cannot be seen has a sentence', async (field, words) => {
		const { message } = await failureOf(service.renew({ [field]: 'the-app\u200b-secret' }));
		expect(message).toBe(
			`The ${words} in the ReadyCloud credential holds a character that cannot be seen (U+200B). Delete all of it, and type it, or copy it again without what stands around it.`,
		);
		expect(service.methods).not.toContain('POST');
	});

	it('because nobody answers has a sentence without what was sent', async () => {
		service.odd.set('POST', () => {
			throw Object.assign(new Error('timeout'), { config: { data: 'the-app-secret' } });
		});
		const error = await failureOf(service.renew());
		expect(error.message).toBe(
			'The access token has expired, and ReadyCloud could not be reached to renew it. Check the connection and "Use Another Server" in the credential, and try again.',
		);
		expect(error.cause).toBeUndefined();
	});

	it('shows neither refresh token nor client secret', async () => {
		service.successors.clear();
		const { message } = await failureOf(service.renew({ refreshToken: 'refresh-of-old' }));
		expect(message).toContain('Refresh token *** is used up');
		service.odd.set('POST', () => ({ statusCode: 400, body: { error: 'no the-app-secret' } }));
		expect((await failureOf(service.renew())).message).toContain('did not renew it: no ***.');
	});
});

describe('another process that has renewed the token meanwhile', () => {
	/** The refresh token is used up, just as this process wants to use it. */
	function renewedElsewhere(accessToken: string): void {
		service.successors.clear();
		service.odd.set('POST', () => {
			service.working.add(accessToken);
			return { statusCode: 400, body: { error: 'invalid_grant' } };
		});
	}

	it('is no failure where the access token has stayed the same', async () => {
		renewedElsewhere('access-1');
		expect(await service.renew()).toEqual(IN_USE);
		expect(service.methods).toEqual(['GET', 'POST', 'GET']);
	});

	it('is told where ReadyCloud gave another one, which n8n has stored', async () => {
		renewedElsewhere('access-2');
		await expect(service.renew()).rejects.toThrow('ReadyCloud did not renew it: invalid_grant');
	});
});
