import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { eventCalls } from '../../../bench/queue/events';
import { sendEvents } from '../../../bench/queue/sender';

/** A place that answers each call with the next of these statuses, or 200 with a text, and 200 after them. */
async function place(
	...answers: Array<number | string>
): Promise<{ server: Server; url: string; calls: string[] }> {
	const calls: string[] = [];
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			calls.push(request.url ?? '');
			const answer = answers.shift() ?? 200;
			if (answer === 0) request.socket.destroy();
			else if (typeof answer === 'string') response.end(answer);
			else response.writeHead(answer).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return { server, url: `http://127.0.0.1:${port}`, calls };
}

it('sends an event again, at the next URL, until it is answered 200', async () => {
	const [first, second] = [await place(503), await place(0)];
	const counts: number[] = [];
	const sent = await sendEvents(eventCalls(7, 1), {
		urlsOf: () => [first.url, second.url],
		onAnswered: (count) => counts.push(count),
	});
	expect(sent).toEqual([{ reference: 'EVENT-000007', calls: 3, answered: true }]);
	expect([first.calls.length, second.calls.length]).toEqual([2, 1]);
	expect(counts).toEqual([1]);
	for (const { server } of [first, second]) server.close();
});

it('takes no 200 of an n8n that is still starting for an answer', async () => {
	const { server, url } = await place('n8n is starting up. Please wait');
	const sent = await sendEvents(eventCalls(7, 1), { urlsOf: () => [url] });
	expect(sent).toEqual([{ reference: 'EVENT-000007', calls: 2, answered: true }]);
	server.close();
});

it('sends each event once where all is well, by turns to all URLs, and each to its trigger', async () => {
	const [first, second] = [await place(), await place()];
	const sent = await sendEvents(eventCalls(1, 40), {
		urlsOf: (trigger) => [first, second].map(({ url }) => `${url}/${trigger}`),
	});
	expect(new Set(sent.map(({ reference }) => reference)).size).toBe(40);
	expect(sent.every(({ calls, answered }) => calls === 1 && answered)).toBe(true);
	for (const { server, calls } of [first, second]) {
		expect(calls.filter((path) => path === '/radaroTrigger')).toHaveLength(10);
		expect(calls.filter((path) => path === '/detrackTrigger')).toHaveLength(10);
		server.close();
	}
});

it('stops when it is told to', async () => {
	const { server, url, calls } = await place();
	const sent = await sendEvents(eventCalls(1, 5), {
		urlsOf: () => [url],
		signal: AbortSignal.abort(),
	});
	expect(sent.every(({ answered }) => !answered)).toBe(true);
	expect(calls).toEqual([]);
	server.close();
});
