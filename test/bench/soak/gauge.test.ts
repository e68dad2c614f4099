import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { gaugeEnvironment, gaugeOf } from '../../../bench/soak/gauge';

/** Keeps 20 MB, and opens a server and a timer, at each line; throws 20 MB away at its start. */
const PROGRAM = `
	const make = () => Array.from({ length: 20 }, () => Array.from({ length: 0x20000 }, Math.random));
	make();
	const kept = [];
	process.stdin.on('data', () => {
		kept.push(make());
		setInterval(() => {}, 1e6);
		require('node:net').createServer().listen(0, '127.0.0.1', () => console.log('more'));
	});
	console.log('ready');
`;

it('tells what a process holds, and not what it could give back', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'lastmile gauge-'));
	const file = path.join(folder, 'gauge.json');
	const env = { ...process.env, ...gaugeEnvironment(file) };
	const child = spawn(process.execPath, ['-e', PROGRAM], { env });
	const said = async (): Promise<unknown> => await once(child.stdout, 'data');
	await said();
	const before = await gaugeOf(child.pid ?? 0, file);
	const again = await gaugeOf(child.pid ?? 0, file);
	child.stdin.write('more\n');
	await said();
	const after = await gaugeOf(child.pid ?? 0, file);
	child.kill('SIGKILL');
	await rm(folder, { recursive: true });
	expect(Math.abs(again.heapUsed - before.heapUsed)).toBeLessThan(0x100000);
	expect(after.heapUsed - before.heapUsed).toBeGreaterThan(15 * 0x100000);
	const more = (kind: string): number => (after.handles[kind] ?? 0) - (before.handles[kind] ?? 0);
	expect([more('Timeout'), more('TCPServerWrap')]).toEqual([1, 1]);
	if (process.platform === 'linux') expect(more('fd socket')).toBe(1);
});
