// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { spawnSync } = require('node:child_process');

/**
 * Installs packages of Debian, where that can be done. Whether they are there afterwards is for the
 * caller to look at: another system, no rights or no network all end quietly here.
 */
function installPackages(...packages) {
	// At run level 1 no package starts a service of its own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
	spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
		stdio: 'ignore',
		env,
	});
}

module.exports = { installPackages };
