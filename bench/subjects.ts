import { join } from 'node:path';

import manifest from '../package.json';
import type { N8nInstallation } from '../runtime/install';
import { packPackage } from '../runtime/pack';
import { installTarballs } from '../runtime/tarballs';
import type { VendorEntry } from '../vendors';

/** The files of a package whose loading is measured. */
export interface PackageFiles {
	name: string;
	/** Folder that `files` are in. */
	dir: string;
	/** The compiled nodes and credentials, all that n8n would load. */
	files: string[];
}

/** A trigger whose calls are measured. */
export interface TriggerSubject {
	/** Folder that `file` is in. */
	dir: string;
	file: string;
	className: string;
	/** Values of an item that show that the trigger has done its work. */
	item: Record<string, unknown>;
}

/**
 * This package as users have it: packed, and unpacked outside of the checkout, where the
 * development dependencies cannot be found instead of n8n's.
 */
export async function ownPackage(folder: string): Promise<PackageFiles> {
	const tarball = await packPackage({ outDir: folder });
	await installTarballs(folder, [tarball]);
	const { nodes, credentials } = manifest.n8n;
	return {
		name: 'this package',
		dir: join(folder, '.n8n', 'nodes', 'node_modules', manifest.name),
		files: [...nodes, ...credentials],
	};
}

/** The trigger of a vendor in this package. */
export function ownTrigger(
	{ dir }: PackageFiles,
	{ folder }: VendorEntry,
	item: Record<string, unknown>,
): TriggerSubject {
	const className = `${folder}Trigger`;
	return { dir, file: `dist/nodes/${folder}/${className}.node.js`, className, item };
}

const ONFLEET_TRIGGER = 'nodes/Onfleet/OnfleetTrigger.node.js';

/** n8n's own package that is nearest to this one: deliveries, a secret, a body in JSON. */
export function onfleet(n8n: N8nInstallation): PackageFiles {
	return {
		name: 'Onfleet Trigger',
		dir: join(n8n.dir, 'node_modules', 'n8n-nodes-base', 'dist'),
		files: [
			'nodes/Onfleet/Onfleet.node.js',
			ONFLEET_TRIGGER,
			'credentials/OnfleetApi.credentials.js',
		],
	};
}

export function onfleetTrigger(
	{ dir }: PackageFiles,
	item: Record<string, unknown>,
): TriggerSubject {
	return { dir, file: ONFLEET_TRIGGER, className: 'OnfleetTrigger', item };
}
