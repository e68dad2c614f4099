import { READYCLOUD } from '../../../../nodes/ReadyCloud/api/errors';
import { type About, explainStatus } from '../../../../nodes/shared/api/apiErrors';

/** What an answer of ReadyCloud is told as. */
const told = (status: number, body: unknown, about?: About) =>
	explainStatus(
		{ vendor: READYCLOUD, baseUrl: 'https://x.example', timeoutSeconds: 60 },
		{ status, body, retryAfter: null },
		about,
	);

it('a token that is not accepted is told how it is renewed', () => {
	expect(told(401, { detail: 'Expired.' })).toEqual({
		message: 'ReadyCloud does not accept the access token',
		description:
			'Check the access token in the credential: it may have expired, or its app may not be allowed to do this. With Client ID, Client Secret and Refresh Token, n8n renews it by itself. ReadyCloud says: Expired. (HTTP status 401)',
	});
});

it('what may not be used is no fault of the token', () => {
	expect(told(403, undefined, { wanted: 'organization "K7p"' })).toEqual({
		message: 'ReadyCloud gives no access to organization "K7p"',
		description:
			'It may have been deleted, or the app of the access token is not allowed to use it. Choose another one, or allow the app more in ReadyCloud. ReadyCloud gives no reason. (HTTP status 403)',
	});
	expect(told(403, undefined).message).toBe('ReadyCloud gives no access to this');
});

it('a URL that is not known is one of the credential', () => {
	expect(told(301, undefined).message).toBe(
		"ReadyCloud does not know this address; check n8n's way to the internet",
	);
});

const CHECK = 'Check the values of this item.';
const EVENT =
	'ReadyCloud does not offer this event to your account. "Order Delivered" is newer than the others: leave it out if it is refused.';
const TAG = 'A tag has 2 to 35 characters, without / \\ ? # , and full stops.';

it.each<[string, unknown, string]>([
	['an event', { entity: ['"order-delivered" is not a valid choice.'] }, EVENT],
	['an event in words', { detail: 'Unknown entity.' }, EVENT],
	[
		'a URL',
		{ remote_url: ['Enter a valid URL.'] },
		'ReadyCloud only calls addresses that begin with https:// and can be reached from the internet. The address of n8n is set by its environment variable N8N_WEBHOOK_URL (WEBHOOK_URL before n8n 2.30).',
	],
	[
		'a number',
		{ primary_id: ['This field must be unique.'] },
		'The Primary ID must be given and unique: use another one, or update the existing order.',
	],
	[
		'a quantity',
		{ quantity: ['A valid integer is required.'] },
		'Each item needs a whole number as its quantity.',
	],
	['a tag', { value: ['Ensure this field has no more than 35 characters.'] }, TAG],
	['tags', { tags: ['Invalid.'] }, TAG],
	['a value of another field', { billing: { total: ['Not a valid value.'] } }, CHECK],
	['a stage', { shipping: { status: ['Unknown stage.'] } }, CHECK],
	['nothing but its kind', { detail: 'Unprocessable Entity' }, CHECK],
	[
		'nothing, on a page that is headed by its status',
		'<html><head><title>422 Unprocessable Entity</title></head></html>',
		CHECK,
	],
])('a complaint about %s gets advice that fits', (_what, body, advice) => {
	expect(told(422, body).description).toBe(`${advice} (HTTP status 422)`);
});
