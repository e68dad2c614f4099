import type { Locator, Page } from 'playwright-core';

import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { column, PageBench, paste, PHONE, says } from './support';

let bench: PageBench;
beforeAll(async () => void (bench = await PageBench.start()));
afterAll(() => bench.close());

const ID = '3f0c1b2a-8d7e-4f6a-9b1c-2d3e4f5a6b7c';
const NOWHERE = `http://127.0.0.1:1/webhook/${ID}/radaro`;
const PASTED = ['radaro', 'detrack'];
const control = (method: string, path: string, body?: object) =>
	bench.bench.control(method, path, body);

/** Opens what is folded away in a column, and gives its field. */
async function fieldIn(page: Page, vendor: string): Promise<Locator> {
	const field = column(page, vendor).getByTestId('webhook-url');
	if (!(await field.isVisible())) {
		await column(page, vendor).locator('[data-part="setup-title"]').click();
	}
	return field;
}

/** Waits until a column's field holds this. */
async function holds(page: Page, vendor: string, value: string): Promise<void> {
	const field = column(page, vendor).getByTestId('webhook-url');
	for (let tries = 0; (await field.inputValue()) !== value && tries < 100; tries++) {
		await page.waitForTimeout(100);
	}
	expect(await field.inputValue()).toBe(value);
}

/** What a field is described by, as it is read out. */
async function descriptionOf(field: Locator): Promise<string> {
	return await field.evaluate((node) =>
		(node.getAttribute('aria-describedby') ?? '')
			.split(' ')
			.map((id: string) => node.ownerDocument.getElementById(id)?.textContent ?? `no ${id}`)
			.join(' '),
	);
}

