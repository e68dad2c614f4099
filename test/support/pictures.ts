import path from 'node:path';

import type { Page } from 'playwright-core';

const IMAGES = path.join(__dirname, '..', '..', 'docs', 'images');

/** Whether the browser tests make the pictures of the documents anew. */
const WANTED = process.env.LASTMILE_PICTURES === '1';

/** What comes and goes by itself. */
const PASSING = '.el-notification, [role="tooltip"], .n8n-tooltip { display: none !important; }';

/**
 * Writes what a page shows into `docs/images/`, where pictures are wanted.
 * @param height of the upper part that is worth seeing; all of it without
 */
export async function takePicture(page: Page, name: string, height?: number): Promise<void> {
	if (!WANTED) return;
	await page.mouse.move(0, 0);
	// Expressions are shown with their results some moments after they were dropped.
	await page.waitForTimeout(1000);
	const { width = 0, height: whole = 0 } = page.viewportSize() ?? {};
	await page.screenshot({
		path: path.join(IMAGES, `${name}.png`),
		clip: { x: 0, y: 0, width, height: height ?? whole },
		animations: 'disabled',
		style: PASSING,
	});
}
