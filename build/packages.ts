import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import manifest from '../package.json';
import { compiledFilesOf, packageNameOf, pageOf, type VendorEntry, VENDORS } from '../vendors';
import { readmeOf } from './packageReadme';

const TOP = path.join(__dirname, '..');

/**
 * Cuts the package of every vendor out of `dist`, each into a folder of its name below `outDir`,
 * and returns these folders: n8n verifies only packages for exactly one service. The files are those
 * of the combined package, at the same paths.
 */
export async function cutPackages(outDir: string): Promise<string[]> {
	return await Promise.all(VENDORS.map((vendor) => cutPackage(vendor, outDir)));
}

async function cutPackage(vendor: VendorEntry, outDir: string): Promise<string> {
	const folder = path.join(outDir, packageNameOf(vendor));
	const own = manifestOf(vendor);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const nodes = path.join('dist', 'nodes', vendor.folder);
	// Only index.ts, which a single package does not have, needs the types.
	const filter = (file: string): boolean => !file.endsWith('.d.ts');
	await cp(path.join(TOP, nodes), path.join(folder, nodes), { recursive: true, filter });
	for (const file of [...own.n8n.credentials, 'LICENSE']) {
		await cp(path.join(TOP, file), path.join(folder, file));
	}
	for (const file of own.n8n.nodes) {
		await renameCodex(path.join(folder, file.replace(/\.js$/, '.json')), own.name);
	}
	const page = await readFile(path.join(TOP, pageOf(vendor)), 'utf8');
	await writeFile(path.join(folder, 'README.md'), readmeOf(own.name, page));
	await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
	return folder;
}

/**
 * The `package.json` of a vendor's package. `repository.directory` is where n8n's scan finds a
 * `package.json` of that name in the sources; without one it refuses the package.
 */
function manifestOf(vendor: VendorEntry) {
	const name = packageNameOf(vendor);
	const { version, license, bugs, author, repository, engines, files, n8n } = manifest;
	const others: string[] = VENDORS.filter((other) => other !== vendor).map(({ slug }) => slug);
	return {
		name,
		version,
		description: `n8n nodes for ${vendor.name}: its webhooks as one flat delivery event, and ${vendor.actions} as actions`,
		keywords: manifest.keywords.filter((keyword) => !others.includes(keyword)),
		license,
		homepage: manifest.homepage.replace('#readme', `/blob/main/${pageOf(vendor)}`),
		bugs,
		author,
		repository: { ...repository, directory: `packages/${name}` },
		engines,
		files,
		n8n: { ...n8n, ...compiledFilesOf(vendor) },
		peerDependencies: manifest.peerDependencies,
	};
}

/** n8n shows what a codex file says only for the node type that it names, package included. */
async function renameCodex(file: string, name: string): Promise<void> {
	const codex = JSON.parse(await readFile(file, 'utf8')) as { node: string };
	const node = codex.node.replace(`${manifest.name}.`, `${name}.`);
	await writeFile(file, JSON.stringify({ ...codex, node }));
}
