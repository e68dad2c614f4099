// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { run } = require('../../runtime/plain/processes.cjs');

/**
 * Installs packages of Debian, where that can be done. Whether they are there afterwards is for the
 * caller to look at: another system, no rights or no network all end quietly here.
 */
async function installPackages(...packages) {
	// At run level 1 no package starts a service of its own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
		await run('apt-get', args, { env }).catch(() => {});
	}
}

module.exports = { installPackages };
