/**
 * `npm test` sets up and runs everything; `npm run test:unit` only the quick part. Plain JavaScript:
 * the development dependencies may not be there yet.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureInstalled } from '../runtime/plain/apt.cjs';
import { messageOf } from '../runtime/plain/errors.cjs';
import { CURRENT_N8N, OLDEST_N8N } from '../runtime/plain/places.cjs';
import { run } from '../runtime/plain/processes.cjs';
import { POSTGRES, REDIS } from '../runtime/servers/programs.cjs';
import { load } from './lib/bootstrap.mjs';
import { CHROMIUM } from './lib/chromium.cjs';
import { checkMachine } from './lib/needs.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROGRAMS = [CHROMIUM, POSTGRES, REDIS];
/** Tests in which services wait only so long for n8n, or n8n is killed while it is busy. */
const ALONE = '/workflow/(day|demo|queue)\\.test\\.ts$';
const quick = process.argv[2] === 'unit';
const folder = mkdtempSync(path.join(tmpdir(), 'lastmile-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const optionsOf = (env) => ({ cwd: root, env: { ...process.env, ...env } });

/** Runs a script of Node and shows what it writes. Gives whether it ended well. */
async function node(script, args, env = {}) {
	const { code } = await run(process.execPath, [script, ...args], {
		...optionsOf(env),
		shown: true,
	});
	return code === 0;
}

async function step(title, part) {
	console.log(`\n── ${title}`);
	if (!(await part())) failures.push(title);
}

/** Runs scripts one after the other, and shows of each what it has written when it has ended. */
async function inTurn(titled) {
	for (const [title, script, ...args] of titled) {
		const { code, output } = await run(process.execPath, [script, ...args], optionsOf({}));
		await step(title, () => {
			if (output !== '') console.log(output.trimEnd());
			return code === 0;
		});
	}
}

const tool = (file) => path.join(root, 'node_modules', file);

/**
 * Runs projects of jest, with so many test files at once: a number, or a share of the processors.
 *
 * @param only further arguments, such as those that choose test files
 */
async function jest(workers, projects, only = []) {
	const outputFile = path.join(folder, `${projects.join('-')}${only.length}.json`);
	const args = ['--selectProjects', ...projects, `--maxWorkers=${workers}`, ...only];
	args.push('--json', `--outputFile=${outputFile}`);
	const ok = await node(tool('jest/bin/jest.js'), args, { FORCE_COLOR: '0' });
	if (!existsSync(outputFile)) {
		total.failed++;
		return false;
	}
	const result = JSON.parse(readFileSync(outputFile, 'utf8'));
	total.passed += result.numPassedTests;
	total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
	total.skipped += result.numPendingTests + result.numTodoTests;
	return ok;
}

try {
	await checkMachine(quick ? {} : { n8n: [CURRENT_N8N, OLDEST_N8N], programs: PROGRAMS });
	await ensureDependencies();
	if (quick) {
		await step('Unit tests', () => jest('100%', ['unit']));
	} else {
		console.log('\nLooking at types, format and rules, two at a time …');
		await Promise.all([
			inTurn([
				['Types', tool('typescript/bin/tsc'), '--noEmit', '-p', root],
				['Format', tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', root],
			]),
			inTurn([
				['Build', tool('gulp/bin/gulp.js'), 'build'],
				["Lint, with n8n's own gate", path.join(root, 'scripts/lint.mjs')],
				["Lint, with the team's rules", tool('eslint/bin/eslint.js'), '--max-warnings=0', root],
			]),
		]);
		await step('Unit tests, with zod 3 and 4', () => jest('100%', ['unit', 'zod4']));
		await step('The packed package', () => jest(1, ['package']));
		await step('n8n, Chromium, PostgreSQL and Redis', async () => {
			for (const program of PROGRAMS) await ensureInstalled(program);
			const { ensureN8n } = await load('./runtime/install.ts');
			for (const source of [CURRENT_N8N, OLDEST_N8N]) await ensureN8n({ log: console.log, source });
			return true;
		});
		await step("The sandbox's page", () => jest(1, ['browser']));
		// Two of them wait for n8n more than they compute; more would want much memory.
		await step('Workflows in a real n8n', () =>
			jest(2, ['workflow'], [`--testPathIgnorePatterns=${ALONE}`]),
		);
		await step('Workflows that want a computer for themselves', () =>
			jest(1, ['workflow'], ['--testPathPattern', ALONE]),
		);
		await step('Figures, in short', () => node(path.join(root, 'scripts/bench.mjs'), ['--short']));
	}
} catch (error) {
	console.error(messageOf(error));
	failures.push('Set-up');
} finally {
	rmSync(folder, { recursive: true, force: true });
}

if (failures.length > 0) {
	console.log(`\nNot everything holds: ${failures.join('; ')}. The reasons stand above.`);
	process.exitCode = 1;
	if (total.failed === 0) total.failed = failures.length;
} else {
	console.log('\nEverything holds.');
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
