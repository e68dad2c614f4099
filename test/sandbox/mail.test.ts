import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Bench } from './support/bench';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

/** Speaks SMTP line by line, as any client does. */
function send(message: string, login = false, port = bench.sandbox.smtpPort): Promise<string> {
	const lines = ['EHLO test'];
	if (login) lines.push(`AUTH PLAIN ${Buffer.from('\0user\0pass').toString('base64')}`);
	lines.push(
		'MAIL FROM:<a@example.com>',
		'RCPT TO:<b@example.com>',
		'DATA',
		`${message}\r\n.`,
		'QUIT',
	);
	return new Promise((resolve, reject) => {
		let answers = '';
		const socket = connect(port, '127.0.0.1');
		socket.on('data', (chunk) => {
			answers += chunk.toString();
			// Only the last line of an answer has a space behind its code.
			if (!/^\d{3} .*\r\n$/m.test(chunk.toString())) return;
			const next = lines.shift();
			if (next !== undefined) socket.write(`${next}\r\n`);
		});
		socket.on('close', () => resolve(answers)).on('error', reject);
	});
}

it.each([false, true])('keeps what arrives, newest first (login: %s)', async (login) => {
	await send('Subject: one\r\n\r\nFirst', login);
	const html = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Zw\u00f6lf <b>parcels</b></p>';
	await send(
		`From: Ops <ops@example.com>\r\nTo: c@example.com\r\nSubject: =?utf-8?Q?zw=C3=B6lf?=\r\n${html}`,
		login,
	);
	const reply = await bench.control('GET', 'inbox');
	expect(reply.json()).toMatchObject([
		{
			from: '"Ops" <ops@example.com>',
			to: 'c@example.com',
			subject: 'zwölf',
			text: 'Zwölf parcels',
			html: '<p>Zwölf <b>parcels</b></p>\n',
		},
		{ from: 'a@example.com', to: 'b@example.com', subject: 'one', text: 'First\n', html: null },
	]);
	expect(bench.sandbox.logLines()).toContain('mail to c@example.com: zwölf');
	await bench.control('DELETE', 'inbox');
	expect((await bench.control('GET', 'inbox')).json()).toEqual([]);
});

it('offers no TLS, which nobody could verify', async () => {
	expect(await send('Subject: x\r\n\r\n')).not.toContain('STARTTLS');
});

it('keeps 200', async () => {
	await Promise.all(Array.from({ length: 205 }, (_, index) => send(`Subject: ${index}\r\n\r\nx`)));
	expect((await bench.control('GET', 'inbox')).json()).toHaveLength(200);
});

it('keeps mails over a restart, without what was attached', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const first = await Bench.start({ stateFile });
	await send('Subject: one\r\n\r\nFirst', false, first.sandbox.smtpPort);
	await first.sandbox.close();
	const second = await Bench.start({ stateFile });
	await send('Subject: two\r\n\r\nSecond', false, second.sandbox.smtpPort);
	const mails = (await second.control('GET', 'inbox')).json<Array<Record<string, unknown>>>();
	expect(mails.map(({ id, subject, text }) => [id, subject, String(text).trim()])).toEqual([
		[2, 'two', 'Second'],
		[1, 'one', 'First'],
	]);
	const state = (await second.control('GET', 'state')).json<{ counts: { mails: number } }>();
	expect(state.counts.mails).toBe(2);
	await second.sandbox.close();
});
