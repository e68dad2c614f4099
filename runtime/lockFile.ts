import { z } from 'zod';

const lockSchema = z
	.object({ packages: z.record(z.string(), z.object({}).passthrough()) })
	.passthrough();
const registryPackage = z.object({
	name: z.string().optional(),
	version: z.string(),
	integrity: z.string(),
	resolved: z.undefined(),
	inBundle: z.undefined(),
});

/**
 * The text of a lock file with the address of each package's tarball at `registry`. The repository's
 * lock files name none, so that they hold for every registry; npm then asks for each package's list
 * of versions first, which is half of all its requests.
 */
export function withAddresses(lockFile: string, registry: string): string {
	const lock = lockSchema.parse(JSON.parse(lockFile));
	for (const [path, entry] of Object.entries(lock.packages)) {
		const parsed = registryPackage.safeParse(entry);
		if (path === '' || !parsed.success) continue;
		const name = parsed.data.name ?? path.slice(path.lastIndexOf('node_modules/') + 13);
		const file = `${name.slice(name.indexOf('/') + 1)}-${parsed.data.version}.tgz`;
		entry.resolved = `${registry.replace(/\/$/, '')}/${name}/-/${file}`;
	}
	return JSON.stringify(lock, null, 2);
}
