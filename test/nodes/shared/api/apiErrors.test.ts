import { type INode, type JsonObject, NodeApiError, UserError } from 'n8n-workflow';

import {
	type About,
	explainFailure,
	explainCredential,
	explainStatus,
	credentialError,
	type VendorWords,
} from '../../../../nodes/shared/api/apiErrors';
import { partly } from '../../../support/mock';

const ACME: VendorWords = {
	name: 'Acme',
	keyHint: 'Check the key in the credential.',
	urlHint: 'check the server in the credential',
	advice: [
		{ about: /weight/i, hint: 'Check the weight.' },
		{ about: /kilogram|weight/i, hint: 'Use kilograms.' },
	],
};

interface Told {
	body?: unknown;
	retryAfter?: string;
	waited?: number;
	words?: Partial<VendorWords>;
	about?: About;
}

const told = (status: number, { body, retryAfter = '', waited, words, about }: Told = {}) =>
	explainStatus(
		{ vendor: { ...ACME, ...words }, baseUrl: 'https://acme.example', timeoutSeconds: 60 },
		{ status, body, retryAfter: retryAfter === '' ? null : retryAfter, waited },
		about,
	);

describe('an answer that is no success', () => {
	it.each<[number, Told, string, string]>([
		[
			500,
			{},
			'Acme is not able to answer right now',
			'Whether it did what was asked is not known. Try again later. Acme gives no reason. (HTTP status 500)',
		],
		[
			502,
			{ body: '<html><title>Bad Gateway</title></html>' },
			'Acme is not able to answer right now',
			'Whether it did what was asked is not known. Try again later. Acme says: Bad Gateway (HTTP status 502)',
		],
		[
			429,
			{},
			'Acme is getting too many requests',
			'Try again in a minute. Acme gives no reason. (HTTP status 429)',
		],
		[
			429,
			{ retryAfter: '17', body: { detail: 'Slow down.' } },
			'Acme is getting too many requests',
			'Try again in 17 seconds. Acme says: Slow down. (HTTP status 429)',
		],
		[
			429,
			{ retryAfter: '1', waited: 2 },
			'Acme is getting too many requests',
			'Try again in a second. Options → Wait When Busy was used up after 2 seconds. Acme gives no reason. (HTTP status 429)',
		],
		...['soon', '-4', '0', ''].map((retryAfter): [number, Told, string, string] => [
			429,
			{ retryAfter },
			'Acme is getting too many requests',
			'Try again in a minute. Acme gives no reason. (HTTP status 429)',
		]),
		[
			429,
			{ retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
			'Acme is getting too many requests',
			'Try again after Wed, 21 Oct 2026 07:28:00 GMT. Acme gives no reason. (HTTP status 429)',
		],
		[
			413,
			{},
			'Acme says that too much was sent at once',
			'Send less at once; with Create Many, use a smaller batch size. Acme gives no reason. (HTTP status 413)',
		],
		[
			301,
			{},
			'Acme does not know this address; check the server in the credential',
			'The address was at https://acme.example. Acme gives no reason. (HTTP status 301)',
		],
		[
			404,
			{},
			'Acme does not know this address; check the server in the credential',
			'The address was at https://acme.example. Acme gives no reason. (HTTP status 404)',
		],
		[
			404,
			{ about: { wanted: 'job "7"' } },
			'Acme has no job "7"',
			'It may have been deleted, or belong to another API key. Acme gives no reason. (HTTP status 404)',
		],
		[
			401,
			{ body: { error: 'expired' } },
			'Acme does not accept the API key',
			'Check the key in the credential. Acme says: expired (HTTP status 401)',
		],
		[
			403,
			{},
			'Acme does not accept the API key',
			'Check the key in the credential. Acme gives no reason. (HTTP status 403)',
		],
		[
			403,
			{ words: { rightsHint: 'Ask for more rights.' } },
			'Acme does not allow this with the API key',
			'Ask for more rights. Acme gives no reason. (HTTP status 403)',
		],
		[
			401,
			{ words: { keyName: 'access token', rightsHint: 'Ask for more rights.' } },
			'Acme does not accept the access token',
			'Check the key in the credential. Acme gives no reason. (HTTP status 401)',
		],
		[
			200,
			{ body: '<!doctype html><title>Log in</title>' },
			'Acme answered with a web page instead of data',
			'A proxy or a log-in page may stand between n8n and https://acme.example; check the server in the credential. Acme says: Log in (HTTP status 200)',
		],
		[
			400,
			{ body: { weight: ['Too heavy.'] }, about: { subject: 'job "7"' } },
			'Acme did not accept job "7": weight: Too heavy.',
			'Check the weight. (HTTP status 400)',
		],
		[
			422,
			{ body: { detail: 'Use a kilogram.' } },
			'Acme did not accept this request: Use a kilogram.',
			'Use kilograms. (HTTP status 422)',
		],
		[
			400,
			{},
			'Acme did not accept this request',
			'Check the values of this item. Acme gives no reason. (HTTP status 400)',
		],
		[
			200,
			{ body: { detail: 'No.' }, about: { subject: 'job "7"' } },
			'Acme did not accept job "7": No.',
			'Check the values of this item. (HTTP status 200)',
		],
	])('of status %i and %j', (status, given, message, description) => {
		expect(told(status, given)).toEqual({ message, description });
	});

	it('is put into words by the vendor, where those of its answer read badly', () => {
		const words = { complaintIn: () => 'weight is too big' };
		expect(told(400, { body: { codes: [7] }, words })).toEqual({
			message: 'Acme did not accept this request: weight is too big',
			description: 'Check the weight. (HTTP status 400)',
		});
		expect(told(400, { body: 'No.', words: { complaintIn: () => null } }).message).toBe(
			'Acme did not accept this request: No.',
		);
	});

	it('is explained by the vendor, where it knows more than the status tells', () => {
		const explain: VendorWords['explain'] = (body, { wanted, subject }, status) =>
			body === 'gone'
				? { message: `${wanted} ${subject} ${status}`, description: 'It is gone.' }
				: undefined;
		const about = { wanted: 'job "7"', subject: 'the change' };
		expect(told(403, { body: 'gone', words: { explain }, about })).toEqual({
			message: 'job "7" the change 403',
			description: 'It is gone. Acme says: gone (HTTP status 403)',
		});
		expect(told(403, { body: 'other', words: { explain } }).message).toBe(
			'Acme does not accept the API key',
		);
	});
});

describe('a request without an answer', () => {
	const UNSURE = 'Whether it did what was asked is not known.';
	const SLOW = {
		message: 'Acme did not answer within 0.5 seconds',
		description: `${UNSURE} Try again, or allow more time under Options → Timeout.`,
	};
	const AWAY = {
		message: 'Acme cannot be reached; check the server in the credential',
		description:
			'There is no way from n8n to https://acme.example. Check the connection and any proxy.',
	};
	const UNSAFE = {
		message: 'The connection to Acme is not safe, so nothing was sent',
		description:
			'The certificate of https://acme.example is not accepted. Check the address and any proxy.',
	};
	const BROKEN = {
		message: 'The connection to Acme broke before an answer came',
		description: `${UNSURE} Try again, and look the result up in Acme if it must not happen twice.`,
	};

	it.each([
		['ETIMEDOUT', SLOW],
		['ESOCKETTIMEDOUT', SLOW],
		['ECONNABORTED', SLOW],
		['ENOTFOUND', AWAY],
		['EAI_AGAIN', AWAY],
		['ECONNREFUSED', AWAY],
		['EHOSTUNREACH', AWAY],
		['ENETUNREACH', AWAY],
		['CERT_HAS_EXPIRED', UNSAFE],
		['ERR_TLS_CERT_ALTNAME_INVALID', UNSAFE],
		['DEPTH_ZERO_SELF_SIGNED_CERT', UNSAFE],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNSAFE],
		['EPROTO_SSL', UNSAFE],
		['ECONNRESET', BROKEN],
		['EPIPE', BROKEN],
		['', BROKEN],
	])('for the reason "%s", however deep it lies', (code, explanation) => {
		const connection = { vendor: ACME, baseUrl: 'https://acme.example', timeoutSeconds: 0.5 };
		for (const error of [
			{ code },
			{ cause: { code } },
			{ reason: { code } },
			{ error: { cause: { code } } },
		]) {
			expect(explainFailure(connection, error)).toEqual(explanation);
		}
	});

	it('for a reason that is no error, or leads in circles', () => {
		const connection = { vendor: ACME, baseUrl: 'https://acme.example', timeoutSeconds: 60 };
		const circle: { cause?: unknown } = {};
		circle.cause = circle;
		for (const error of [undefined, 'ECONNREFUSED', circle, { code: 7 }]) {
			expect(explainFailure(connection, error)).toEqual(BROKEN);
		}
	});
});

