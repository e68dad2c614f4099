import { UserError } from 'n8n-workflow';

import { explainHidden, secretToSend } from '../../../../nodes/shared/api/pastedSecrets';

const send = (value: unknown) => secretToSend('Acme', 'API key', value);

it.each<[unknown, string]>([
	['a-Key_9/+=~', 'a-Key_9/+=~'],
	['\ufeff a-Key\u200b\n', 'a-Key'],
	['\u200b', ''],
	['', ''],
	[undefined, ''],
])('%j is sent as %j', (value, sent) => {
	expect(send(value)).toBe(sent);
});

it.each([
	[
		'a\u200bKey',
		'The API key in the Acme credential holds a character that cannot be seen (U+200B)',
	],
	['a\nKey', 'The API key in the Acme credential holds a character that cannot be seen (U+000A)'],
	['a Key', 'The API key in the Acme credential holds a character that cannot be sent'],
	['“aKey”', 'The API key in the Acme credential holds a character that cannot be sent'],
	['aKéy', 'The API key in the Acme credential holds a character that cannot be sent'],
])('%j is not sent, and nothing of it is said', (value, message) => {
	expect(() => send(value)).toThrow(UserError);
	expect(() => send(value)).toThrow(
		expect.objectContaining({
			extra: { message, description: expect.stringMatching(/again/) as unknown },
		}) as Error,
	);
	expect(() => send(value)).not.toThrow(/Key\b.*Key/);
});

it.each(['', 'two words', 'größe', '密码'])('%j holds nothing hidden', (text) => {
	expect(explainHidden('password', text)).toBeNull();
});

it('tells where something hidden is, and what to do', () => {
	expect(explainHidden('password', 'pass\u200dword')).toEqual({
		message: 'The password holds a character that cannot be seen (U+200D)',
		description: 'Delete all of it, and type it, or copy it again without what stands around it.',
	});
});
