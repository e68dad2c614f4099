import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const EXECUTABLE = '/usr/bin/chromium';
const INSTALL = 'apt-get install -y chromium';

/**
 * Installs Debian's Chromium for the tests that click, where that can be done.
 * @throws Error with the command to run, where it cannot
 */
export async function ensureChromium() {
	if (existsSync(EXECUTABLE)) return;
	console.log('Installing Chromium for the tests that click …');
	const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	spawnSync('apt-get', ['update'], quiet);
	spawnSync(
		'apt-get',
		['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
		quiet,
	);
	if (!existsSync(EXECUTABLE)) {
		throw new Error(`The tests that click need Chromium. Install it with: ${INSTALL}`);
	}
}
