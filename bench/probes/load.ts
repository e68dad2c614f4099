/**
 * Runs in a fresh process: how long a package's files take to load, how many modules that is, what of them
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

interface Described {
	description?: object;
	nodeVersions?: Record<string, { description: object }>;
}

/** What n8n sends the editor of a node, in all its versions. */
function descriptionsIn(file: string): object[] {
	const loaded = fromPackage(join(dir, file)) as Record<string, new () => Described>;
	const Node = loaded[basename(file).split('.')[0] ?? ''];
	if (!file.endsWith('.node.js') || !Node) return [];
	const { description, nodeVersions } = new Node();
	if (nodeVersions === undefined) return [description ?? {}];
	return Object.values(nodeVersions).map((version) => version.description);
}

const modulesAtFirst = loadedModules();
const startedAt = performance.now();
for (const name of provided) fromN8n(name);
const providedAt = performance.now();
const modulesProvided = loadedModules();
const heapProvided = heapUsed();
const filesAt = performance.now();
for (const file of files) fromPackage(join(dir, file));
const endedAt = performance.now();
const modules = loadedModules();
const heapBytes = heapUsed() - heapProvided;
const descriptions = files.flatMap(descriptionsIn);

process.stdout.write(
	JSON.stringify({
		ms: endedAt - filesAt,
		modules: modules - modulesProvided,
		coldMs: endedAt - filesAt + providedAt - startedAt,
		coldModules: modules - modulesAtFirst,
		heapBytes,
		descriptionBytes: Buffer.byteLength(JSON.stringify(descriptions)),
	}),
);
