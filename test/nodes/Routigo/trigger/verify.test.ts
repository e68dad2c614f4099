import { apiSecretOf } from '../../../../nodes/Routigo/api/client';
import { tagParameters } from '../../../../nodes/Routigo/event/urlTags';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../../nodes/Routigo/trigger/secrets';
import { verifyRoutigo } from '../../../../nodes/Routigo/trigger/verify';

const URL = 'https://n8n.example.test/webhook/7f0c/routigo';
const SECRET = deriveSecret(URL, 'regular-key');
const PLANNED = { event: 'TOUR_PLANNED', type: 'TOUR' };
const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const tokenOf = (tags: typeof PLANNED) => subscriptionToken(SECRET, tags);

function verdict(
	authorization: string | string[] | undefined,
	query: Record<string, unknown> = tagParameters(PLANNED),
	secret: string | null = SECRET,
) {
	const headers = { authorization };
	return verifyRoutigo({ headers, query, body: undefined }, secret);
}

const bearer = (tags = PLANNED) => authorizationOf(tokenOf(tags));

describe('the derived secret', () => {
	it('is the same every time, and another one for another address or key', () => {
		expect(deriveSecret(URL, 'regular-key')).toBe(SECRET);
		expect(deriveSecret(`${URL}2`, 'regular-key')).not.toBe(SECRET);
		expect(deriveSecret(URL, 'regular-key2')).not.toBe(SECRET);
	});

	it('does not hold the key, and is long enough', () => {
		expect(SECRET).toMatch(/^[0-9a-f]{64}$/);
		expect(SECRET).not.toContain('regular-key');
	});

	it('is never made from nothing', () => {
		expect(() => deriveSecret(URL, '')).toThrow('empty');
	});

	it('gives each subscription a token of its own', () => {
		const tokens = [PLANNED, DONE, { ...PLANNED, type: 'STOP' }].map(tokenOf);
		expect(new Set(tokens).size).toBe(3);
	});

	it.each([
		[{ authentication: 'apiKey', apiKey: ' k ', token: 't' }, 'k'],
		[{ authentication: 'bearer', apiKey: 'k', token: 't' }, 't'],
		[{ authentication: 'apiKey', apiKey: '\ufeffk\u200b', token: 't' }, 'k'],
		[{ authentication: 'bearer', apiKey: 'k', token: '\u00a0t\u200f\n' }, 't'],
		[{ authentication: 'apiKey', apiKey: ' ', token: 't' }, null],
		[{ authentication: 'apiKey', apiKey: '\u200b', token: 't' }, null],
		[{ authentication: 'bearer', apiKey: 'k' }, null],
		[{}, null],
	])('of %j comes from %p', (credential, expected) => {
		expect(apiSecretOf(credential)).toBe(expected);
	});
});

describe('a call is accepted', () => {
	it.each([
		['with the token of its tags', bearer(), tagParameters(PLANNED), PLANNED],
		[
			'with another spelling of the scheme',
			`bearer ${tokenOf(PLANNED)}`,
			tagParameters(PLANNED),
			PLANNED,
		],
		[
			'with the user own parameters beside the tags',
			bearer(),
			{ ...tagParameters(PLANNED), a: '1' },
			PLANNED,
		],
		['without tags, by the token of any subscription', bearer(DONE), {}, DONE],
		['without the type', bearer(DONE), { lastmileEvent: 'ASSIGNMENT_DONE' }, DONE],
		[
			'with a tag twice',
			bearer(),
			{ ...tagParameters(PLANNED), lastmileType: ['TOUR', 'TOUR'] },
			PLANNED,
		],
		[
			'with an event of a later version',
			authorizationOf(subscriptionToken(SECRET, { event: 'NEW', type: 'TOUR' })),
			{ lastmileEvent: 'NEW', lastmileType: 'TOUR' },
			{ event: 'NEW', type: 'TOUR' },
		],
	])('%s, and is about its subscription', (_what, authorization, query, { event, type }) => {
		const proven = { lastmileEvent: event, lastmileType: type };
		expect(verdict(authorization, query)).toEqual({ accepted: true, proven });
	});

	it('under any capitals of the header', () => {
		const call = { headers: { Authorization: bearer() }, query: tagParameters(PLANNED), body: {} };
		expect(verifyRoutigo(call, SECRET)).toMatchObject({ accepted: true });
	});
});

const REFUSED =
	'the token in the header "Authorization" is not that of the subscription that the address names';
const NO_TOKEN = 'the header "Authorization" has no bearer token';

describe('a call is refused', () => {
	it.each([
		['with the token of another subscription', bearer(DONE), tagParameters(PLANNED), REFUSED],
		[
			'with another event',
			bearer(),
			{ ...tagParameters(PLANNED), lastmileEvent: 'TOUR_STARTED' },
			REFUSED,
		],
		['with another type', bearer(), { ...tagParameters(PLANNED), lastmileType: 'STOP' }, REFUSED],
		['with a forged event alone', bearer(), { lastmileEvent: 'ASSIGNMENT_DONE' }, REFUSED],
		[
			'with two events',
			bearer(),
			{ ...tagParameters(PLANNED), lastmileEvent: ['TOUR_PLANNED', 'STOP_DONE'] },
			REFUSED,
		],
		[
			'with a tag that is no text',
			bearer(),
			{ ...tagParameters(PLANNED), lastmileEvent: { a: 'TOUR_PLANNED' } },
			REFUSED,
		],
		['with the secret itself', authorizationOf(SECRET), tagParameters(PLANNED), REFUSED],
		['with the secret itself and no tags', authorizationOf(SECRET), {}, REFUSED],
		['with part of a token', bearer().slice(0, -1), tagParameters(PLANNED), REFUSED],
		['with a made-up token and no tags', 'Bearer abc', {}, REFUSED],
		['with an empty token', 'Bearer ', tagParameters(PLANNED), NO_TOKEN],
		['with a token and no scheme', tokenOf(PLANNED), tagParameters(PLANNED), NO_TOKEN],
		['with basic authentication', 'Basic YTpi', tagParameters(PLANNED), NO_TOKEN],
		['with an empty header', '', tagParameters(PLANNED), NO_TOKEN],
		['without the header', undefined, tagParameters(PLANNED), NO_TOKEN],
		[
			'with two headers',
			[bearer(), 'Bearer x'],
			tagParameters(PLANNED),
			'the header "Authorization" came more than once',
		],
	])('%s', (_what, authorization, query, reason) => {
		expect(verdict(authorization, query)).toEqual({ accepted: false, reason });
	});

	it.each([[null], ['']])('when no secret is known: %j', (secret) => {
		expect(verdict(bearer(), tagParameters(PLANNED), secret)).toEqual({
			accepted: false,
			reason: 'no secret can be derived, because the credential of this trigger has no key',
		});
	});

	it('when it comes from the subscription of another address', () => {
		const other = deriveSecret('https://n8n.example.test/webhook/other/routigo', 'regular-key');
		const token = authorizationOf(subscriptionToken(other, PLANNED));
		expect(verdict(token)).toEqual({ accepted: false, reason: REFUSED });
	});
});
