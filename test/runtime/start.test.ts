import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withLock } from '../../runtime/plain/lock.cjs';
import { listen } from '../../runtime/plain/ports.cjs';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lastmile-start-'))));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** What `npm start` says to these options before it ends by itself. */
function start(...args: Array<string | number>): string {
	const result = spawnSync(process.execPath, ['scripts/start.mjs', ...args.map(String)], {
		env: { ...process.env, LASTMILE_HOME: join(folder, 'demo') },
		encoding: 'utf8',
		timeout: 50_000,
	});
	expect(result.status).toBe(1);
	// Nothing that takes minutes has begun.
	expect(result.stdout).not.toContain('Building');
	return result.stderr;
}

it('names every taken port with the option that chooses another one, before it builds anything', async () => {
	const servers = await Promise.all([listen(0), listen(0), listen(0)]);
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	const [n8n = 0, sandbox = 0, smtp = 0] = ports;
	try {
		const said = start('--n8n-port', n8n, '--sandbox-port', sandbox, '--smtp-port', smtp);
		for (const [port, option] of [
			[n8n, '--n8n-port'],
			[sandbox, '--sandbox-port'],
			[smtp, '--smtp-port'],
		]) {
			expect(said).toContain(`Port ${port}, meant for`);
			expect(said).toContain(`npm start -- ${option} `);
		}
	} finally {
		for (const server of servers) server.close();
	}
});

it('names the folder and the options of a second demo where one runs, before it builds anything', async () => {
	await withLock(join(folder, 'demo.lock'), async () => {
		const said = await Promise.resolve(start());
		expect(said).toContain('The demo is running already.');
		for (const word of ['LASTMILE_HOME=', '--n8n-port', '--sandbox-port', '--smtp-port']) {
			expect(said).toContain(word);
		}
	});
});
