// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

const { installPackages } = require('./apt.cjs');

/** Where Debian keeps each version's programs, which are not on the path. */
const VERSIONS = '/usr/lib/postgresql';

/** The folder with the programs of the newest PostgreSQL, or `undefined`. */
function findPostgres() {
	const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(VERSIONS, version, 'bin'))
		.find((folder) => existsSync(path.join(folder, 'initdb')));
}

/**
 * Installs Debian's PostgreSQL for the tests that write to a database, where that can be done, and
 * gives the folder of its programs.
 * @throws Error with the command to run, where it cannot
 */
async function ensurePostgres() {
	const found = findPostgres();
	if (found !== undefined) return found;
	console.log('Installing PostgreSQL for the tests that write to a database …');
	await installPackages('postgresql');
	const installed = findPostgres();
	if (installed !== undefined) return installed;
	throw new Error(
		'The tests that write to a database need PostgreSQL. Install it with: apt-get update && apt-get install -y postgresql',
	);
}

module.exports = { ensurePostgres, findPostgres };
