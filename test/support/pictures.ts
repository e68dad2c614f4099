import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { VENDORS } from '../../vendors';

const IMAGES = path.join(__dirname, '..', '..', 'docs', 'images');

/** Whether the browser tests make the pictures of the documents anew; `npm run pictures` says so. */
const WANTED = process.env.LASTMILE_PICTURES === '1';

/** Steps to the first mail, as they look with each service. */
const STEPS = [
	'panel',
	'credential',
	'trigger',
	'event',
	'mapping',
	'mail-node',
	'publish',
	'table',
	'mail',
];

/** Templates whose canvas is shown. */
const CANVASES = [
	'board',
	'customer-told',
	'day-in-one-mail',
	'delivery-log',
	'detrack-failed',
	'erp-erpnext',
	'erp-odoo',
	'erp-postgres',
	'event-log/changes',
	'event-log/jobs',
	'event-log/keep-tidy',
	'event-log/reader',
	'event-log/receive',
	'event-log/round',
	'failed-or-partial',
	'low-rating',
	'nightly-reconciliation',
	'readycloud-health',
	'routigo-tours',
	'sheet-to-jobs',
	'short-mail',
	'short-sheet',
];

/** The name of the picture of a template's canvas. */
export const canvasOf = (template: string): string => template.replace('/', '-');

/** All pictures of the documents, by their paths below `docs/images/` without `.png`. */
export const PICTURES: readonly string[] = [
	...VENDORS.flatMap(({ slug }) => STEPS.map((step) => `first-mail/${slug}-${step}`)),
	...CANVASES.map(canvasOf),
	'demo',
	...['own', 'which', 'samples', 'place'].map((step) => `event-log-reader-${step}`),
];

/** The file of a picture. */
export const fileOf = (name: string): string => path.join(IMAGES, `${name}.png`);

/** The part of a page that is worth seeing, in CSS pixels. */
export interface Part {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What comes and goes by itself, or lies on a canvas. */
const PASSING = [
	'.el-notification',
	'[role="tooltip"]',
	'.vue-flow__panel',
	'[data-test-id="canvas-wrapper"] button',
]
	.map((each) => `${each} { visibility: hidden !important; }`)
	.join(' ');

const MARGIN = 40;
/** A node's name stands below its box. */
const NAME = 40;

/** Writes what a page shows into `docs/images/`, where pictures are wanted and this one is listed. */
export async function takePicture(
	page: Page,
	name: string,
	part: Partial<Part> = {},
): Promise<void> {
	if (!WANTED || !PICTURES.includes(name)) return;
	await page.mouse.move(0, 0);
	// Expressions are shown with their results some moments after they were dropped.
	await page.waitForTimeout(1000);
	await mkdir(path.dirname(fileOf(name)), { recursive: true });
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	await page.screenshot({
		path: fileOf(name),
		clip: { x: 0, y: 0, width, height, ...part },
		animations: 'disabled',
		style: PASSING,
	});
}

/** Takes the picture of a workflow that is open in the editor, as large as the window allows. */
export async function takeCanvas(page: Page, template: string): Promise<void> {
	if (!WANTED) return;
	await page.click('[data-test-id="zoom-to-fit"]');
	// It glides there.
	await page.waitForTimeout(1000);
	const boxes = await page
		.locator('.vue-flow__node')
		.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON() as Part));
	const x = Math.min(...boxes.map((box) => box.x)) - MARGIN;
	const y = Math.min(...boxes.map((box) => box.y)) - MARGIN;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + NAME;
	// What was imported is still selected.
	await page.mouse.click(x + 4, y + 4);
	const part = { x, y, width: right - x, height: bottom - y };
	await takePicture(page, canvasOf(template), part);
}
