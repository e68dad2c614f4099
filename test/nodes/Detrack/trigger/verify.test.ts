import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	detrackSecrets,
	testAuthentication,
	textsToMask,
} from '../../../../nodes/Detrack/trigger/secrets';
import { verifyDetrack } from '../../../../nodes/Detrack/trigger/verify';
import type { WebhookCall } from '../../../../nodes/shared/trigger/verification';

const PASSWORD = 'korrekt:pferd-9';
const BASIC = { authentication: 'basicAuth', username: 'detrack', password: PASSWORD };
const HEADER = {
	authentication: 'headerAuth',
	headerName: 'X-Webhook-Key',
	headerValue: 'Zk7tQ2mW9x',
};

const base64 = (pair: string, encoding: BufferEncoding = 'utf8') =>
	Buffer.from(pair, encoding).toString('base64');
const RIGHT = base64(`detrack:${PASSWORD}`);

function verify(
	credential: ICredentialDataDecryptedObject | null,
	headers: WebhookCall['headers'],
) {
	return verifyDetrack({ headers, query: {}, body: {} }, detrackSecrets(credential));
}

describe('Basic Auth', () => {
	it.each<[string, WebhookCall['headers']]>([
		['as it is usual', { authorization: `Basic ${RIGHT}` }],
		['with the scheme in lower case', { authorization: `basic ${RIGHT}` }],
		['with the scheme in capitals', { authorization: `BASIC ${RIGHT}` }],
		['with the name in capitals', { AUTHORIZATION: `Basic ${RIGHT}` }],
		['with more blanks', { authorization: `Basic   ${RIGHT}` }],
		['without padding', { authorization: `Basic ${RIGHT.replace(/=+$/, '')}` }],
		['in a list of one', { authorization: [`Basic ${RIGHT}`] }],
		['beside other headers', { 'x-webhook-key': 'x', authorization: `Basic ${RIGHT}` }],
	])('is accepted %s', (_how, headers) => {
		expect(verify(BASIC, headers)).toEqual({ accepted: true });
	});

	it.each<[string, BufferEncoding]>([
		['UTF-8', 'utf8'],
		['Latin-1', 'latin1'],
	])('is accepted with umlauts in %s', (_name, encoding) => {
		const credential = { ...BASIC, username: 'müller', password: 'größe:straße' };
		const authorization = `Basic ${base64('müller:größe:straße', encoding)}`;
		expect(verify(credential, { authorization })).toEqual({ accepted: true });
	});

	it('is accepted with letters that Latin-1 does not have, and not with what it makes of them', () => {
		const credential = { ...BASIC, password: '密码密码密码' };
		const sent = (encoding: BufferEncoding) => ({
			authorization: `Basic ${base64('detrack:密码密码密码', encoding)}`,
		});
		expect(verify(credential, sent('utf8')).accepted).toBe(true);
		expect(verify(credential, sent('latin1')).accepted).toBe(false);
	});

	it('is accepted without a user name, where the credential has none', () => {
		const authorization = `Basic ${base64(`:${PASSWORD}`)}`;
		expect(verify({ ...BASIC, username: '' }, { authorization }).accepted).toBe(true);
		expect(verify(BASIC, { authorization }).accepted).toBe(false);
	});

	const WRONG = 'the header "authorization" is not what the credential says';
	const MISSING = 'the header "authorization" is missing or empty';
	const TWICE = 'the header "authorization" came more than once';

	it.each<[string, WebhookCall['headers'], string]>([
		['no header', {}, MISSING],
		['an undefined header', { authorization: undefined }, MISSING],
		['an empty header', { authorization: '' }, MISSING],
		['an empty list', { authorization: [] }, MISSING],
		['the header twice', { authorization: [`Basic ${RIGHT}`, `Basic ${RIGHT}`] }, TWICE],
		[
			'the header in two spellings',
			{ authorization: `Basic ${RIGHT}`, Authorization: 'Basic x' },
			TWICE,
		],
		['an empty header before the right one', { authorization: ['', `Basic ${RIGHT}`] }, TWICE],
		['the header twice, joined', { authorization: `Basic ${RIGHT}, Basic ${RIGHT}` }, WRONG],
		['a wrong password', { authorization: `Basic ${base64('detrack:wrong')}` }, WRONG],
		['a wrong user', { authorization: `Basic ${base64(`other:${PASSWORD}`)}` }, WRONG],
		[
			'only the part before the colon',
			{ authorization: `Basic ${base64('detrack:korrekt')}` },
			WRONG,
		],
		['one character more', { authorization: `Basic ${base64(`detrack:${PASSWORD}x`)}` }, WRONG],
		[
			'other case',
			{ authorization: `Basic ${base64(`detrack:${PASSWORD.toUpperCase()}`)}` },
			WRONG,
		],
		['no colon', { authorization: `Basic ${base64('detrack')}` }, WRONG],
		['the pair in plain text', { authorization: `Basic detrack:${PASSWORD}` }, WRONG],
		['junk inside', { authorization: `Basic ${RIGHT.slice(0, 8)}!${RIGHT.slice(8)}` }, WRONG],
		['no scheme', { authorization: RIGHT }, WRONG],
		['another scheme', { authorization: `Bearer ${RIGHT}` }, WRONG],
		['nothing behind the scheme', { authorization: 'Basic ' }, WRONG],
		['the header of the other kind', { 'x-webhook-key': PASSWORD }, MISSING],
	])('refuses %s', (_what, headers, reason) => {
		const verdict = verify(BASIC, headers);
		expect(verdict).toEqual({ accepted: false, reason });
		expect(JSON.stringify(verdict)).not.toContain(PASSWORD);
	});
});