describe.each(PASTED)('an address of n8n at %s', (vendor) => {
	it.each([
		['a phone', PHONE],
		['a desk', { width: 1440, height: 900 }],
	])('can be read whole on %s', async (_name, viewport) => {
		const page = await bench.open({ viewport });
		const url = `https://n8n.a-customer-with-a-long-name.example/webhook/${ID}/${vendor}`;
		await control('PUT', `${vendor}/webhooks`, { urls: [url] });
		const field = await fieldIn(page, vendor);
		await holds(page, vendor, url);
		const hidden = await field.evaluate((node) => [
			node.scrollWidth - node.clientWidth,
			node.scrollHeight - node.clientHeight,
		]);
		expect(hidden).toEqual([0, 0]);
	});

	it('has what is wrong with it said at its field, until somebody types', async () => {
		const page = await bench.open();
		const own = column(page, vendor);
		const field = await fieldIn(page, vendor);
		await field.fill('somewhere');
		await own.getByTestId('webhook-secret').fill('short');
		await own.getByTestId('webhook-save').click();
		const fault = own.locator('[data-part="url-fault"]');
		await says(fault, '“somewhere” is not a web address');
		expect(await descriptionOf(field)).toContain('“somewhere” is not a web address');
		expect(await field.getAttribute('aria-invalid')).toBe('true');
		expect(await field.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
		const secret = own.getByTestId('webhook-secret');
		expect(await descriptionOf(secret)).toContain('has at least 6 characters.');
		await page.keyboard.type('!');
		await own.locator('[data-part="url-fault"]:empty').waitFor({ state: 'attached' });
		expect(await field.getAttribute('aria-invalid')).toBeNull();
		expect(await secret.getAttribute('aria-invalid')).toBe('true');
	});

	it('comes with a secret that can be shown, until it is another one', async () => {
		const page = await bench.open();
		const own = column(page, vendor);
		await fieldIn(page, vendor);
		const shown = own.getByTestId('webhook-secret-shown');
		const first = vendor === 'radaro' ? RADARO_WEBHOOK_TOKEN : DETRACK_WEBHOOK_PASSWORD;
		await own.getByRole('button', { name: /^Show the (webhook token|password) of / }).click();
		await says(shown, first);
		const beside = vendor === 'radaro' ? '' : `The user name is “${DETRACK_WEBHOOK_USERNAME}”. `;
		await says(own.locator('[data-part="secret-hint"]'), `${beside}With another one than in n8n`);
		await own.getByRole('button', { name: /^Hide the (webhook token|password) of / }).click();
		expect(await shown.textContent()).toBe('');
		await own.getByTestId('webhook-secret-show').click();
		await says(shown, first);
		await paste(page, vendor, { secret: 'another-secret' });
		await own.getByRole('button', { name: /^Show the / }).click();
		await says(shown, 'another-secret');
	});

	it('comes back with its secret, and the page says where events go meanwhile', async () => {
		const page = await bench.open();
		const demo = bench.receiver.url(`/webhook/${ID}/${vendor}`);
		await control('PUT', `${vendor}/demo`, { url: demo });
		const own = column(page, vendor);
		const title = own.locator('[data-part="setup-title"]');
		await says(title, 'Webhook address');
		await fieldIn(page, vendor);
		expect(await own.getByTestId('webhook-restore').isVisible()).toBe(false);
		await paste(page, vendor, { url: NOWHERE, secret: 'another-secret' });
		await says(page.locator('#notice'), 'The demo’s workflow gets nothing of them.');
		await says(title, '(not the demo’s)');
		await says(own.locator('[data-part="hint"]'), 'The demo’s workflow gets nothing of');
		await own.getByRole('button', { name: /^Back to the demo’s address and/ }).click();
		await says(page.locator('#notice'), 'as at the start again');
		await holds(page, vendor, demo);
		expect(await own.getByTestId('webhook-restore').isVisible()).toBe(false);
		await own.getByTestId('create-job').click();
		await says(own.getByTestId('last-outcome'), 'Started');
	});
});

it('tells what came of the last call at each address, also of forty', async () => {
	const page = await bench.open();
	const there = bench.receiver.url('/webhook/there');
	const others = Array.from({ length: 38 }, (_each, at) => bench.receiver.url(`/webhook/${at}`));
	await paste(page, 'radaro', { url: [there, NOWHERE, ...others].join('\n') });
	await says(page.locator('#notice'), 'Events go to these 40 addresses from now on.');
	const radaro = column(page, 'radaro');
	await says(radaro.getByTestId('called').first(), 'Nothing was sent there yet.');
	await radaro.getByTestId('create-job').click();
	await says(page.locator('#notice'), 'Sent to 40 addresses: 39 started a workflow, 1 failed.');
	await says(
		page.locator('#notice'),
		'127.0.0.1:1/webhook/3f0c1b2a…/radaro: n8n cannot be reached',
	);
	await says(radaro.getByTestId('last-outcome').first(), 'Started');
	const called = radaro.getByTestId('called');
	await says(called.nth(1), 'Failed');
	expect(await called.nth(0).innerText()).toMatch(/\/webhook\/there\s+Last call\s+Started/);
	expect(await called.nth(1).innerText()).toMatch(/Failed\s+[\d:]+\s+n8n cannot be reached/);
	expect(await called.count()).toBe(5);
	await radaro.getByRole('button', { name: '35 more addresses' }).click();
	await called.nth(39).waitFor();
	await page.getByRole('button', { name: '32 more webhooks' }).click();
	const row = page.getByTestId('delivery-row').filter({ hasText: 'Failed' });
	await says(row, 'Radaro → 127.0.0.1:1/webhook/3f0c1b2a…/radaro');
});

it('tells what came of the last call at each registered webhook', async () => {
	const page = await bench.open();
	const remote_url = bench.receiver.url('/cloud').replace('http:', 'https:');
	await control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	const cloud = column(page, 'readycloud');
	await cloud.locator('[data-part="setup-title"]').click();
	await says(cloud.getByTestId('registered'), 'Nothing was sent there yet.');
	bench.receiver.answer = () => 401;
	await cloud.getByTestId('create-order').click();
	await says(cloud.getByTestId('last-outcome'), 'Refused');
	await says(cloud.getByTestId('registered'), 'the secret that was sent is not the one');
});

it('shows in a second window what was saved in the first, and keeps what is typed there', async () => {
	const first = await bench.open();
	const second = await bench.browser.newPage();
	await second.goto(bench.bench.sandbox.url);
	const field = await fieldIn(second, 'radaro');
	const typed = 'http://127.0.0.1:5678/webhook/typed';
	await field.fill(typed);
	await says(column(second, 'radaro').locator('[data-part="hint"]'), 'Not saved yet.');
	await paste(first, 'radaro', { url: NOWHERE });
	const hint = column(second, 'radaro').locator('[data-part="hint"]');
	await says(hint, 'It was changed elsewhere meanwhile; Save replaces that.');
	await holds(second, 'radaro', typed);
	await column(second, 'radaro').getByTestId('webhook-save').click();
	await says(second.locator('#notice'), 'Saved.');
	await holds(first, 'radaro', typed);
});

it('knows a page of the editor from the address of a trigger', async () => {
	const page = await bench.open();
	await (await fieldIn(page, 'detrack')).fill('http://127.0.0.1:5678/workflow/aB3');
	await says(column(page, 'detrack').locator('[data-part="hint"]'), 'a page of n8n’s editor');
});

it('says at the field why an event can’t be sent again', async () => {
	const page = await bench.open();
	await paste(page, 'radaro', { url: bench.receiver.url() });
	await column(page, 'radaro').getByTestId('create-job').click();
	const row = page.getByTestId('delivery-row').first();
	await row.getByTestId('delivery-more').click();
	const field = row.getByTestId('again-url');
	await field.fill('nowhere');
	await page.keyboard.press('Enter');
	await says(row.locator('.fault'), '“nowhere” is not a web address');
	expect(await descriptionOf(field)).toContain('“nowhere” is not a web address');
	await field.fill(bench.receiver.url('/elsewhere'));
	await page.keyboard.press('Enter');
	await says(page.getByTestId('count-sent'), '2');
});
