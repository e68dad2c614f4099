/**
 * Runs in a fresh process: how long a package's files take to load, and how many modules that is.
 * Argument: the input as JSON. Writes the result as JSON.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

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

const modulesAtFirst = loadedModules();
const startedAt = performance.now();
for (const name of provided) fromN8n(name);
const providedAt = performance.now();
const modulesProvided = loadedModules();
for (const file of files) fromPackage(join(dir, file));
const endedAt = performance.now();
const modules = loadedModules();

process.stdout.write(
	JSON.stringify({
		ms: endedAt - providedAt,
		modules: modules - modulesProvided,
		coldMs: endedAt - startedAt,
		coldModules: modules - modulesAtFirst,
	}),
);
