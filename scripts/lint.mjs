/**
 * Lints with n8n's own gate: over the sources, and over the unpacked tarballs of the combined
 * package and of the single ones. Packs what stands in dist.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from 'tar';

import { load } from './lib/bootstrap.mjs';
import { check, SOURCES, TARBALL } from './lib/gate.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { cutPackages } = await load('./build/packages.ts');
const { packFolders } = await load('./runtime/pack.ts');

const folder = mkdtempSync(path.join(tmpdir(), 'lastmile-lint-'));
try {
	const results = [await check('the sources', root, SOURCES)];
	const singles = await cutPackages(path.join(folder, 'singles'));
	for (const file of await packFolders([root, ...singles], folder)) {
		const name = path.basename(file);
		const cwd = path.join(folder, 'unpacked', name);
		mkdirSync(cwd, { recursive: true });
		await extract({ file, cwd });
		results.push(await check(name, path.join(cwd, 'package'), TARBALL));
	}
	process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
