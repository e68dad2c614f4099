const { existsSync } = require('node:fs');

const { ensureInstalled } = require('../../runtime/plain/apt.cjs');

const PLACES = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

const CHROMIUM = {
	name: 'Chromium',
	packages: ['chromium', 'fonts-dejavu-core'],
	find: () => PLACES.find((place) => existsSync(place)),
};

async function ensureChromium() {
	return await ensureInstalled(CHROMIUM);
}

module.exports = { CHROMIUM, ensureChromium };
