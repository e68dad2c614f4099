import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_OTHER_TOKEN,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
	READYCLOUD_WEBHOOK_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { Bench, http, Receiver } from '../support/bench';
import { Cloud } from './support';

const cloud = Cloud.use();

it('never shows a secret', async () => {
	const webhook = await cloud.subscribe('orders');
	const secrets = [READYCLOUD_TOKEN, READYCLOUD_REFRESH_TOKEN, READYCLOUD_CLIENT_SECRET];
	secrets.push(READYCLOUD_OTHER_TOKEN, READYCLOUD_WEBHOOK_TOKEN, String(webhook.token));
	secrets.push('wrong-secret', 'wrong-token');
	const base = `${cloud.bench.sandbox.url}/readycloud/api`;
	const form = new URLSearchParams({
		grant_type: 'refresh_token',
		client_id: 'sandbox-app',
		client_secret: 'wrong-secret',
		refresh_token: READYCLOUD_REFRESH_TOKEN,
	});
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	await http(`${base}/v1/oauth2/token/`, 'POST', form.toString(), type);
	form.set('client_secret', READYCLOUD_CLIENT_SECRET);
	const refreshed = await http(`${base}/v1/oauth2/token/`, 'POST', form.toString(), type);
	secrets.push(String(refreshed.json().refresh_token));
	await http(`${base}/v2/orgs/?bearer_token=wrong-token`);
	await http(`${base}/v2/orgs/?bearer_token=${READYCLOUD_TOKEN}`);
	await cloud.control('POST', 'faults', { kind: 'keyEcho', times: 1 });
	await http(`${base}/v2/orgs/?bearer_token=${READYCLOUD_TOKEN}`);
	await cloud.make('orders', { message: `The token is ${READYCLOUD_TOKEN}` });
	await cloud.control('POST', 'send', { entity: 'orders', body: { token: webhook.token } });
	const shown = [...cloud.bench.sandbox.logLines()];
	const paths = ['state', 'deliveries', 'requests', 'tokens', 'webhooks', 'settings'];
	for (const path of paths) {
		const prefix = path === 'state' || path === 'deliveries' ? '' : 'readycloud/';
		const { text, status } = await cloud.bench.control('GET', prefix + path);
		expect(status).toBe(200);
		shown.push(text);
	}
	for (const secret of secrets) expect(shown.join('\n')).not.toContain(secret);
	expect(cloud.receiver.received[1]?.body.token).toBe(webhook.token);
});

it('keeps everything over a restart', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const receiver = await Receiver.start();
	const first = new Cloud(await Bench.start({ stateFile }), receiver);
	await first.settings({ readsPerMinute: 7 });
	const webhook = await first.subscribe('orders');
	const { id } = await first.make('orders', { primary_id: 'WEB-1' });
	await first.control('POST', 'tokens', { access: 'a-kept-token' });
	await first.bench.sandbox.close();

	const second = new Cloud(await Bench.start({ stateFile }), receiver);
	const list = await second.org('GET', 'orders/', undefined, 'a-kept-token');
	expect(list.json()).toMatchObject({ count: 1, results: [{ primary_id: 'WEB-1' }] });
	await second.step(id, 'pack');
	expect(receiver.received.at(-1)?.headers.auth).toBe(webhook.token);
	expect((await second.subscribe('orders')).url).not.toBe(webhook.url);
	expect((await second.control('GET', 'settings')).json().readsPerMinute).toBe(7);
	await second.close();
});
