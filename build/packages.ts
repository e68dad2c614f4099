import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import manifest from '../package.json';
import { readmeOf } from './packageReadme';

const TOP = path.join(__dirname, '..');

/** A service that has a package of its own beside the combined one. */
export interface Service {
	/** As users write it. */
	name: string;
	/** Below `nodes/`, and the stem of its files. */
	folder: string;
	/** Its page in `docs/`, its keyword, and the end of its package's name. */
	slug: string;
	/** What its action node works with. */
	actions: string;
}

/** n8n verifies only packages for exactly one service, so each has one. */
export const SERVICES: readonly Service[] = [
	{ name: 'Radaro', folder: 'Radaro', slug: 'radaro', actions: 'jobs' },
	{ name: 'Detrack', folder: 'Detrack', slug: 'detrack', actions: 'jobs and proofs of delivery' },
	{ name: 'RoutiGo', folder: 'Routigo', slug: 'routigo', actions: 'orders and webhooks' },
	{ name: 'ReadyCloud', folder: 'ReadyCloud', slug: 'readycloud', actions: 'orders and contacts' },
];

export const packageNameOf = ({ slug }: Service): string => `n8n-nodes-${slug}`;

/**
 * Cuts the package of every service out of `dist`, each into a folder of its name below `outDir`,
 * and returns these folders. The files are those of the combined package, at the same paths.
 */
export async function cutPackages(outDir: string): Promise<string[]> {
	return await Promise.all(SERVICES.map((service) => cutPackage(service, outDir)));
}

async function cutPackage(service: Service, outDir: string): Promise<string> {
	const folder = path.join(outDir, packageNameOf(service));
	const own = manifestOf(service);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const nodes = path.join('dist', 'nodes', service.folder);
	// Only index.ts, which a single package does not have, needs the types.
	const filter = (file: string): boolean => !file.endsWith('.d.ts');
	await cp(path.join(TOP, nodes), path.join(folder, nodes), { recursive: true, filter });
	for (const file of [...own.n8n.credentials, 'LICENSE']) {
		await cp(path.join(TOP, file), path.join(folder, file));
	}
	for (const file of own.n8n.nodes) {
		await renameCodex(path.join(folder, file.replace(/\.js$/, '.json')), own.name);
	}
	const page = await readFile(path.join(TOP, 'docs', `${service.slug}.md`), 'utf8');
	await writeFile(path.join(folder, 'README.md'), readmeOf(own.name, page));
	await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
	return folder;
}

/**
 * The `package.json` of a service's package. `repository.directory` is where n8n's scan finds a
 * `package.json` of that name in the sources; without one it refuses the package.
 */
function manifestOf(service: Service) {
	const name = packageNameOf(service);
	const { version, license, bugs, author, repository, engines, files, n8n } = manifest;
	const others = SERVICES.filter((other) => other !== service).map(({ slug }) => slug);
	return {
		name,
		version,
		description: `n8n nodes for ${service.name}: its webhooks as one flat delivery event, and ${service.actions} as actions`,
		keywords: manifest.keywords.filter((keyword) => !others.includes(keyword)),
		license,
		homepage: manifest.homepage.replace('#readme', `/blob/main/docs/${service.slug}.md`),
		bugs,
		author,
		repository: { ...repository, directory: `packages/${name}` },
		engines,
		files,
		n8n: {
			...n8n,
			credentials: n8n.credentials.filter((file) =>
				path.posix.basename(file).startsWith(service.folder),
			),
			nodes: n8n.nodes.filter((file) => file.startsWith(`dist/nodes/${service.folder}/`)),
		},
		peerDependencies: manifest.peerDependencies,
	};
}

/** n8n shows what a codex file says only for the node type that it names, package included. */
async function renameCodex(file: string, name: string): Promise<void> {
	const codex = JSON.parse(await readFile(file, 'utf8')) as { node: string };
	const node = codex.node.replace(`${manifest.name}.`, `${name}.`);
	await writeFile(file, JSON.stringify({ ...codex, node }));
}
