import { type ICredentialDataDecryptedObject, type INode, NodeOperationError } from 'n8n-workflow';

import type { ApiContext } from '../../../../nodes/shared/api/apiClient';
import { checkedBaseUrl, serverOf } from '../../../../nodes/shared/api/baseUrl';
import { mock, partly } from '../../../support/mock';

const context = mock<ApiContext>({ getNode: () => partly<INode>({ name: 'Acme' }) });

it.each([
	['https://acme.example', 'https://acme.example'],
	['https://acme.example/', 'https://acme.example'],
	['https://acme.example/api/v2//', 'https://acme.example/api/v2'],
	['http://127.0.0.1:5678/acme', 'http://127.0.0.1:5678/acme'],
	['HTTPS://ACME.example', 'HTTPS://ACME.example'],
	['\u200bhttps://acme.example/\ufeff', 'https://acme.example'],
	['\u00a0https://acme.example/api\u202f\n', 'https://acme.example/api'],
])('%s is the base %s', (given, baseUrl) => {
	expect(checkedBaseUrl(context, 'Acme', given)).toBe(baseUrl);
});

it.each([
	'acme.example',
	'ftp://acme.example',
	'https://',
	'https:///api',
	'https://user:secret@acme.example',
	'https://acme.example?key=1',
	'https://acme.example/api#top',
	'https://acme.example/a b',
	'\u200b',
])('%s is none', (given) => {
	const read = () => checkedBaseUrl(context, 'Acme', given);
	expect(read).toThrow(NodeOperationError);
	expect(read).toThrow(
		expect.objectContaining({
			message: 'The base URL in the Acme credential is not a web address',
			description: `It must begin with https://, or with http:// on this computer, and hold only the host and, if any, a path. Switch off "Use Another Server" to use Acme's own address.`,
		}),
	);
});

it.each([
	['https://acme\u200b.example', 'U+200B'],
	['https://acme.example/\u00a0api', 'U+00A0'],
])('%j has something that cannot be seen', (given, code) => {
	expect(() => checkedBaseUrl(context, 'Acme', given)).toThrow(
		expect.objectContaining({
			message: `The base URL in the Acme credential holds a character that cannot be seen (${code})`,
			description: 'Delete all of it, and type it, or copy it again without what stands around it.',
		}),
	);
});

describe('the server in a credential', () => {
	const vendor = {
		name: 'Acme',
		keyHint: 'Check the key and the number.',
		otherServerKeyHint: 'Check the key.',
		urlHint: 'check the number',
		baseUrlEnd: 'in /v7',
		advice: [],
	};
	const server = (credential: ICredentialDataDecryptedObject) =>
		serverOf(context, vendor, credential, 'https://own.example/v7');

	it.each<ICredentialDataDecryptedObject>([
		{},
		{ useOtherServer: false, baseUrl: '' },
		{ baseUrl: '\u200b' },
	])('is the own one of the vendor with %j', (credential) => {
		expect(server(credential)).toEqual({ vendor, baseUrl: 'https://own.example/v7' });
	});

	it('is another one, of which nothing else is to be checked', () => {
		expect(server({ useOtherServer: true, baseUrl: ' https://other.example/v7/ ' })).toEqual({
			vendor: {
				...vendor,
				keyHint: 'Check the key.',
				urlHint: 'check Base URL in the credential: it must end in /v7',
			},
			baseUrl: 'https://other.example/v7',
		});
	});

	it.each<ICredentialDataDecryptedObject>([{}, { baseUrl: '' }, { baseUrl: ' \u200b' }])(
		'must be entered: %j',
		(fields) => {
			expect(() => server({ useOtherServer: true, ...fields })).toThrow(
				expect.objectContaining({
					message: 'Base URL is empty',
					description:
						'Enter one in the Acme credential, or switch off "Use Another Server" there to use Acme\'s own address.',
				}),
			);
		},
	);
});
