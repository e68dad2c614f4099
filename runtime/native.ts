import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { UserError } from './plain/errors.cjs';
import { explainBuild, npm, npmEnv } from './plain/npm.cjs';
import { run } from './plain/processes.cjs';

/** Where n8n looks for its database driver. */
const DRIVER = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

/**
 * Makes n8n's compiled parts loadable under `node`, as npm ran without install scripts. Takes the
 * prebuilt files where there are some, else compiles (about a minute). The database driver is kept at
 * `kept`, and taken from there when another n8n needs the same. Throws a UserError that says which
 * tools are needed.
 */
export async function buildNative(dir: string, node: string, kept: string): Promise<void> {
	const driver = join(dir, DRIVER);
	if (existsSync(kept) && !existsSync(driver)) await copy(kept, driver);
	await build(dir, node, 'sqlite3');
	if (existsSync(driver)) await copy(driver, kept);
	await build(dir, node, 'isolated-vm');
}

async function build(dir: string, node: string, name: string): Promise<void> {
	if (await loads(dir, node, name)) return;
	const options = { cwd: dir, node, reason: explainBuild };
	const failed = await npm(['rebuild', name, '--ignore-scripts=false'], options).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (await loads(dir, node, name)) return;
	const detail = failed instanceof Error ? ` ${failed.message}` : '';
	throw new UserError(`The part ${name} could not be built.${detail}`);
}

async function loads(dir: string, node: string, name: string): Promise<boolean> {
	const result = await run(node, ['-p', `typeof require(${JSON.stringify(name)})`], {
		cwd: dir,
		env: npmEnv(node),
	}).catch(() => ({ code: 1 }));
	return result.code === 0;
}

/** In one step, so that nobody finds half a file. */
async function copy(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await copyFile(from, `${to}.${process.pid}`);
	await rename(`${to}.${process.pid}`, to);
}
