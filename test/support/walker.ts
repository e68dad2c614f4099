import type { Locator, Page } from 'playwright-core';

import { mark } from './editor';
import { type Part, takePicture } from './pictures';

/** What n8n complains of in any case: without the internet, and of itself. */
const ITS_OWN = [/registry\.npmjs\.org/, /injectNDVStore\(\) was accessed without/];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Somebody who follows a page of the documents: clicks only what the page names, and only what is shown. */
export class Walker {
	/** What the browser complained about. */
	readonly complaints: string[] = [];
	#labels: readonly string[] = [];
	readonly #unseen = new Set<string>();

	private constructor(readonly page: Page) {
		page.on('pageerror', ({ message }) => this.#complain(message));
		page.on('console', (message) => {
			if (message.type() === 'error') {
				this.#complain(`${message.text()} ${message.location().url}`);
			}
		});
	}

	/** Lets a walker go on in a page of a browser. The window is one that can be read in a picture. */
	static async on(page: Page): Promise<Walker> {
		await page.setViewportSize({ width: 1100, height: 820 });
		return new Walker(page);
	}

	/** Begins with another page of the documents. */
	follow(labels: readonly string[]): void {
		this.#labels = labels;
		this.#unseen.clear();
		for (const label of labels) this.#unseen.add(label);
		this.complaints.length = 0;
	}

	/** Labels of the page that have never been on the screen. */
	get unseen(): string[] {
		return [...this.#unseen];
	}

	/** Waits until a label of the page is on the screen; gives the one on top. */
	async see(label: string): Promise<Locator> {
		if (!this.#labels.includes(label)) throw new Error(`The page does not name "${label}".`);
		// A field that has to be filled in has a star behind its name.
		const text = new RegExp(`^\\s*${escaped(label)}\\s*\\*?\\s*$`);
		const shown = this.page
			.getByText(text)
			.or(this.page.getByRole('button', { name: label, exact: true }))
			.or(this.page.getByPlaceholder(label, { exact: true }))
			.filter({ visible: true })
			.last();
		await shown.waitFor();
		this.#unseen.delete(label);
		return shown;
	}

	async click(label: string): Promise<void> {
		await (await this.see(label)).click();
	}

	/** Types into the search of the nodes panel. */
	async search(word: string): Promise<void> {
		await this.page.locator(mark('node-creator-search-bar')).waitFor();
		await this.page.keyboard.type(word);
	}

	/** Writes a text into the field of a label, in the place of what is there. */
	async fill(label: string, text: string): Promise<void> {
		await (
			await this.see(label)
		)
			.locator('xpath=following::*[self::input or self::textarea][not(@type="radio")][1]')
			.fill(text);
	}

	/** Waits until the form of a credential has its name: n8n asks for one, and saves nothing without. */
	async credentialForm(): Promise<Locator> {
		const form = this.page.locator(mark('editCredential-modal'));
		await form.locator(mark('credential-name')).waitFor();
		return form;
	}

	/** Chooses an entry of the list that the field of a label offers. */
	async choose(label: string, entry: string | RegExp): Promise<void> {
		const field = (await this.see(label)).locator(
			'xpath=following::*[@data-test-id="rlc-input"][1]',
		);
		await field.click();
		await this.page.getByText(entry, { exact: true }).last().click();
	}

	/** Drags a column of the input into the field of a label, behind what is there. */
	async drag(column: string, label: string): Promise<void> {
		const input = this.page.locator(mark('ndv-input-panel'));
		const from = input
			.locator(mark('run-data-schema-node-name'))
			.getByText(column, { exact: true });
		const to = (await this.see(label)).locator(
			'xpath=following::*[starts-with(@data-test-id, "parameter-input-") and not(contains(@data-test-id, "options"))][1]',
		);
		await to.scrollIntoViewIfNeeded();
		await from.first().hover();
		await this.page.mouse.down();
		const box = await to.boundingBox();
		if (box === null) throw new Error(`"${label}" has no field.`);
		await this.page.mouse.move(box.x + box.width / 2, box.y + 12, { steps: 5 });
		await this.page.mouse.up();
		await to.getByText(`$json.${column}`).waitFor();
		// n8n puts the cursor there some time later, and it would take what is typed into the next field.
		await to.locator('.cm-focused').waitFor();
		await this.page.evaluate('document.activeElement.blur()');
	}

	/** Takes a picture for the documents, of a part where only that is worth seeing. */
	async picture(name: string, part: Partial<Part> = {}): Promise<void> {
		await takePicture(this.page, `first-mail/${name}`, part);
	}

	#complain(text: string): void {
		if (!ITS_OWN.some((each) => each.test(text))) this.complaints.push(text);
	}
}
