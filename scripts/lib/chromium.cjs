const { existsSync } = require('node:fs');

const { ensureInstalled } = require('../../runtime/plain/apt.cjs');

const PLACES = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

/** Where Chromium is installed, or `undefined`. */
function findChromium() {
	return PLACES.find((place) => existsSync(place));
}

/** Installs Debian's Chromium for the tests that click, where that can be done, and gives its path. */
async function ensureChromium() {
	return await ensureInstalled({
		name: 'Chromium',
		packages: ['chromium', 'fonts-dejavu-core'],
		find: findChromium,
	});
}

module.exports = { ensureChromium, findChromium };
