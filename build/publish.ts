import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { extract } from 'tar';
import { z } from 'zod';

import { packFolders } from '../runtime/pack';
import { UserError } from '../runtime/plain/errors.cjs';
import { npm, npmEnv } from '../runtime/plain/npm.cjs';
import { run } from '../runtime/plain/processes.cjs';

const named = z.object({ name: z.string(), version: z.string() });

export interface PublishOptions {
	/** Options for each call of npm, such as a registry. */
	npmOptions?: readonly string[];
	/** Options for `npm publish` alone, such as `--provenance`. */
	publishOptions?: readonly string[];
	log: (line: string) => void;
}

/**
 * Publishes the packages in these folders, in their order. One of which npm has this version already,
 * with the same files, is left out: so it can be repeated after a failure half-way. Throws a UserError
 * where npm has other files under this version, which can never be replaced, and where npm fails.
 */
export async function publishAll(
	folders: readonly string[],
	options: PublishOptions,
): Promise<void> {
	for (const folder of folders) await publishOne(path.resolve(folder), options);
}

async function publishOne(
	folder: string,
	{ npmOptions = [], publishOptions = [], log }: PublishOptions,
): Promise<void> {
	const text = await readFile(path.join(folder, 'package.json'), 'utf8');
	const { name, version } = named.parse(JSON.parse(text));
	const id = `${name}@${version}`;
	const scratch = await mkdtemp(path.join(tmpdir(), 'lastmile-publish-'));
	try {
		if (!(await isPublished(id, npmOptions))) {
			await npm(['publish', folder, ...publishOptions, ...npmOptions], { cwd: scratch });
			log(`${id} is published.`);
			return;
		}
		const [ours = ''] = await packFolders([folder], path.join(scratch, 'ours'));
		await npm(['pack', id, ...npmOptions], { cwd: scratch });
		const [theirs = ''] = (await readdir(scratch)).filter((file) => file.endsWith('.tgz'));
		const [mine, published] = await Promise.all(
			[ours, path.join(scratch, theirs)].map(async (file) => await digestOf(file)),
		);
		if (mine !== published) {
			throw new UserError(
				`npm has ${id} already, with other files in it. A published version cannot be replaced: set the next version, and release that.`,
			);
		}
		log(`${id} was published before, with the same files.`);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function isPublished(id: string, npmOptions: readonly string[]): Promise<boolean> {
	const args = ['view', id, 'version', '--json', '--prefer-online', ...npmOptions];
	const { code, stdout, output } = await run('npm', args, { env: npmEnv() });
	// A name that npm does not know is an error; a version of a known name is no output.
	if (code === 0) return stdout.trim() !== '';
	if (/\bE404\b/.test(output)) return false;
	throw new UserError(`npm could not say whether ${id} is published:\n${output.trim()}`);
}

/** Of the files in a tarball, not of the tarball: how npm packs them may change between two tries. */
async function digestOf(tarball: string): Promise<string> {
	const cwd = await mkdtemp(path.join(path.dirname(tarball), 'unpacked-'));
	await extract({ file: tarball, cwd });
	const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(cwd, path.join(entry.parentPath, entry.name)))
		.sort();
	const hash = createHash('sha256');
	for (const file of files) {
		const bytes = await readFile(path.join(cwd, file));
		hash.update(`${file}\n${bytes.length}\n`).update(bytes);
	}
	return hash.digest('hex');
}
