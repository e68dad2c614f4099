import { type Browser, chromium } from 'playwright-core';

import { ensureChromium } from '../../scripts/lib/chromium.cjs';

/** Headless Chromium without a profile of its own and without calls to the outside. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: await ensureChromium(),
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
