import { join } from 'node:path';
import manifest from '../package.json';
import type { N8nInstallation } from '../runtime/install';
import { packPackage } from '../runtime/pack';
import { installTarballs } from '../runtime/tarballs';

/** What is measured: a package's files, and the trigger among them. */
export interface Subject {
	name: string;
	/** Folder that `files` are in. */
	dir: string;
	/** The compiled nodes and credentials, all that n8n would load. */
	files: string[];
	trigger: { file: string; className: string };
	/** Values of an item that show that the trigger has done its work on the sample body. */
	item: Record<string, unknown>;
}

/**
 * This package as users have it: packed, and unpacked outside of the checkout, where the
 * development dependencies cannot be found instead of n8n's. One subject for each trigger measured.
 */
export async function ownPackage(
	folder: string,
): Promise<Record<'radaro' | 'detrack' | 'routigo' | 'readyCloud', Subject>> {
	const tarball = await packPackage({ outDir: folder });
	await installTarballs(folder, [tarball]);
	const { nodes, credentials } = manifest.n8n;
	const own = {
		name: 'this package',
		dir: join(folder, '.n8n', 'nodes', 'node_modules', manifest.name),
		files: [...nodes, ...credentials],
	};
	return {
		radaro: {
			...own,
			trigger: { file: 'dist/nodes/Radaro/RadaroTrigger.node.js', className: 'RadaroTrigger' },
			item: { provider: 'radaro', event: 'status_changed', status: 'delivered', jobId: '61204877' },
		},
		detrack: {
			...own,
			trigger: { file: 'dist/nodes/Detrack/DetrackTrigger.node.js', className: 'DetrackTrigger' },
			item: { provider: 'detrack', status: 'delivered', reference: 'ORD-48208', itemCount: 2 },
		},
		routigo: {
			...own,
			trigger: { file: 'dist/nodes/Routigo/RoutigoTrigger.node.js', className: 'RoutigoTrigger' },
			item: { provider: 'routigo', status: 'delivered' },
		},
		readyCloud: {
			...own,
			trigger: {
				file: 'dist/nodes/ReadyCloud/ReadyCloudTrigger.node.js',
				className: 'ReadyCloudTrigger',
			},
			item: { provider: 'readyCloud', event: 'job_updated' },
		},
	};
}

/** n8n's own trigger that is nearest to this package: deliveries, a secret, a body in JSON. */
export function onfleet(n8n: N8nInstallation): Subject {
	const trigger = 'nodes/Onfleet/OnfleetTrigger.node.js';
	return {
		name: 'Onfleet Trigger',
		dir: join(n8n.dir, 'node_modules', 'n8n-nodes-base', 'dist'),
		files: ['nodes/Onfleet/Onfleet.node.js', trigger, 'credentials/OnfleetApi.credentials.js'],
		trigger: { file: trigger, className: 'OnfleetTrigger' },
		item: { topic: 'job.status_changed', event_type: 'updated' },
	};
}
