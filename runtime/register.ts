import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from './plain/processes.cjs';
import type { InstalledPackage } from './tarballs';

const typesSchema = z.array(
	z.object({
		name: z.string(),
		displayName: z.string(),
		version: z.union([z.number(), z.array(z.number())]),
	}),
);

/**
 * Makes Settings > Community nodes of a running n8n list the packages, by the rows that n8n's
 * own installation writes. Nodes load without them. Only for SQLite, n8n's default.
 */
export async function registerPackages(
	node: string,
	userFolder: string,
	packages: readonly InstalledPackage[],
): Promise<void> {
	const database = join(userFolder, '.n8n', 'database.sqlite');
	if (packages.length === 0 || !existsSync(database)) return;
	const file = join(userFolder, '.cache', 'n8n', 'public', 'types', 'nodes.json');
	const types = typesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	const described = packages.map((item) => ({
		...item,
		nodes: types
			.filter(({ name }) => name.startsWith(`${item.name}.`) && !name.endsWith('Tool'))
			.map(({ name, displayName, version }) => ({
				type: name,
				name: displayName,
				version: Math.max(...[version].flat()),
			})),
	}));
	const script = join(__dirname, 'register-packages.cjs');
	const args = ['--no-warnings', script, JSON.stringify({ database, packages: described })];
	const result = await run(node, args, { cwd: userFolder });
	if (result.code !== 0) {
		throw new Error(`The package could not be listed in n8n's settings: ${result.output.trim()}`);
	}
}
