import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { extract } from 'tar';

import { packPackage } from '../../runtime/pack';
import type { Vendor } from '../support/vendors';

const ROOT = path.join(__dirname, '..', '..');

/** The packed tarball, unpacked where nothing else is within reach. */
export interface CleanRoom {
	/** The folder from which code can load the package. */
	room: string;
	unpacked: string;
	/** All files of the package, by their path within it. */
	files(): Promise<string[]>;
	remove(): Promise<void>;
}

/** Packs the package and unpacks it into a clean room. */
export async function cleanRoom(): Promise<CleanRoom> {
	const outDir = await mkdtemp(path.join(os.tmpdir(), 'lastmile-pack-'));
	try {
		return await unpack(await packPackage({ outDir }), 'n8n-nodes-lastmile');
	} finally {
		await rm(outDir, { recursive: true, force: true });
	}
}

/**
 * Unpacks a tarball into a room of its own: within reach is only what n8n gives to community nodes.
 * What loads elsewhere just because of a development dependency would crash at a user's.
 */
export async function unpack(file: string, packageName: string): Promise<CleanRoom> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-room-'));
	await extract({ file, cwd: folder });
	const room = path.join(folder, 'room');
	const unpacked = path.join(room, 'node_modules', packageName);
	await mkdir(path.dirname(unpacked), { recursive: true });
	await rename(path.join(folder, 'package'), unpacked);
	for (const name of ['n8n-workflow', 'zod']) {
		await symlink(path.join(ROOT, 'node_modules', name), path.join(room, 'node_modules', name));
	}
	return {
		room,
		unpacked,
		async files() {
			const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
			return entries
				.filter((entry) => entry.isFile())
				.map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)))
				.sort();
		},
		async remove() {
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The schemas that a vendor's operations give, as n8n looks for them. */
export const schemasOf = ({ folder, resources }: Vendor): string[] =>
	resources.flatMap(({ value, operations }) =>
		operations.map(
			({ option }) =>
				`dist/nodes/${folder}/__schema__/v1.0.0/${value}/${String(option.value)}.json`,
		),
	);
