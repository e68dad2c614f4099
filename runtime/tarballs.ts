import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { x as extract } from 'tar';
import { z } from 'zod';
import { UserError } from './plain/errors.cjs';

const person = z.union([z.string(), z.object({ name: z.string(), email: z.string() }).partial()]);

const manifestSchema = z
	.object({
		name: z.string(),
		version: z.string(),
		author: person.optional(),
		dependencies: z.record(z.string(), z.string()).optional(),
	})
	.passthrough();

export interface InstalledPackage {
	name: string;
	version: string;
	authorName?: string;
	authorEmail?: string;
}

/**
 * Puts npm-packed packages where n8n's own installation puts a community package, and in the
 * form it leaves there (`downloadPackage` of its community-packages module): unpacked below
 * `.n8n/nodes/node_modules`, without its development and peer dependencies, noted in the
 * ledger `.n8n/nodes/package.json`. n8n must not be running.
 */
export async function installTarballs(
	userFolder: string,
	tarballs: readonly string[],
): Promise<InstalledPackage[]> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(join(nodes, 'node_modules'), { recursive: true });
	const installed: InstalledPackage[] = [];
	for (const tarball of tarballs) installed.push(await installOne(nodes, tarball));
	const dependencies = Object.fromEntries(installed.map(({ name, version }) => [name, version]));
	await writeJson(join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies,
	});
	return installed;
}

async function installOne(nodes: string, tarball: string): Promise<InstalledPackage> {
	const draft = await mkdtemp(join(nodes, 'unpack-'));
	try {
		await extract({ file: tarball, cwd: draft, strip: 1 });
		const file = join(draft, 'package.json');
		const manifest = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
		if (Object.keys(manifest.dependencies ?? {}).length > 0) {
			throw new UserError(
				`The package ${manifest.name} brings dependencies of its own. n8n would fetch them from npm; this start works offline and doesn't.`,
			);
		}
		const {
			devDependencies: _d,
			peerDependencies: _p,
			optionalDependencies: _o,
			...kept
		} = manifest;
		await writeJson(file, kept);
		const target = join(nodes, 'node_modules', manifest.name);
		await rm(target, { recursive: true, force: true });
		await rename(draft, target);
		return describe(manifest);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

function describe(manifest: z.infer<typeof manifestSchema>): InstalledPackage {
	const { name, version, author } = manifest;
	if (typeof author === 'string') return { name, version, authorName: author };
	return { name, version, authorName: author?.name, authorEmail: author?.email };
}

async function writeJson(file: string, content: unknown): Promise<void> {
	await writeFile(file, JSON.stringify(content, null, 2));
}
