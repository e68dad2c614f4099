// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');

const MARKER = '.complete';
const FETCHED = '.fetched';
const UNFINISHED = '.installing';

const CURRENT_N8N = dirname(__dirname);
const OLDEST_N8N = join(CURRENT_N8N, 'oldest');

function cacheRoot(env = process.env) {
	if (env.LASTMILE_CACHE) return env.LASTMILE_CACHE;
	return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-lastmile');
}

function demoHome(env = process.env) {
	if (env.LASTMILE_HOME) return env.LASTMILE_HOME;
	const data = env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
	return join(data, 'n8n-nodes-lastmile', 'demo');
}

function cacheKey(source, platform = process.platform, arch = process.arch) {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		hash.update(readFileSync(join(source, file)));
	}
	return `n8n-${platform}-${arch}-${hash.digest('hex').slice(0, 16)}`;
}

function draftOf(source) {
	return join(cacheRoot(), `${cacheKey(source)}${UNFINISHED}`);
}

function isFetched(source) {
	return existsSync(join(draftOf(source), FETCHED));
}

function driverFile(source) {
	const lock = JSON.parse(readFileSync(join(source, 'package-lock.json'), 'utf8'));
	const { version } = lock.packages['node_modules/sqlite3'];
	const name = `sqlite3-${version}-${process.platform}-${process.arch}.node`;
	return join(cacheRoot(), 'drivers', name);
}

function isInstalled(source) {
	return existsSync(join(cacheRoot(), cacheKey(source), MARKER));
}

module.exports = {
	CURRENT_N8N,
	FETCHED,
	MARKER,
	OLDEST_N8N,
	UNFINISHED,
	cacheKey,
	cacheRoot,
	demoHome,
	draftOf,
	driverFile,
	isFetched,
	isInstalled,
};
