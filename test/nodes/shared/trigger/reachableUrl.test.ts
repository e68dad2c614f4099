import type { IHookFunctions } from 'n8n-workflow';

import { checkReachable } from '../../../../nodes/shared/trigger/reachableUrl';
import { mock } from '../../../support/mock';

describe('a URL to be called by a service', () => {
	const context = mock<IHookFunctions>({
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
	});
	const check = (webhookUrl: string, service: object = {}) => {
		checkReachable(context, webhookUrl, {
			name: 'ReadyCloud',
			baseUrl: 'https://www.readycloud.com/api/v2',
			wantsHttps: true,
			...service,
		});
	};

	it.each(['https://n8n.example.com/webhook/x', 'https://n8n.example.com:8443/n8n/webhook/x'])(
		'%s is fine',
		(url) => {
			expect(() => check(url)).not.toThrow();
		},
	);

	it.each([
		[
			'https://192.168.1.20:5678/webhook/x',
			'ReadyCloud cannot call n8n at 192.168.1.20:5678, because that address is only known in your own network',
		],
		[
			'http://n8n.example.com/webhook/x',
			"ReadyCloud only calls addresses that begin with https://, and n8n's begins with http://",
		],
		[
			'n8n.example.com/webhook/x',
			'ReadyCloud cannot call n8n at "n8n.example.com/webhook/x", because that is not a web address',
		],
		[
			'n8n.example.com:5678/webhook/x',
			'ReadyCloud cannot call n8n at "n8n.example.com:5678/webhook/x", because that is not a web address',
		],
		['', 'ReadyCloud cannot call n8n at "", because that is not a web address'],
	])('%s is refused in words', (url, message) => {
		expect(() => check(url)).toThrow(message);
	});

	it('may be http:// where the service takes that', () => {
		expect(() => check('http://n8n.example.com/x', { wantsHttps: false })).not.toThrow();
	});

	it('may be a local one for a service that is local, but not nonsense', () => {
		const sandbox = { baseUrl: 'http://127.0.0.1:4000/readycloud/api/v2' };
		expect(() => check('http://localhost:5678/webhook/x', sandbox)).not.toThrow();
		expect(() => check('nonsense', sandbox)).toThrow('is not a web address');
	});
});
