import type { Locator, Page } from 'playwright-core';

import { column, PageBench, paste, says } from './support';

let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start()));
afterAll(() => bench.close());
afterEach(() => expect(bench.complaints.splice(0)).toEqual([]));

const PHONE = { width: 360, height: 740 };

/** A page with something everywhere. */
async function filled(page: Page): Promise<void> {
	const long = 'A-reference-as-long-as-some-systems-make-them-0123456789-0123456789-0123456789';
	await bench.bench.control('PUT', 'radaro/webhooks', {
		urls: [bench.receiver.url(`/${long}/${long}`)],
	});
	const remote_url = `https://127.0.0.1:1/${long}/${long}`;
	await bench.bench.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	await bench.bench.control('POST', 'radaro/jobs', { external_id: long });
	for (const path of ['detrack/jobs', 'routigo/tours', 'readycloud/orders']) {
		await bench.bench.control('POST', path, {});
	}
	bench.rows = [Object.fromEntries(Array.from({ length: 40 }, (_e, at) => [`column${at}`, long]))];
	await bench.mail(long, long);
	await bench.erp('POST', 'ToDo', { description: long, [long]: 1 });
	await bench.bench.control('POST', 'play', { jobs: 4, seed: 1 });
	await says(page.getByTestId('play-summary'), 'Done');
	await page.getByTestId('erp-change').waitFor();
	for (const details of await page.locator('summary').all()) {
		if (await details.isVisible()) await details.click();
	}
	await page.locator('pre').first().waitFor();
}

it.each([
	['a phone', PHONE],
	['a tablet', { width: 820, height: 1100 }],
	['a desk', { width: 1440, height: 900 }],
])('never scrolls sideways on %s', async (_name, viewport) => {
	const page = await bench.open({ viewport });
	await filled(page);
	const width = await page.evaluate('document.documentElement.scrollWidth');
	expect(width).toBeLessThanOrEqual(viewport.width);
	// What is wider than its panel would be cut off.
	const cut = await page.evaluate(`[...document.querySelectorAll('button, input, select, h2, h3')]
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
	await filled(page);
	const names = await page.evaluate<
		string[]
	>(`[...document.querySelectorAll('main :is(button, input, select, summary)')]
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

const TEXTS = ['h1', '.quiet', '.card p', 'button.strong', '.badge', 'a', 'summary', '#notice'];

it.each(['light', 'dark'] as const)('is readable in %s', async (colorScheme) => {
	const page = await bench.open({ colorScheme });
	await paste(page, 'radaro', { url: bench.receiver.url() });
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.locator('.badge.good'), '200');
	bench.receiver.answer = () => 500;
	await column(page, 'radaro').getByTestId('create-job').click();
	await says(page.locator('.badge.bad'), '500');
	const ratios = await page.evaluate<Record<string, number[]>>(`(() => {
		const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		const rgb = (color) => {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = color;
			canvas.fillRect(0, 0, 1, 1);
			return [...canvas.getImageData(0, 0, 1, 1).data];
		};
		const light = (color) => rgb(color).slice(0, 3).map((part) => part / 255)
			.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
			.reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
		const ground = (node) => {
			const own = getComputedStyle(node).backgroundColor;
			return rgb(own)[3] === 255 || !node.parentElement ? own : ground(node.parentElement);
		};
		const ratio = (node) => {
			const [low, high] = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => a - b);
			return (high + 0.05) / (low + 0.05);
		};
		const shown = (text) => [...document.querySelectorAll(text)].filter((node) => node.checkVisibility());
		return Object.fromEntries(${JSON.stringify(TEXTS)}.map((text) => [text, shown(text).map(ratio)]));
	})()`);
	for (const [text, each] of Object.entries(ratios)) {
		expect([text, each.length > 0]).toEqual([text, true]);
		expect([text, Math.min(...each) >= 4.5]).toEqual([text, true]);
	}
});