describe('a renewal that failed', () => {
	const node = partly<INode>({ name: 'Acme', type: 'acme', parameters: {} });
	/** As n8n's request helper hands on whatever fails in it. */
	const wrapped = (error: Error) => new NodeApiError(node, partly<JsonObject>(error));
	const TWO_PARTS = { message: 'The token has expired. Check it.', description: 'Check the app.' };

	it('is one sentence after the other for a test of the credential', () => {
		const error = credentialError(TWO_PARTS);
		expect(error).toBeInstanceOf(UserError);
		expect(error.message).toBe('The token has expired. Check it. Check the app.');
	});

	it('keeps its two parts in the error that n8n makes of it', () => {
		expect(explainCredential(wrapped(credentialError(TWO_PARTS)))).toEqual(TWO_PARTS);
	});

	it('may be an error of n8n itself, in one part', () => {
		const error = new UserError('This credential cannot be used in workflows');
		expect(explainCredential(wrapped(error))).toEqual({
			message: 'This credential cannot be used in workflows',
			description: '',
		});
	});

	it.each([
		['no error', undefined],
		['one that n8n did not wrap', credentialError(TWO_PARTS)],
		['one of the network', wrapped(Object.assign(new Error('x'), { code: 'EPIPE' }))],
	])('is not %s', (_what, error) => {
		expect(explainCredential(error)).toBeUndefined();
	});
});
