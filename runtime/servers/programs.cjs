// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

const { ensureInstalled } = require('../plain/apt.cjs');

/** Where Debian keeps each version's programs, which are not on the path. */
const VERSIONS = '/usr/lib/postgresql';

function findPostgres() {
	const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(VERSIONS, version, 'bin'))
		.find((folder) => existsSync(path.join(folder, 'initdb')));
}

const POSTGRES = { name: 'PostgreSQL', packages: ['postgresql'], find: findPostgres };

async function ensurePostgres(log) {
	return await ensureInstalled({ ...POSTGRES, log });
}

function findRedis() {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
	return folders.find((folder) => existsSync(path.join(folder, 'redis-server')));
}

const REDIS = { name: 'Redis', packages: ['redis-server'], find: findRedis };

async function ensureRedis(log) {
	return await ensureInstalled({ ...REDIS, log });
}

module.exports = { ensurePostgres, ensureRedis, POSTGRES, REDIS };
