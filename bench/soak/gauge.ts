import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

const PRELOAD = join(__dirname, 'preload.cjs');
const LOOK_MS = 50;
const PATIENCE_MS = 60_000;

const written = z.object({ heapUsed: z.number(), resources: z.array(z.string()) });

/** What a process holds after a collection of garbage. */
export interface Reading {
	/** Bytes. */
	heapUsed: number;
	/**
	 * How many of each kind are open: what keeps the process going, as Node.js names it, and on Linux
	 * its file descriptors, such as `fd socket`.
	 */
	handles: Record<string, number>;
}

/** Environment of an n8n that can be read by `gaugeOf`. @param file that it may write to */
export function gaugeEnvironment(file: string): Record<string, string> {
	return { SOAK_GAUGE: file, NODE_OPTIONS: `--require ${JSON.stringify(PRELOAD)}` };
}

/** Has an n8n collect its garbage, and reads what is left. */
export async function gaugeOf(pid: number, file: string): Promise<Reading> {
	await rm(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	const limit = Date.now() + PATIENCE_MS;
	for (;;) {
		const text = await readFile(file, 'utf8').catch(() => undefined);
		if (text !== undefined) {
			const { heapUsed, resources } = written.parse(JSON.parse(text));
			return { heapUsed, handles: counted([...resources, ...(await descriptorsOf(pid))]) };
		}
		if (Date.now() > limit) throw new Error('n8n did not say what it holds.');
		await sleep(LOOK_MS);
	}
}

/** The kinds of a process' file descriptors; none where the system does not tell. */
async function descriptorsOf(pid: number): Promise<string[]> {
	const folder = `/proc/${pid}/fd`;
	const names = await readdir(folder).catch(() => []);
	const targets = await Promise.all(
		names.map(async (name) => await readlink(join(folder, name)).catch(() => '')),
	);
	// Such as `socket:[4711]`, or the path of a file.
	return targets
		.filter((target) => target !== '')
		.map((target) => `fd ${/^(\w+):/.exec(target)?.[1] ?? 'file'}`);
}

function counted(names: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
