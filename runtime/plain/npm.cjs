// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { existsSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');

const { UserError } = require('./errors.cjs');
const { run } = require('./processes.cjs');

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** npm only warns of a full disk, file after file, for as long as it takes. */
const FULL = /ENOSPC/;

/** npm settings of the user that still hold when npm is called from within an npm script. */
const KEPT =
	/^npm_config_(registry|cache|userconfig|globalconfig|.*proxy|cafile|ca|strict_ssl|offline|prefer_offline|.*_authtoken)$/i;

function npmEnv(node) {
	const env = {};
	for (const [name, value] of Object.entries(process.env)) {
		const foreign = /^(npm_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$)/i.test(name) && !KEPT.test(name);
		if (!foreign) env[name] = value;
	}
	if (!node) return env;
	const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	env[path] = dirname(node) + delimiter + (env[path] ?? '');
	// What has to be compiled takes all processors.
	env.JOBS ??= 'max';
	// With the headers at hand, what has to be compiled needs nothing from nodejs.org.
	const headers = dirname(dirname(node));
	if (existsSync(join(headers, 'include', 'node', 'node.h'))) env.npm_config_nodedir = headers;
	return env;
}

async function npm(args, { cwd, node, reason = explain }) {
	const options = { cwd, env: npmEnv(node), endAt: FULL };
	const result = await run(NPM, args, options).catch(() => {
		throw new UserError('npm was not found. Install Node.js together with npm.');
	});
	if (result.code === 0) return result.stdout;
	throw new UserError(reason(result.output));
}

/** Whether npm's words tell that its registry gave no answer. */
function isUnreachable(output) {
	return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(
		output,
	);
}

/** Of a failed build: that a prebuilt file could not be had before is not why it failed. */
function explainBuild(output) {
	if (FULL.test(output)) return explain(output);
	const lines = output.split('\n').filter((line) => /gyp ERR!|error:|not found/i.test(line));
	return `It needs Python 3, make and a C++ compiler (on Debian: apt install python3 make g++). Install what is missing and run the command again; what was fetched is kept. The build's own words:\n${lines.slice(0, 12).join('\n')}`;
}

function explain(output) {
	if (FULL.test(output)) return 'The disk is full. Free some space and run the command again.';
	if (isUnreachable(output)) {
		return 'npm could not reach its registry. Check the connection to the internet (or the proxy settings of npm) and run the command again.';
	}
	if (/EACCES|EPERM/.test(output)) {
		return 'npm was not allowed to write its files. Check who owns the folder and run the command again.';
	}
	const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
	const words = (lines.length > 0 ? lines : output.trim().split('\n')).slice(0, 8).join('\n');
	return `npm did not finish. Its last words:\n${words}\nRun the command again; if it ends the same way, delete the folder it was installing into first.`;
}

module.exports = { explain, explainBuild, isUnreachable, npm, npmEnv };
