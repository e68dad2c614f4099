import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 24 * 3600 * 1000;
const UNUSED_MS = 30 * DAY_MS;
/** End of the name of a folder that is being installed into. */
export const UNFINISHED = '.installing';
/** Touched at every use, so that what nobody uses can be told from what is only old. */
export const MARKER = '.complete';

/** The folder, outside the checkout, that installations of n8n are kept in. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
	if (env.LASTMILE_CACHE) return env.LASTMILE_CACHE;
	return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-lastmile');
}

/** Name of the installation that the manifest and lock in `source` ask for on this machine. */
export function cacheKey(
	source: string,
	platform: string = process.platform,
	arch: string = process.arch,
): string {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		hash.update(readFileSync(join(source, file)));
	}
	return `n8n-${platform}-${arch}-${hash.digest('hex').slice(0, 16)}`;
}

/** Notes that an installation was used today. */
export async function markUsed(folder: string): Promise<void> {
	const now = new Date();
	await utimes(join(folder, MARKER), now, now).catch(() => {});
}

/**
 * Removes installations of other keys that nobody has used for 30 days, and what an interrupted
 * installation left a day ago or earlier.
 */
export async function removeUnused(root: string, keep: string): Promise<void> {
	for (const name of await readdir(root)) {
		// Only what this module made, under its own kind of name.
		const parts = /^n8n-\w+-\w+-[0-9a-f]{16}(\.\d+\.installing)?$/.exec(name);
		if (name === keep || !parts) continue;
		const unfinished = parts[1] !== undefined;
		const dated = unfinished ? join(root, name) : join(root, name, MARKER);
		const info = await stat(dated).catch(() => undefined);
		const limit = Date.now() - (unfinished ? DAY_MS : UNUSED_MS);
		if (info && info.mtimeMs < limit) {
			await rm(join(root, name), { recursive: true, force: true });
		}
	}
}
