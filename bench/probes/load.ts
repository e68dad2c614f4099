/**
 * Runs in a fresh process: how long a package's nodes and credentials take to load, how many modules that is, what of them
 * stays in memory, and how large the descriptions of its nodes are. Argument: the input as JSON. Writes the
 * result as JSON.
 */
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface LoadInput {
	n8nFile: string;
	dir: string;
	files: string[];
}

const { n8nFile, dir, files } = JSON.parse(process.argv[2] ?? '') as LoadInput;
const fromN8n = createRequire(n8nFile);
const fromPackage = createRequire(join(dir, 'package.json'));
const provided = ['n8n-workflow', 'zod'];

const loadedModules = (): number => Object.keys(fromN8n.cache).length;

for (const name of provided) {
	// A second copy would be counted as the package's own, which no user would see.
	if (fromPackage.resolve(name) !== fromN8n.resolve(name)) {
		throw new Error(`The package does not get n8n's ${name}: ${fromPackage.resolve(name)}`);
	}
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapUsed = (): number => {
	collectGarbage();
	return process.memoryUsage().heapUsed;
};

interface Loaded {
	description?: object;
	nodeVersions?: Record<string, { description: object }>;
}

/** A node or credential, as n8n makes one of each when it starts. */
function loadedFrom(file: string): Loaded {
	const exported = fromPackage(join(dir, file)) as Record<string, new () => Loaded>;
	const Class = exported[basename(file).split('.')[0] ?? ''];
	if (!Class) throw new Error(`${file} does not export what it is named for.`);
	return new Class();
}

/** What n8n sends the editor of a node, in all its versions; nothing of a credential. */
function descriptionsOf({ description, nodeVersions }: Loaded): object[] {
	if (nodeVersions === undefined) return description ? [description] : [];
	return Object.values(nodeVersions).map((version) => version.description);
}

for (const name of provided) fromN8n(name);
const modulesProvided = loadedModules();
const heapProvided = heapUsed();
const startedAt = performance.now();
const all = files.map(loadedFrom);
const endedAt = performance.now();
const modules = loadedModules();
const heapBytes = heapUsed() - heapProvided;

process.stdout.write(
	JSON.stringify({
		ms: endedAt - startedAt,
		modules: modules - modulesProvided,
		heapBytes,
		descriptionBytes: Buffer.byteLength(JSON.stringify(all.flatMap(descriptionsOf))),
	}),
);
