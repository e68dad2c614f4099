import { connect } from 'node:net';

import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { Bench, Receiver } from './support/bench';

const opened = (port: number): Promise<void> =>
	new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => resolve());
		// Unread, it would never notice that the other side has closed.
		socket.on('error', reject).resume();
	});

it('closes at once, whatever is still open', async () => {
	const bench = await Bench.start();
	const receiver = await Receiver.start();
	receiver.answer = () => new Promise(() => undefined);
	await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
	const url = `${bench.sandbox.url}/radaro/api/webhooks/sub-brands/?key=${RADARO_KEY}`;
	const hanging = [bench.control('POST', 'radaro/jobs', {})];
	for (const [kind, when] of [
		['timeout', 'before'],
		['timeout', 'after'],
		['slow', 'before'],
		['slow', 'after'],
	]) {
		await bench.control('POST', 'radaro/faults', { kind, when, ms: 60_000, times: 1 });
		hanging.push(bench.api('GET', '/api/webhooks/sub-brands/'));
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	const settled = Promise.allSettled(hanging);
	await (await fetch(url)).text();
	const port = Number(new URL(bench.sandbox.url).port);
	await Promise.all([opened(port), opened(bench.sandbox.smtpPort)]);

	// Whoever waited for the slow answers would still wait when this test is ended for being late.
	await bench.sandbox.close();
	await settled;
	await expect(fetch(url)).rejects.toThrow();
	await expect(opened(bench.sandbox.smtpPort)).rejects.toThrow();
	receiver.close();
});

it('says which port is taken and what to do, and leaves nothing behind', async () => {
	const bench = await Bench.start();
	const port = Number(new URL(bench.sandbox.url).port);
	await expect(Bench.start({ port })).rejects.toThrow(
		new RegExp(`^Port ${port} is taken, .*choose another port`),
	);
	const { smtpPort } = bench.sandbox;
	await expect(Bench.start({ smtpPort })).rejects.toThrow(`Port ${smtpPort} is taken`);
	await bench.sandbox.close();
	// Both are free again, so a start on the very same ports works.
	const again = await Bench.start({ port, smtpPort });
	expect(again.sandbox).toMatchObject({ url: bench.sandbox.url, smtpPort });
	await again.sandbox.close();
});

it.each(['0.0.0.0', '192.168.1.5', 'example.com'])('does not listen on %s', async (host) => {
	await expect(Bench.start({ host })).rejects.toThrow('only on this machine');
});
