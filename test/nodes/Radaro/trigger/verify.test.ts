import { verifyRadaro } from '../../../../nodes/Radaro/trigger/verify';

const TOKEN = 'Qm7xZ2pLr9TvK4dWn0bYcA';
const OTHER = 'another-token-of-a-portal';

const verify = (body: unknown, tokens = [TOKEN]) =>
	verifyRadaro(
		{ headers: { authorization: TOKEN, token: TOKEN }, query: { token: TOKEN }, body },
		tokens,
	);

it.each<[string, unknown, string[]]>([
	['the only token', { token: TOKEN }, [TOKEN]],
	['the first of several', { token: TOKEN }, [TOKEN, OTHER]],
	['the last of several', { token: TOKEN }, [OTHER, TOKEN]],
	['a token behind other keys', { topic: 'x', order_info: {}, token: TOKEN }, [TOKEN]],
	['a list of which every member has one', [{ token: TOKEN }, { token: OTHER }], [TOKEN, OTHER]],
	['a list of 1000', Array.from({ length: 1000 }, () => ({ token: TOKEN })), [TOKEN]],
])('accepts %s', (_what, body, tokens) => {
	expect(verify(body, tokens)).toEqual({ accepted: true });
});

const NONE = 'the body has no "token"';
const WRONG = 'the "token" in the body is none of the webhook tokens in the credential';
const UNKNOWN = 'the credential "Radaro Webhook API" of this trigger has no webhook token';

it.each<[string, unknown, string[], string]>([
	['no token', { topic: 'x' }, [TOKEN], NONE],
	['an undefined token', { token: undefined }, [TOKEN], NONE],
	['a token in the wrong place', { order_info: { token: TOKEN } }, [TOKEN], NONE],
	['a list in which one member has none', [{ token: TOKEN }, { topic: 'x' }], [TOKEN], NONE],
	['an empty list', [], [TOKEN], NONE],
	['a text', TOKEN, [TOKEN], NONE],
	['a number', 7, [TOKEN], NONE],
	['null', null, [TOKEN], NONE],
	['a wrong token', { token: 'wrong' }, [TOKEN], WRONG],
	['a token with one more character', { token: `${TOKEN}A` }, [TOKEN], WRONG],
	['a token in other case', { token: TOKEN.toLowerCase() }, [TOKEN], WRONG],
	['an empty token', { token: '' }, [TOKEN], WRONG],
	['a token that is a list', { token: [TOKEN] }, [TOKEN], WRONG],
	['a token that is null', { token: null }, [TOKEN], WRONG],
	[
		'a list in which one member has a wrong one',
		[{ token: TOKEN }, { token: 'wrong' }],
		[TOKEN],
		WRONG,
	],
	[
		'a list that is too long to check',
		Array.from({ length: 1001 }, () => ({ token: TOKEN })),
		[TOKEN],
		'the body is a list that is too long to check',
	],
	['every token, where none is known', { token: TOKEN }, [], UNKNOWN],
	['an empty token, where none is known', { token: '' }, [], UNKNOWN],
])('refuses %s', (_what, body, tokens, reason) => {
	const verdict = verify(body, tokens);
	expect(verdict).toEqual({ accepted: false, reason });
	expect(JSON.stringify(verdict)).not.toContain(TOKEN);
});
