import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { UserError } from './errors';
import { explain } from './plain/npm-errors.cjs';
import { run } from './processes';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** npm settings of the user that still hold when npm is called for another folder. */
const KEPT =
	/^npm_config_(registry|cache|userconfig|globalconfig|.*proxy|cafile|ca|strict_ssl|offline|prefer_offline|.*_authtoken)$/i;

/**
 * Environment for an npm that is called for another folder: without what an outer
 * `npm start` says about its own package, and with `node` first on the path if given.
 */
export function npmEnv(node?: string): NodeJS.ProcessEnv {
	const env: NodeJS.ProcessEnv = {};
	for (const [name, value] of Object.entries(process.env)) {
		const foreign = /^(npm_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$)/i.test(name) && !KEPT.test(name);
		if (!foreign) env[name] = value;
	}
	if (!node) return env;
	const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	env[path] = dirname(node) + delimiter + (env[path] ?? '');
	// With the headers at hand, what has to be compiled needs nothing from nodejs.org.
	const headers = dirname(dirname(node));
	if (existsSync(join(headers, 'include', 'node', 'node.h'))) env.npm_config_nodedir = headers;
	return env;
}

export interface NpmOptions {
	cwd: string;
	/** Node to run npm with; the one on the path without. */
	node?: string;
}

/** Runs npm and returns what it wrote. Throws a UserError that says what to do. */
export async function npm(args: string[], options: NpmOptions): Promise<string> {
	const { cwd, node } = options;
	const result = await run(NPM, args, { cwd, env: npmEnv(node) }).catch(() => {
		throw new UserError('npm was not found. Install Node.js together with npm.');
	});
	if (result.code === 0) return result.output;
	throw new UserError(explain(result.output));
}