describe('a custom header', () => {
	it.each<[string, WebhookCall['headers']]>([
		['as Node.js gives it', { 'x-webhook-key': 'Zk7tQ2mW9x' }],
		['as it was entered', { 'X-Webhook-Key': 'Zk7tQ2mW9x' }],
		['beside Basic Auth', { authorization: 'Basic eA==', 'x-webhook-key': 'Zk7tQ2mW9x' }],
	])('is accepted %s', (_how, headers) => {
		expect(verify(HEADER, headers)).toEqual({ accepted: true });
	});

	it.each([
		['with blanks around both', ' X-Webhook-Key ', ' Zk7tQ2mW9x '],
		['with the colon of the line', 'X-Webhook-Key:', 'Zk7tQ2mW9x'],
	])('is accepted when it was entered %s', (_how, headerName, headerValue) => {
		const credential = { ...HEADER, headerName, headerValue };
		expect(verify(credential, { 'x-webhook-key': 'Zk7tQ2mW9x' }).accepted).toBe(true);
	});

	it('may be Authorization, with any scheme', () => {
		const credential = { ...HEADER, headerName: 'Authorization', headerValue: 'Bearer Zk7tQ2mW9x' };
		expect(verify(credential, { authorization: 'Bearer Zk7tQ2mW9x' }).accepted).toBe(true);
		expect(verify(credential, { authorization: 'Basic Zk7tQ2mW9x' }).accepted).toBe(false);
	});

	it('is accepted with umlauts, as Node.js reads them', () => {
		const credential = { ...HEADER, headerValue: 'größe-straße' };
		const inUtf8 = Buffer.from('größe-straße').toString('latin1');
		expect(verify(credential, { 'x-webhook-key': inUtf8 }).accepted).toBe(true);
		expect(verify(credential, { 'x-webhook-key': 'größe-straße' }).accepted).toBe(true);
	});

	it.each<[string, WebhookCall['headers']]>([
		['another value', { 'x-webhook-key': 'Zk7tQ2mW9y' }],
		['the value in other case', { 'x-webhook-key': 'zk7tq2mw9x' }],
		['the value under another name', { 'x-webhook-keys': 'Zk7tQ2mW9x' }],
		['the value twice', { 'x-webhook-key': ['Zk7tQ2mW9x', 'Zk7tQ2mW9x'] }],
		['the value twice, joined', { 'x-webhook-key': 'Zk7tQ2mW9x, Zk7tQ2mW9x' }],
		['nothing', {}],
	])('refuses %s', (_what, headers) => {
		expect(verify(HEADER, headers).accepted).toBe(false);
	});
});

