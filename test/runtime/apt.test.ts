import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureInstalled } from '../../runtime/plain/apt.cjs';
import { UserError } from '../../runtime/plain/errors.cjs';
import { REDIS } from '../../runtime/servers/programs.cjs';

const PATH = process.env.PATH;
let folder: string;
beforeEach(async () => {
	// Nothing that is installed on this computer is on the path.
	folder = await mkdtemp(path.join(tmpdir(), 'lastmile-apt-'));
	process.env.PATH = folder;
});
afterEach(async () => {
	process.env.PATH = PATH;
	await rm(folder, { recursive: true, force: true });
});

async function program(name: string, script: string): Promise<void> {
	await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
	await chmod(path.join(folder, name), 0o755);
}

function redis(log: string[]): Promise<string> {
	return ensureInstalled({ ...REDIS, log: (line) => log.push(line) });
}

it('takes a program that is there, and says nothing', async () => {
	await program('redis-server', '');
	const log: string[] = [];
	expect(await redis(log)).toBe(folder);
	expect(log).toEqual([]);
});

it('installs a program that is missing', async () => {
	await program('apt-get', `[ "$1" = update ] || : > ${folder}/redis-server`);
	const log: string[] = [];
	expect(await redis(log)).toBe(folder);
	expect(log).toEqual(['Installing Redis …']);
});

it.each([
	['there is no apt-get', undefined],
	['apt-get may not install', 'exit 100'],
])('says what to do where %s', async (_what, script) => {
	if (script !== undefined) await program('apt-get', script);
	const missing: unknown = await redis([]).catch((error: unknown) => error);
	expect(missing).toBeInstanceOf(UserError);
	expect(String(missing)).toContain(
		'Redis is needed here, and could not be installed. Install it with: apt-get update && apt-get install -y redis-server',
	);
});
