const { existsSync } = require('node:fs');

const { installPackages } = require('./apt.cjs');

const PLACES = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

/** Where Chromium is installed, or `undefined`. */
function findChromium() {
	return PLACES.find((place) => existsSync(place));
}

/**
 * Installs Debian's Chromium for the tests that click, where that can be done, and gives its path.
 * @throws Error with the command to run, where it cannot
 */
async function ensureChromium() {
	const found = findChromium();
	if (found !== undefined) return found;
	console.log('Installing Chromium for the tests that click …');
	await installPackages('chromium', 'fonts-dejavu-core');
	const installed = findChromium();
	if (installed !== undefined) return installed;
	throw new Error(
		'The tests that click need Chromium. Install it with: apt-get update && apt-get install -y chromium',
	);
}

module.exports = { ensureChromium, findChromium };
