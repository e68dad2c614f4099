// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { constants, existsSync } = require('node:fs');
const { access, stat, statfs } = require('node:fs/promises');
const { delimiter, dirname, join, resolve } = require('node:path');

const { nodePackage } = require('../node24.cjs');
const { isUnreachable, npmEnv } = require('../npm.cjs');
const { isPortTaken } = require('../ports.cjs');
const { run } = require('../processes.cjs');

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const ANSWER_MS = 10_000;

function thisMachine() {
	return {
		nodeVersion: process.versions.node,
		platform: process.platform,
		arch: process.arch,
		env: process.env,
		bringsNode: nodePackage() !== undefined,
		installsPackages: hasProgram('apt-get') && process.getuid?.() === 0,
		hasProgram,
		isPortTaken,
		isWritable,
		roomAt,
		reachesGitHub,
		reachesRegistry,
	};
}

function hasProgram(name) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.some((folder) => existsSync(join(folder, name)));
}

/** The folder itself, or the nearest one above it that is there. */
function nearest(path) {
	const folder = resolve(path);
	const above = dirname(folder);
	return existsSync(folder) || above === folder ? folder : nearest(above);
}

async function isWritable(path) {
	return await access(nearest(path), constants.W_OK | constants.X_OK).then(
		() => true,
		() => false,
	);
}

async function roomAt(path) {
	const folder = nearest(path);
	const [{ dev }, { bavail, bsize }] = await Promise.all([stat(folder), statfs(folder)]);
	return { disk: String(dev), bytes: bavail * bsize };
}

/** npm is asked, as it knows the registry and the proxy; any answer of the registry will do. */
async function reachesRegistry() {
	const args = ['ping', '--fetch-retries=0', `--fetch-timeout=${ANSWER_MS}`];
	const result = await run(NPM, args, { env: npmEnv(), timeoutMs: 2 * ANSWER_MS }).catch(() => ({
		code: 1,
		output: '',
	}));
	return result.code === 0 || !(result.timedOut || isUnreachable(result.output));
}

/** Behind a proxy it is taken as reached: only npm knows the way. */
async function reachesGitHub() {
	if (Object.keys(process.env).some((name) => /^(npm_config_)?https?[-_]proxy$/i.test(name))) {
		return true;
	}
	try {
		await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
		return true;
	} catch {
		return false;
	}
}

module.exports = { thisMachine };
