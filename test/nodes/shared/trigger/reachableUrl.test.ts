import type { IHookFunctions } from 'n8n-workflow';

import { checkReachable, isLocal } from '../../../../nodes/shared/trigger/reachableUrl';
import { mock } from '../../../support/mock';

describe('a URL that is local', () => {
	it.each([
		'http://localhost:5678/webhook',
		'https://LOCALHOST./webhook',
		'https://n8n:5678/webhook',
		'https://box.local/webhook',
		'https://box.local./webhook',
		'https://n8n.internal/webhook',
		'https://n8n.home.arpa/webhook',
		'http://127.0.0.1/webhook',
		'http://127.1/webhook',
		'http://2130706433/webhook',
		'http://0x7f000001/webhook',
		'http://0177.0.0.1/webhook',
		'http://0.0.0.0:80/webhook',
		'http://10.1.2.3/webhook',
		'http://172.16.0.1/webhook',
		'http://172.31.255.255/webhook',
		'http://192.168.1.1:8080/webhook',
		'http://169.254.169.254/webhook',
		'http://100.64.0.1/webhook',
		'http://[::1]:5678/webhook',
		'http://[::]/webhook',
		'http://[fd12:3456::1]/webhook',
		'http://[fe80::1]/webhook',
		'http://[::ffff:127.0.0.1]/webhook',
		'http://[::ffff:192.168.0.9]/webhook',
	])('%s', (url) => {
		expect(isLocal(url)).toBe(true);
	});
});

describe('a URL that is not', () => {
	it.each([
		'https://n8n.example.com/webhook',
		'https://10.example.com/webhook',
		'https://127.0.0.1.example.com/webhook',
		'https://localhost.example.com/webhook',
		'https://local.example/webhook',
		'https://8.8.8.8/webhook',
		'https://172.32.0.1/webhook',
		'https://100.128.0.1/webhook',
		'https://192.169.0.1/webhook',
		'https://[2001:4860:4860::8888]/webhook',
		'https://[::ffff:8.8.8.8]/webhook',
		'https://[64:ff9b::a00:1]/webhook',
		'',
		'no URL',
	])('%s', (url) => {
		expect(isLocal(url)).toBe(false);
	});
});

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
