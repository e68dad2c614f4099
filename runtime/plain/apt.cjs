// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { UserError } = require('./errors.cjs');
const { run } = require('./processes.cjs');

async function ensureInstalled({ name, packages, find, log = console.log }) {
	const found = find();
	if (found !== undefined) return found;
	log(`Installing ${name} …`);
	await installPackages(packages);
	const installed = find();
	if (installed !== undefined) return installed;
	throw new UserError(
		`${name} is needed here, and could not be installed. Install it with: apt-get update && apt-get install -y ${packages.join(' ')}`,
	);
}

/** Another system, no rights or no network all end quietly here: who called looks what there is. */
async function installPackages(packages) {
	// At run level 1 no package starts a service of its own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
		await run('apt-get', args, { env }).catch(() => {});
	}
}

module.exports = { ensureInstalled };
