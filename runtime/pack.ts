import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

import { UserError } from './plain/errors.cjs';
import { withLock } from './plain/lock.cjs';
import { npm, npmEnv } from './plain/npm.cjs';
import { run } from './plain/processes.cjs';

const TOP = resolve(__dirname, '..');
/** What the build reads. */
const SOURCES = [
	'nodes',
	'credentials',
	'build',
	'index.ts',
	'vendors.ts',
	'package.json',
	'tsconfig.json',
];
const STAMP = join(TOP, 'node_modules', '.cache', 'n8n-nodes-lastmile', 'build.txt');

const lastPacked = z.object({ build: z.string(), tarball: z.string() });
const packed = z.array(z.object({ filename: z.string() })).nonempty();

/**
 * Builds the package if its sources have changed since the last time, packs it as npm would
 * publish it and returns the tarball's path. One of the same build that is in `outDir` already is
 * taken as it is. Throws a UserError with the build's last lines.
 */
export async function packPackage({ outDir }: { outDir: string }): Promise<string> {
	await ensureBuilt();
	const build = await readFile(STAMP, 'utf8');
	const note = join(outDir, 'packed.json');
	const last = await readFile(note, 'utf8').then(
		(text) => lastPacked.parse(JSON.parse(text)),
		() => undefined,
	);
	if (last?.build === build && existsSync(last.tarball)) return last.tarball;
	const [tarball = ''] = await packFolders([TOP], outDir);
	await writeFile(note, JSON.stringify({ build, tarball }));
	return tarball;
}

/** Packs the packages in these folders with one call of npm; the tarballs' paths, in their order. */
export async function packFolders(folders: string[], outDir: string): Promise<string[]> {
	await mkdir(outDir, { recursive: true });
	const options = ['--json', '--silent', '--ignore-scripts', '--pack-destination', outDir];
	const output = await npm(['pack', ...options, ...folders], { cwd: TOP });
	return packed.parse(JSON.parse(output)).map(({ filename }) => join(outDir, filename));
}

/** Runs `gulp build` unless dist already stands for the present sources. */
export async function ensureBuilt(): Promise<void> {
	const lock = createHash('sha256').update(TOP).digest('hex').slice(0, 16);
	await withLock(join(tmpdir(), `lastmile-build-${lock}`), async () => {
		if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === (await stamp())) return;
		const gulp = join(TOP, 'node_modules', 'gulp', 'bin', 'gulp.js');
		const result = await run(process.execPath, [gulp, 'build'], { cwd: TOP, env: npmEnv() });
		if (result.code !== 0) {
			const tail = result.output.trim().split('\n').slice(-15).join('\n');
			throw new UserError(`The package could not be built. The last lines of the build:\n${tail}`);
		}
		await mkdir(dirname(STAMP), { recursive: true });
		await writeFile(STAMP, await stamp());
	});
}

/** Hash over the sources and over which files were built when. */
async function stamp(): Promise<string> {
	const hash = createHash('sha256');
	const gulpfiles = (await readdir(TOP)).filter((name) => name.startsWith('gulpfile'));
	for (const name of [...SOURCES, ...gulpfiles].sort()) {
		for (const file of await filesBelow(join(TOP, name))) {
			hash.update(`${file}\n`).update(readFileSync(file));
		}
	}
	for (const file of await filesBelow(join(TOP, 'dist'))) {
		hash.update(`${file} ${(await stat(file)).mtimeMs}\n`);
	}
	return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
	const info = await stat(path).catch(() => undefined);
	if (!info) return [];
	if (!info.isDirectory()) return [path];
	const names = (await readdir(path)).sort();
	return (await Promise.all(names.map((name) => filesBelow(join(path, name))))).flat();
}
