import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	RADARO_DISABLED_KEY,
	RADARO_KEY,
	RADARO_ORDINARY_KEY,
	RADARO_WEBHOOK_TOKEN,
} from '../../../sandbox/radaro/defaults';
import { Bench, minimal, Receiver } from '../support/bench';

it('never shows a key or a token', async () => {
	const printed: string[] = [];
	const bench = await Bench.start({
		log: (line) => printed.push(line),
		rows: () => Promise.reject(new Error(`GET /?key=${RADARO_KEY} failed`)),
	});
	const receiver = await Receiver.start();
	const [newKey, newToken] = ['a "quoted" key', 'a-new-token/with+"'];
	const keys = [RADARO_KEY, RADARO_ORDINARY_KEY, RADARO_DISABLED_KEY, newKey];
	const secrets = [...keys, RADARO_WEBHOOK_TOKEN, newToken];

	await bench.control('POST', 'radaro/keys', { key: newKey, master: true });
	const urls = [receiver.url(`/hook?t=${encodeURIComponent(newToken)}`), 'http://127.0.0.1:1/'];
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	await bench.control('POST', 'radaro/jobs', {});
	// Addresses and bodies may carry one as well.
	await bench.control('PUT', 'radaro/webhooks', { urls, token: newToken });
	for (const kind of ['keyEcho', 'expiredKey', 'reset']) {
		await bench.control('POST', 'radaro/faults', { kind, times: 1 });
		await bench.jobs('POST', '', minimal('A-1', { comment: RADARO_KEY }), newKey).catch(() => 0);
	}
	for (const key of keys) await bench.jobs('GET', `${encodeURIComponent(newKey)}/`, undefined, key);
	await bench.jobs('POST', '', minimal('A-1'), newKey);
	await bench.control('POST', 'radaro/send', { body: { token: RADARO_WEBHOOK_TOKEN } });
	await bench.control('POST', 'settle');

	// An address is shown as it was saved, or it could not be edited.
	await bench.control('PUT', 'radaro/webhooks', { urls: [] });
	const shown = [...printed, ...bench.sandbox.logLines()];
	for (const path of [
		'state',
		'deliveries',
		'rows',
		'radaro/keys',
		'radaro/webhooks',
		'radaro/requests',
	]) {
		shown.push((await bench.control('GET', path)).text);
	}
	receiver.close();
	await bench.sandbox.close();
	const text = shown.join('\n');
	expect(printed).toEqual(expect.arrayContaining([expect.stringContaining('webhook radaro')]));
	for (const secret of secrets) {
		for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
			expect(text).not.toContain(form);
		}
	}
	// What was really sent is complete.
	expect(receiver.bodies[0]?.token).toBe(RADARO_WEBHOOK_TOKEN);
});

describe('the state file', () => {
	const path = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');

	it('brings everything back after a restart, and is private', async () => {
		const first = await Bench.start({ stateFile: path });
		await first.settings({ listNext: true });
		await first.control('PUT', 'radaro/webhooks', { urls: ['http://127.0.0.1:1/'] });
		await first.control('POST', 'radaro/keys', { key: 'a-third-key', master: true });
		await first.jobs('POST', '', minimal('A-1'));
		await first.control('POST', 'settle');
		await first.sandbox.close();
		expect(statSync(path).mode & 0o777).toBe(0o600);

		const second = await Bench.start({ stateFile: path });
		const list = (await second.jobs('GET', '', undefined, 'a-third-key')).json();
		expect(list).toMatchObject({ count: 1, next: null, results: [{ external_id: 'A-1' }] });
		expect((await second.control('GET', 'deliveries')).json()).toHaveLength(1);
		expect((await second.jobs('POST', '', minimal('A-1'))).status).toBe(400);
		const next = (await second.jobs('POST', '', minimal('A-2'))).json();
		expect((await second.step(next.order_id, 'assign')).status).toBe(200);
		await second.sandbox.close();
	});

	it('is written while running, too', async () => {
		const bench = await Bench.start({ stateFile: path });
		await bench.jobs('POST', '', minimal('B-1'));
		// It does not say when; jest ends this if it never comes.
		while (!readFileSync(path, 'utf8').includes('B-1')) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		await bench.sandbox.close();
	});

	it.each(['{"half', '{"version":99}', '[]'])('that holds %s is refused in words', async (text) => {
		writeFileSync(path, text);
		await expect(Bench.start({ stateFile: path })).rejects.toThrow(
			`can't use the state file ${path}`,
		);
		expect(readFileSync(path, 'utf8')).toBe(text);
	});
});
