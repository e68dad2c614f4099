import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { MARKER } from './plain/places.cjs';

const DAY_MS = 24 * 3600 * 1000;
const UNUSED_MS = 30 * DAY_MS;
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
		const parts = /^n8n-\w+-\w+-[0-9a-f]{16}(\.(?:\d+\.)?installing)?$/.exec(name);
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
