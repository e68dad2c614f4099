const { rm, mkdir, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const manifest = require('./package.json');
const { run } = require('./runtime/plain/processes.cjs');

const DIST = path.join(__dirname, 'dist');

/** Runs a command of a development dependency and fails with it. */
async function runTool(script, ...args) {
	const { code } = await run(process.execPath, [require.resolve(script), ...args], { shown: true });
	if (code !== 0) throw new Error(`${path.basename(script)} ended with ${code}.`);
}

async function clean() {
	await rm(DIST, { recursive: true, force: true });
}

/** Only what is published; `npm run typecheck` looks at everything. */
function typecheck() {
	return runTool('typescript/bin/tsc', '-p', path.join(__dirname, 'build'));
}

/** The types of what index.ts exports, for those who import the package. */
function types() {
	return runTool('typescript/bin/tsc', '-p', path.join(__dirname, 'build', 'tsconfig.types.json'));
}

/**
 * One CommonJS file per node and credential, so that n8n reads a handful of files. What n8n has
 * itself stays outside: n8n-workflow and zod.
 */
async function bundle() {
	const compiled = [...manifest.n8n.nodes, ...manifest.n8n.credentials, manifest.main];
	const { outputFiles } = await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints: compiled.map((file) => path.relative('dist', file).replace(/\.js$/, '.ts')),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow', 'zod'],
		legalComments: 'none',
		write: false,
	});
	for (const { path: file, text } of outputFiles) {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, withoutRepeats(text));
	}
}

/**
 * esbuild writes a call of `require` for every source file that imports a package. Node.js looks the
 * package up for each of them, which was a fifth of the time that all nodes take to load.
 */
function withoutRepeats(code) {
	const first = new Map();
	return code.replace(/^var (\w+) = require\("(.+)"\);$/gm, (line, name, module) => {
		if (first.has(module)) return `var ${name} = ${first.get(module)};`;
		first.set(module, name);
		return line;
	});
}

function icons() {
	return src('nodes/**/*.svg', { base: '.', encoding: false }).pipe(dest(DIST));
}

function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest(DIST));
}

/** What the editor and n8n's assistant know of a node's output before it has run. */
async function schemas() {
	require('tsx/cjs');
	const { outputSchemas } = require('./build/schemas.ts');
	for (const { file, schema } of outputSchemas()) {
		const target = path.join(DIST, 'nodes', file);
		await mkdir(path.dirname(target), { recursive: true });
		await writeFile(target, JSON.stringify(schema));
	}
}

/** One package per service, because n8n verifies no others: see build/packages.ts. */
async function cut() {
	require('tsx/cjs');
	const { cutPackages } = require('./build/packages.ts');
	await cutPackages(path.join(__dirname, 'packages'));
}

const build = series(clean, parallel(typecheck, bundle, icons, codex, schemas), types);
const packages = series(build, cut);

module.exports = { build, bundle, clean, default: build, packages, typecheck };
