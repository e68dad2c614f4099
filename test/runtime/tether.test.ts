import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TETHER = path.join(__dirname, '..', '..', 'runtime', 'tether.cjs');
/** Ends in order at the first SIGTERM, as n8n does, and at once at a second one. */
const LISTEN = `
	process.once('SIGTERM', () => {
		if (process.connected) process.send('stopping');
		setTimeout(() => {
			require('node:fs').writeFileSync('ended.txt', 'in order');
			process.exit();
		}, 300);
	});
`;
/** As n8n while it loads its own code, which takes seconds. */
const LOAD = `
	setInterval(() => {}, 1000);
	process.send('begun');
`;

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'lastmile-tether-'));
});
afterEach(async () => {
	child?.kill('SIGKILL');
	await rm(folder, { recursive: true, force: true });
});

/** A stand-in for n8n, tethered to this process. */
async function tethered(code: string): Promise<ChildProcess> {
	const script = path.join(folder, 'n8n.cjs');
	await writeFile(script, code);
	child = spawn(process.execPath, ['--require', TETHER, script], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	await once(child, 'message');
	return child;
}

const hasEndedInOrder = (): boolean => existsSync(path.join(folder, 'ended.txt'));

it('has n8n end in order when the process that started it is gone', async () => {
	const n8n = await tethered(LISTEN + LOAD);
	const exited = once(n8n, 'exit');
	n8n.disconnect();
	await exited;
	expect(hasEndedInOrder()).toBe(true);
});

it('lets n8n go on ending in order when that process is gone meanwhile', async () => {
	const n8n = await tethered(LISTEN + LOAD);
	const exited = once(n8n, 'exit');
	n8n.kill('SIGTERM');
	await once(n8n, 'message');
	n8n.disconnect();
	await exited;
	expect(hasEndedInOrder()).toBe(true);
});

it('ends an n8n that is not yet able to end in order', async () => {
	const n8n = await tethered(LOAD);
	const exited = once(n8n, 'exit');
	n8n.disconnect();
	expect(await exited).toEqual([null, 'SIGTERM']);
});
