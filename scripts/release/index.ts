import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { cutPackages } from '../../build/packages';
import manifest from '../../package.json';
import { n8nVersion } from '../../runtime/install';
import { ensureBuilt, packFolders } from '../../runtime/pack';
import { CURRENT_N8N, OLDEST_N8N } from '../../runtime/plain/places.cjs';
import { packageNameOf, VENDORS } from '../../vendors';
import { Steps } from '../lib/steps';
import { live, type Subject } from './life';
import { openPlace } from './place';
import { Registry } from './registry';

const TOP = path.resolve(__dirname, '..', '..');
/** What the packages are updated to: they themselves, under a later version. */
const NEXT = `${manifest.version}-next.1`;

const COMBINED: Subject[] = [{ name: manifest.name, vendors: VENDORS }];
const SINGLES: Subject[] = VENDORS.map((vendor) => ({
	name: packageNameOf(vendor),
	vendors: [vendor],
}));

/**
 * The whole of `npm run install-check`: takes the packed packages through n8n's own installation, from
 * npm's registry as it would be after the release, in the oldest n8n and in the current one. Throws
 * what can be shown as it is, where something does not hold.
 */
export async function checkInstallation(): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'lastmile-install-'));
	const steps = new Steps(3, (line) => console.log(line));
	try {
		const registry = new Registry();
		await steps.run('Packing the packages', async () => {
			await ensureBuilt();
			const singles = await cutPackages(path.join(folder, 'singles'));
			for (const tarball of await packFolders([TOP, ...singles], folder)) {
				await registry.publish(tarball, folder);
				await registry.publishAs(NEXT, tarball, folder);
			}
		});
		for (const source of [OLDEST_N8N, CURRENT_N8N]) {
			await steps.run(`In n8n ${n8nVersion(source)}`, async (log) => {
				const place = await openPlace(source, registry);
				try {
					for (const subjects of [COMBINED, SINGLES]) await live(place, subjects, NEXT, log);
				} finally {
					await place.close();
				}
			});
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	const versions = [OLDEST_N8N, CURRENT_N8N].map((source) => n8nVersion(source)).join(' and ');
	console.log(`\nHolds in n8n ${versions}. Note it in docs/compatibility.md:`);
	console.log(`${new Date().toISOString().slice(0, 10)}, version ${manifest.version}`);
}
