import type { Browser, Locator, Page } from 'playwright-core';

import { DEMO_LOGIN } from '../../runtime/rest';
import { openBrowser } from './browser';

/** The marks that n8n's own browser tests go by. */
export const mark = (id: string): string => `[data-test-id="${id}"]`;
const TIMEOUT_MS = 60_000;

/** n8n's editor in a browser, used as a person uses it. */
export class Editor {
	private constructor(
		readonly url: string,
		readonly browser: Browser,
		readonly page: Page,
	) {}

	/** Opens the editor of an n8n and logs its owner in. */
	static async open(url: string): Promise<Editor> {
		const browser = await openBrowser();
		const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		page.setDefaultTimeout(TIMEOUT_MS);
		await page.goto(`${url}/signin`);
		await page.fill('input[name="emailOrLdapLoginId"]', DEMO_LOGIN.email);
		await page.fill('input[name="password"]', DEMO_LOGIN.password);
		await page.click(mark('form-submit-button'));
		await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
		return new Editor(url, browser, page);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** Imports a file into a new workflow by the menu: Import, From file. Gives the workflow's id. */
	async importFile(path: string): Promise<string> {
		await this.page.goto(`${this.url}/workflow/new`);
		// n8n gives a new workflow its id, and with it another address.
		await this.page.waitForURL(/\/workflow\/(?!new\b)\w+/);
		await this.page.click(mark('workflow-menu'));
		await this.page.hover(mark('workflow-menu-item-import'));
		const asked = this.page.waitForEvent('filechooser');
		await this.page.click(mark('workflow-menu-item-import-from-file'));
		await (await asked).setFiles(path);
		await this.page.locator(mark('canvas-node')).first().waitFor();
		await this.save();
		return /\/workflow\/(\w+)/.exec(this.page.url())?.[1] ?? '';
	}

	/**
	 * Notes whose text runs out of them, or leaves half of them empty, by how they begin. Those with a step's
	 * number alone have their room for a node.
	 */
	async notesThatDoNotFit(): Promise<string[]> {
		return await this.page.locator(mark('sticky')).evaluateAll((notes) =>
			notes
				.filter((note) => !/^\d+$/.test((note.textContent ?? '').trim()))
				.filter((note) => {
					const text = note.querySelector('[class*="_sticky_"]');
					const share = (text?.scrollHeight ?? 0) / note.clientHeight;
					return share > 1 || share < 0.4;
				})
				.map((note) => (note.textContent ?? '').trim().slice(0, 40)),
		);
	}

	/** Saves at once what the editor would save soon. */
	async save(): Promise<void> {
		await this.page.keyboard.press('Control+s');
	}

	/** Writes a text into a field of the node *Settings*. */
	async fillSetting(name: string, value: string): Promise<void> {
		await this.inNode('Settings', async () => {
			const fields = this.page.locator(`${mark('assignment')} ${mark('assignment-name')} input`);
			const names = await fields.evaluateAll((inputs) =>
				inputs.map((input) => ('value' in input ? input.value : '')),
			);
			const row = this.page.locator(mark('assignment')).nth(names.indexOf(name));
			await row.locator(`${mark('assignment-value')} input`).fill(value);
		});
	}

	/** Chooses a credential in a node. */
	async chooseCredential(node: string, credentialId: string): Promise<void> {
		await this.inNode(node, async () => {
			await this.page.click(mark('node-credentials-select'));
			await this.page.click(mark(`node-credentials-select-item-${credentialId}`));
		});
	}

	/** Opens a node by a double click, does something in it, and closes it. */
	async inNode(name: string, work: () => Promise<void>): Promise<void> {
		const panel: Locator = this.page.locator(mark('ndv'));
		await this.page.locator(`${mark('canvas-node')}[data-node-name="${name}"]`).dblclick();
		await panel.waitFor();
		await work();
		await this.page.locator(mark('ndv-close-button')).click();
		await panel.waitFor({ state: 'hidden' });
	}
}
