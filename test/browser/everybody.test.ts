import type { Locator, Page } from 'playwright-core';

import { column, fill, PageBench, PHONE, says } from './support';

let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start()));
afterAll(() => bench.close());
afterEach(() => expect(bench.complaints.splice(0)).toEqual([]));

it.each([
	['a phone', PHONE],
	['a tablet', { width: 820, height: 1100 }],
	['a desk', { width: 1440, height: 900 }],
])('never scrolls sideways on %s', async (_name, viewport) => {
	const page = await bench.open({ viewport });
	await fill(bench, page);
	const width = await page.evaluate('document.documentElement.scrollWidth');
	expect(width).toBeLessThanOrEqual(viewport.width);
	// What is wider than its panel would be cut off.
	const cut =
		await page.evaluate(`[...document.querySelectorAll('button, input, select, textarea, h2, h3')]
		.filter((each) => each.checkVisibility() && !each.closest('table'))
		.filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
		.map((each) => each.outerHTML)`);
	expect(cut).toEqual([]);
	bench.complaints.splice(0);
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let count = 0; count < 150; count++) {
		if ((await target.and(page.locator(':focus')).count()) > 0) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('The keyboard does not get there.');
}

it('is worked with the keyboard alone, and keeps the focus while it changes', async () => {
	const page = await bench.open();
	const radaro = column(page, 'radaro');
	await tabTo(page, radaro.getByTestId('create-job'));
	await page.keyboard.press('Enter');
	await radaro.getByTestId('job-card').waitFor();
	await tabTo(page, radaro.getByTestId('webhook-url'));
	await page.keyboard.type(bench.receiver.url());
	// The page refreshes itself meanwhile, and what is typed stays.
	await bench.bench.control('POST', 'radaro/jobs', {});
	await radaro.getByTestId('job-card').nth(1).waitFor();
	await tabTo(page, radaro.getByTestId('webhook-save'));
	await page.keyboard.press('Enter');
	await says(page.locator('#notice'), 'Events go there');
	const card = radaro.getByTestId('job-card').first();
	await tabTo(page, card.getByTestId('step-assign'));
	for (const status of ['assigned', 'pickup', 'picked_up', 'in_progress', 'delivered']) {
		await page.keyboard.press('Enter');
		await radaro.locator(`[data-status="${status}"]`).waitFor();
		expect(await card.locator(':focus').count()).toBe(1);
	}
	expect(bench.receiver.received).toHaveLength(5);
});

it('shows where the focus is', async () => {
	const page = await bench.open();
	await page.keyboard.press('Tab');
	for (let count = 0; count < 12; count++) {
		const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
		expect(outline).not.toBe('none');
		await page.keyboard.press('Tab');
	}
});

it('names every control, and no two of a page alike in different jobs', async () => {
	const page = await bench.open();
	await fill(bench, page);
	const names = await page.evaluate<
		string[]
	>(`[...document.querySelectorAll('main :is(button, input, select, textarea, summary)')]
		.filter((node) => node.checkVisibility())
		.map((node) => node.ariaLabel || node.labels?.[0]?.textContent || node.textContent)
		.map((name) => name.trim())`);
	expect(names.length).toBeGreaterThan(30);
	expect(names.filter((name) => name === '')).toEqual([]);
	const steps = names.filter((name) => /^(Assign|Start|Deliver|Fail)\b/.test(name));
	expect(steps.length).toBeGreaterThan(2);
	for (const name of steps) expect(name).toMatch(/: .+/);
	bench.complaints.splice(0);
});