/** Around whatever was copied out of a mail or a page. */
const AROUND: Array<[before: string, after: string]> = [
	['\u200b', ''],
	['\ufeff', '\n'],
	['\u00a0', '\u202f'],
	[' \u200e', '\u200f\u2060 '],
];

describe.each(AROUND)(
	'a credential that was pasted with %j and %j around its fields',
	(before, after) => {
		const around = (text: string) => before + text + after;
		const basic = { ...BASIC, username: around('detrack'), password: around(PASSWORD) };
		const header = {
			...HEADER,
			headerName: around(HEADER.headerName),
			headerValue: around(HEADER.headerValue),
		};

		it('is accepted as it is seen', () => {
			expect(verify(basic, { authorization: `Basic ${RIGHT}` })).toEqual({ accepted: true });
			expect(verify(header, { 'x-webhook-key': 'Zk7tQ2mW9x' })).toEqual({ accepted: true });
		});

		it('is accepted as it was pasted, as Detrack may have got the same', () => {
			const authorization = `Basic ${base64(`${basic.username}:${basic.password}`)}`;
			expect(verify(basic, { authorization }).accepted).toBe(true);
			const value = Buffer.from(header.headerValue.trim()).toString('latin1');
			expect(verify(header, { 'x-webhook-key': value }).accepted).toBe(true);
		});

		it('refuses what is wrong all the same, and everything where nothing else was pasted', () => {
			expect(verify(basic, { authorization: `Basic ${base64('detrack:')}` }).accepted).toBe(false);
			expect(verify(header, { 'x-webhook-key': around('x') }).accepted).toBe(false);
			const nothing = { ...basic, password: around('') };
			expect(verify(nothing, { authorization: `Basic ${base64('detrack:')}` }).accepted).toBe(
				false,
			);
			expect(verify({ ...header, headerValue: around('') }, {}).accepted).toBe(false);
		});
	},
);

describe('a credential that is not filled in', () => {
	it.each<[string, ICredentialDataDecryptedObject | null]>([
		['that cannot be read', null],
		['that is empty', {}],
		['without a password', { ...BASIC, password: '' }],
		['without a header name', { ...HEADER, headerName: ' ' }],
		['with nothing but a colon as header name', { ...HEADER, headerName: ':' }],
		['without a header value', { ...HEADER, headerValue: ' ' }],
		['of headers that has only a password', { ...BASIC, authentication: 'headerAuth' }],
	])('%s refuses every call', (_what, credential) => {
		const headers = { authorization: `Basic ${RIGHT}`, '': '', ':': '', 'x-webhook-key': '' };
		expect(verify(credential, headers)).toEqual({
			accepted: false,
			reason: 'the credential "Detrack Webhook API" of this trigger is not complete',
		});
	});

	it.each([
		[BASIC, 'OK'],
		[HEADER, 'OK'],
		[{ ...BASIC, password: '' }, 'Error'],
		[{ ...HEADER, headerName: '' }, 'Error'],
		[{ ...BASIC, password: '\u200b' }, 'Error'],
		[{ ...HEADER, headerValue: '\ufeff' }, 'Error'],
		[{ ...BASIC, username: '\u200bdetrack', password: `${PASSWORD}\u00a0` }, 'OK'],
		[{ ...BASIC, username: 'müller', password: 'größe: straße 密码' }, 'OK'],
		[undefined, 'Error'],
	])('%j is tested as %s', (data, status) => {
		const tested = test(data);
		expect(tested.status).toBe(status);
		expect(tested.message).toMatch(/Detrack/);
	});

	it.each([
		[{ ...BASIC, username: 'det\u200brack' }, 'user name', 'U+200B'],
		[{ ...BASIC, password: 'korrekt\u00a0pferd' }, 'password', 'U+00A0'],
		[{ ...HEADER, headerName: 'X-Webhook\u00adKey' }, 'name of the header', 'U+00AD'],
		[{ ...HEADER, headerValue: 'Zk7t\u200dQ2mW9x' }, 'value of the header', 'U+200D'],
	])('%j is told where something cannot be seen', (data, words, code) => {
		expect(test(data)).toEqual({
			status: 'Error',
			message: `The ${words} holds a character that cannot be seen (${code}). Delete all of it, and type it, or copy it again without what stands around it.`,
		});
	});
});

