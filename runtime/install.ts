import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { markUsed, removeUnused } from './cache';
import { withAddresses } from './lockFile';
import { buildNative } from './native';
import { nodeBinary } from './plain/node24.cjs';
import { UserError } from './plain/errors.cjs';
import { withLock } from './plain/lock.cjs';
import { npm } from './plain/npm.cjs';
import {
	cacheKey,
	cacheRoot,
	CURRENT_N8N,
	draftOf,
	driverFile,
	FETCHED,
	isFetched,
	isInstalled,
	MARKER,
	UNFINISHED,
} from './plain/places.cjs';
import { type Log, progress, toStdout } from './progress';

export { CURRENT_N8N, OLDEST_N8N } from './plain/places.cjs';

export interface N8nInstallation {
	/** Folder that n8n and its node_modules are in. */
	dir: string;
	/** The Node to run n8n with. */
	nodeBinary: string;
	/** n8n's start script, to be given to that Node. */
	n8nBinary: string;
}

/**
 * Installs the n8n of the lock file in `source` into the cache unless it is there.
 * Several minutes and about 2.4 GB the first time, nothing after. Throws a UserError.
 */
export async function ensureN8n({
	log = toStdout,
	source = CURRENT_N8N,
}: { log?: Log; source?: string } = {}): Promise<N8nInstallation> {
	const root = cacheRoot();
	const key = cacheKey(source);
	const dir = join(root, key);
	if (!isInstalled(source)) {
		await mkdir(root, { recursive: true });
		await withLock(
			join(root, `${key}.lock`),
			async () => {
				if (!isInstalled(source)) await install(source, root, key, log);
			},
			(pid) => log(`Another process (${pid}) is installing n8n already; waiting for it …`),
		);
	}
	await markUsed(dir);
	await removeUnused(root, key);
	return {
		dir,
		nodeBinary: nodeBinary(dir),
		n8nBinary: join(dir, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** Version of n8n that the manifest in `source` asks for. */
export function n8nVersion(source: string = CURRENT_N8N): string {
	const text = readFileSync(join(source, 'package.json'), 'utf8');
	return /"n8n":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

/** What an earlier try has fetched is gone on with; called with the lock held, so nobody is at it. */
async function install(source: string, root: string, key: string, log: Log): Promise<void> {
	const draft = draftOf(source);
	await removeLeftovers(root, key, isFetched(source) ? draft : undefined);
	log(
		`Installing n8n ${n8nVersion(source)}: about 2.4 GB, 3 to 8 minutes, once for this computer.`,
	);
	const meter = progress(log, draft, 'fetching and unpacking');
	try {
		if (isFetched(source)) log('  What an earlier try has fetched is there.');
		else await fetchParts(source, draft);
		meter.phase('building n8n’s database driver');
		await buildNative(draft, nodeBinary(draft), driverFile(source));
	} catch (error) {
		// npm keeps what it has fetched in a cache of its own; half of it unpacked is of no use.
		if (!isFetched(source)) await rm(draft, { recursive: true, force: true });
		throw error instanceof UserError
			? new UserError(`n8n could not be installed. ${error.message}`)
			: error;
	} finally {
		meter.stop();
	}
	await writeFile(join(draft, MARKER), new Date().toISOString());
	await rename(draft, join(root, key));
}

async function fetchParts(source: string, draft: string): Promise<void> {
	await mkdir(draft);
	await copyFile(join(source, 'package.json'), join(draft, 'package.json'));
	await copyFile(join(__dirname, '.npmrc'), join(draft, '.npmrc'));
	const registry = await npm(['config', 'get', 'registry'], { cwd: draft });
	const lockFile = await readFile(join(source, 'package-lock.json'), 'utf8');
	await writeFile(join(draft, 'package-lock.json'), withAddresses(lockFile, registry.trim()));
	await npm(['ci', '--legacy-peer-deps', '--ignore-scripts'], { cwd: draft });
	await writeFile(join(draft, FETCHED), new Date().toISOString());
}

/** What an interrupted installation left, but for `kept`. */
async function removeLeftovers(root: string, key: string, kept?: string): Promise<void> {
	for (const name of await readdir(root)) {
		const unfinished = name.startsWith(`${key}.`) && name.endsWith(UNFINISHED);
		if (!(unfinished || name === key) || join(root, name) === kept) continue;
		await rm(join(root, name), { recursive: true, force: true });
	}
}
