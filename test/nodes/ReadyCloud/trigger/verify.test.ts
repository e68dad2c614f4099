import { digestOfToken } from '../../../../nodes/ReadyCloud/trigger/memory';
import { verifyReadyCloud } from '../../../../nodes/ReadyCloud/trigger/verify';
import type { WebhookCall } from '../../../../nodes/shared/trigger/verification';

const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1';
const OTHER = '1a2b3c4d5e6f708192a3b4c5d6e7f8';

function verify(headers: WebhookCall['headers'], secrets = [TOKEN], body: unknown = {}) {
	const digests = secrets.map((secret) => (secret === '' ? '' : digestOfToken(secret)));
	return verifyReadyCloud({ headers, query: { auth: TOKEN }, body }, digests);
}

it.each<[string, WebhookCall['headers'], string[]]>([
	['as Node.js gives it', { auth: TOKEN }, [TOKEN]],
	['as ReadyCloud writes it', { Auth: TOKEN }, [TOKEN]],
	['in capitals', { AUTH: TOKEN }, [TOKEN]],
	['in a list of one', { auth: [TOKEN] }, [TOKEN]],
	['beside other headers', { authorization: 'Bearer x', 'x-auth': 'y', auth: TOKEN }, [TOKEN]],
	['that is the first of several', { auth: TOKEN }, [TOKEN, OTHER]],
	['that is the last of several', { auth: TOKEN }, [OTHER, TOKEN]],
	['beside a secret that is empty', { auth: TOKEN }, ['', TOKEN]],
])('accepts the token %s', (_how, headers, secrets) => {
	expect(verify(headers, secrets)).toEqual({ accepted: true });
});

const MISSING = 'the header "Auth" is missing or empty';
const WRONG = 'the header "Auth" is none of the tokens of this trigger\'s webhooks';
const TWICE = 'the header "Auth" came more than once';
const JOINED = 'the header "Auth" came more than once, or holds more than a token';
const UNKNOWN = 'no token of a webhook at ReadyCloud is known to this trigger';

it.each<[string, WebhookCall['headers'], string[], string]>([
	['no headers', {}, [TOKEN], MISSING],
	['an undefined header', { auth: undefined }, [TOKEN], MISSING],
	['an empty header', { auth: '' }, [TOKEN], MISSING],
	['an empty header and an empty secret', { auth: '' }, ['', TOKEN], MISSING],
	['an empty list', { auth: [] }, [TOKEN], MISSING],
	['the token in Authorization', { authorization: TOKEN }, [TOKEN], MISSING],
	['the token in X-Auth', { 'x-auth': TOKEN }, [TOKEN], MISSING],
	['a wrong token', { auth: OTHER }, [TOKEN], WRONG],
	['a token in other case', { auth: TOKEN.toUpperCase() }, [TOKEN], WRONG],
	['a token with one more character', { auth: `${TOKEN}0` }, [TOKEN], WRONG],
	['a token with one less', { auth: TOKEN.slice(1) }, [TOKEN], WRONG],
	['a scheme before the token', { auth: `Bearer ${TOKEN}` }, [TOKEN], WRONG],
	['spaces around the token', { auth: ` ${TOKEN} ` }, [TOKEN], WRONG],
	['the token twice, joined by Node.js', { auth: `${TOKEN}, ${TOKEN}` }, [TOKEN], JOINED],
	['the token and another', { auth: `${OTHER}, ${TOKEN}` }, [TOKEN, OTHER], JOINED],
	['the token twice in a list', { auth: [TOKEN, TOKEN] }, [TOKEN], TWICE],
	['the token under two spellings', { auth: TOKEN, Auth: TOKEN }, [TOKEN], TWICE],
	['an empty header before the token', { auth: ['', TOKEN] }, [TOKEN], TWICE],
	['no known token', { auth: TOKEN }, [], UNKNOWN],
	['no known token but an empty one', { auth: '' }, [''], UNKNOWN],
])('refuses %s', (_what, headers, secrets, reason) => {
	const verdict = verify(headers, secrets, { token: TOKEN });
	expect(verdict).toEqual({ accepted: false, reason });
	expect(JSON.stringify(verdict)).not.toContain(TOKEN);
});

describe('a token of one entity', () => {
	const ORDERS = { tokenDigest: digestOfToken(TOKEN), entity: 'orders' };
	const CONTACTS = { tokenDigest: digestOfToken(OTHER), entity: 'contact' };

	it.each<[string, Record<string, unknown>, string | null]>([
		['its own', { entity: 'orders' }, 'orders'],
		['its own with an id behind it', { entity: 'orders/q2Xd' }, 'orders'],
		['none', {}, 'orders'],
		['an empty one', { entity: '' }, 'orders'],
		['that of another token', { entity: 'contact' }, null],
		['one in capitals', { entity: 'Orders' }, null],
		['a list', { entity: ['orders', 'orders'] }, null],
		['an object', { entity: { entity: 'orders' } }, null],
		['only a slash', { entity: '/orders' }, null],
	])('where the URL names %s', (_what, query, proven) => {
		const call = { headers: { auth: TOKEN }, query, body: {} };
		expect(verifyReadyCloud(call, [CONTACTS, ORDERS])).toEqual(
			proven === null
				? {
						accepted: false,
						reason:
							'the token in the header "Auth" is that of a webhook for another entity than the address names',
					}
				: { accepted: true, proven: { entity: proven } },
		);
	});
});
