import { connect } from 'node:net';

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import type { SandboxOptions } from '../../sandbox';
import { Bench, type Dict, http, Receiver, type Reply } from '../sandbox/support/bench';
import { openBrowser } from '../support/browser';

/** A sandbox with its page in a browser, and a receiver in the place of n8n. */
export class PageBench {
	rows: Dict[] = [];
	/** What the browser complained about. */
	readonly complaints: string[] = [];

	private constructor(
		readonly bench: Bench,
		readonly receiver: Receiver,
		readonly browser: Browser,
	) {}

	static async start(options: SandboxOptions = {}): Promise<PageBench> {
		const rows = (): Promise<Dict[]> => Promise.resolve(made.rows);
		const links = [{ label: 'n8n', url: 'http://127.0.0.1:5678' }];
		const bench = await Bench.start({ rows, links, ...options });
		const made: PageBench = new PageBench(bench, await Receiver.start(), await openBrowser());
		return made;
	}

	/** Forgets everything, and opens the page. */
	async open(options: BrowserContextOptions = {}): Promise<Page> {
		await this.bench.control('POST', 'reset');
		this.rows = [];
		this.receiver.received.length = 0;
		this.receiver.answer = () => 200;
		this.receiver.answerText = '{"ok":true}';
		for (const context of this.browser.contexts()) await context.close();
		const page = await this.browser.newPage(options);
		page.setDefaultTimeout(10_000);
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') this.complaints.push(message.text());
		});
		await page.goto(this.bench.sandbox.url);
		await page.locator('#vendors > section').first().waitFor();
		return page;
	}

	async close(): Promise<void> {
		await this.browser.close();
		this.receiver.close();
		await this.bench.sandbox.close();
	}

	/** A call of a workflow to the ERP. */
	erp(method: string, path: string, body: Dict): Promise<Reply> {
		const authorization = `token ${ERP_KEY}:${ERP_SECRET}`;
		const url = `${this.bench.sandbox.url}/erp/api/resource/${path}`;
		return http(url, method, body, { authorization });
	}

	/** A mail of a workflow. */
	mail(subject: string, text: string, headers = ''): Promise<void> {
		const lines = ['HELO n8n', 'MAIL FROM:<n8n@example.com>', 'RCPT TO:<dispatch@example.com>'];
		lines.push('DATA', `${headers}Subject: ${subject}\r\n\r\n${text}\r\n.`, 'QUIT');
		return new Promise((resolve, reject) => {
			const socket = connect(this.bench.sandbox.smtpPort, '127.0.0.1');
			socket.on('data', () => socket.write(`${lines.shift() ?? ''}\r\n`));
			socket.on('close', () => resolve()).on('error', reject);
		});
	}
}

/** A vendor's column. */
export function column(page: Page, vendor: string): Locator {
	return page.locator(`#vendor-${vendor}`);
}

/** Waits until an element says it. */
export async function says(locator: Locator, text: string): Promise<void> {
	await locator.filter({ hasText: text }).first().waitFor();
}

/** Pastes an address, and a secret if given, into a vendor's column. */
export async function paste(
	page: Page,
	vendor: string,
	values: { url?: string; secret?: string },
): Promise<void> {
	const own = column(page, vendor);
	const field = own.getByTestId('webhook-url');
	if (!(await field.isVisible())) await own.locator('[data-part="setup-title"]').click();
	if (values.url !== undefined) await field.fill(values.url);
	if (values.secret !== undefined) await own.getByTestId('webhook-secret').fill(values.secret);
	await own.getByTestId('webhook-save').click();
	await says(page.locator('#notice'), 'Saved.');
}

/** A small phone. */
export const PHONE = { width: 360, height: 740 };

const LONG = 'A-reference-as-long-as-some-systems-make-them-0123456789-0123456789-0123456789';

/** Puts something everywhere on the page, and opens all of it. */
export async function fill(on: PageBench, page: Page): Promise<void> {
	const control = (method: string, path: string, body: Dict) =>
		on.bench.control(method, path, body);
	await control('PUT', 'radaro/webhooks', { urls: [on.receiver.url(`/${LONG}/${LONG}`)] });
	const remote_url = `https://127.0.0.1:1/${LONG}/${LONG}`;
	await control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url });
	await control('POST', 'radaro/jobs', { external_id: LONG });
	for (const path of ['detrack/jobs', 'routigo/tours', 'readycloud/orders']) {
		await control('POST', path, {});
	}
	on.rows = [Object.fromEntries(Array.from({ length: 40 }, (_each, at) => [`column${at}`, LONG]))];
	await on.mail(LONG, LONG);
	await on.erp('POST', 'ToDo', { description: LONG, [LONG]: 1 });
	await control('POST', 'play', { jobs: 4, seed: 1 });
	await says(page.getByTestId('play-summary'), 'Done');
	await page.getByTestId('erp-change').waitFor();
	for (const details of await page.locator('summary').all()) {
		if (await details.isVisible()) await details.click();
	}
	await page.locator('pre').first().waitFor();
}