describe('a header that no call can carry', () => {
	const SPACES = 'A header name has no spaces; for example X-Webhook-Key';
	const COLON = 'A header name has no colon; for example X-Webhook-Key';
	const LETTERS =
		'A header name has only the letters A to Z, digits and signs such as hyphens; for example X-Webhook-Key';
	const CHANGE =
		'. Change it in the credential, and enter the same in Detrack, under Settings → Webhook → Authentication.';

	it.each([
		['X Webhook Key', SPACES],
		['X-Webhook\tKey', SPACES],
		['X-Schlüssel', LETTERS],
		['X(Key)', LETTERS],
		['"X-Key"', LETTERS],
		['X@Key', LETTERS],
		['X/Key', LETTERS],
		['X:Key', COLON],
		['X-Key::', COLON],
		['X-Key: Zk7tQ2mW9x', SPACES],
	])('%j is refused, and so are all calls', (headerName, flaw) => {
		const credential = { ...HEADER, headerName };
		const headers = { [headerName.toLowerCase()]: HEADER.headerValue };
		expect(verify(credential, headers)).toEqual({
			accepted: false,
			reason: `the credential "Detrack Webhook API" of this trigger is wrong: ${flaw}`,
		});
		expect(detrackSecrets(credential)).toMatchObject({ values: [], flaw });
	});

	it.each([
		[{ ...HEADER, headerName: 'X Webhook Key' }, SPACES],
		[{ ...HEADER, headerName: 'X-Schlüssel' }, LETTERS],
		[{ ...HEADER, headerName: 'X-Webhook-Key:' }, COLON],
		[{ ...BASIC, username: 'det:rack' }, 'A user name has no colon; for example detrack'],
	])('%j is told when the credential is saved', (data, flaw) => {
		expect(test(data)).toEqual({ status: 'Error', message: flaw + CHANGE });
	});

	it.each(["!#$%&'*+.^_`|~-", 'x', 'X_Key.2'])('%j can be one', (headerName) => {
		const credential = { ...HEADER, headerName };
		expect(test(credential).status).toBe('OK');
		expect(verify(credential, { [headerName]: HEADER.headerValue }).accepted).toBe(true);
	});

	it('has no line breaks in its value', () => {
		const credential = { ...HEADER, headerValue: 'Zk7tQ2\r\nmW9x' };
		expect(verify(credential, { 'x-webhook-key': credential.headerValue })).toEqual({
			accepted: false,
			reason:
				'the credential "Detrack Webhook API" of this trigger is wrong: A header value has no line breaks',
		});
	});
});

function test(data: ICredentialDataDecryptedObject | undefined) {
	return testAuthentication({ id: '1', name: 'Detrack', type: 'detrackWebhookApi', data });
}

it.each([
	[BASIC, [RIGHT, `detrack:${PASSWORD}`, PASSWORD]],
	[HEADER, ['Zk7tQ2mW9x']],
	[{ ...HEADER, headerValue: 'Bearer Zk7tQ2mW9x' }, ['Bearer Zk7tQ2mW9x', 'Zk7tQ2mW9x']],
	[{ ...HEADER, headerValue: 'three words here' }, ['three words here']],
])('knows what must not be shown', (credential, masked) => {
	expect(textsToMask(detrackSecrets(credential))).toEqual(masked);
});
