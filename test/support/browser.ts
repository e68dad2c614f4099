import { existsSync } from 'node:fs';

import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';

/** Headless Chromium without a profile of its own and without calls to the outside. */
export async function openBrowser(): Promise<Browser> {
	if (!existsSync(EXECUTABLE)) {
		throw new Error('This test needs Chromium. Install it with: apt-get install -y chromium');
	}
	return await chromium.launch({
		executablePath: EXECUTABLE,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
