import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { x as extract } from 'tar';
import { z } from 'zod';

import { UserError } from './plain/errors.cjs';

const manifestSchema = z.object({
	name: z.string(),
	dependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * Unpacks npm-packed packages to `.n8n/nodes/node_modules`, from where n8n loads every package
 * when it starts, under the package's own name. That is how somebody installs one by hand; n8n's own
 * installation fetches from npm, and only it puts a package on the list in Settings > Community
 * nodes. n8n must not be running.
 */
export async function installTarballs(
	userFolder: string,
	tarballs: readonly string[],
): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(join(nodes, 'node_modules'), { recursive: true });
	for (const tarball of tarballs) await installOne(nodes, tarball);
}

async function installOne(nodes: string, tarball: string): Promise<void> {
	const draft = await mkdtemp(join(nodes, 'unpack-'));
	try {
		await extract({ file: tarball, cwd: draft, strip: 1 });
		const text = await readFile(join(draft, 'package.json'), 'utf8');
		const { name, dependencies = {} } = manifestSchema.parse(JSON.parse(text));
		if (Object.keys(dependencies).length > 0) {
			throw new UserError(
				`The package ${name} brings dependencies of its own. n8n would fetch them from npm; this start works offline and doesn't.`,
			);
		}
		const target = join(nodes, 'node_modules', name);
		await rm(target, { recursive: true, force: true });
		await rename(draft, target);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}
