import { isLocal } from '../../../../nodes/shared/basic/localUrl';

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
