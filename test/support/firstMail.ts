import { mark } from './editor';
import type { Walker } from './walker';

/** What differs by vendor on the way to the first mail. */
export interface FirstMail {
	slug: string;
	/** What the table is called. */
	table: string;
	/** What is typed into the search of the nodes panel. */
	word: string;
	/** What is chosen there, then its event. */
	choices: [string, string];
	/** The button that leads to the form of the credential. */
	connect: string;
	/** Values of the form, by their labels: as somebody gets them wrong, and right. */
	wrong?: Record<string, string>;
	/** What the form says of the wrong ones. */
	refusal?: string;
	right: Record<string, string>;
	/** What else is set in the trigger before its first event. */
	prepare?: (walker: Walker) => Promise<void>;
	/** What has to be entered at the service by hand, for a test and for every day. */
	enter?: (urls: string[]) => Promise<unknown>;
	/** Lets the service send one event of the kind that was chosen; gives the reference of what it is about. */
	play: () => Promise<string>;
}

export const COLUMNS = ['reference', 'status', 'recipientName', 'address'];

/**
 * Goes the ten steps of a page of `docs/first-mail/`, as its reader does.
 * @returns the references of the two events: the one of the test, and the one after publishing
 */
export async function walkToFirstMail(
	walker: Walker,
	vendor: FirstMail,
	{ url, smtpPort }: { url: string; smtpPort: number },
): Promise<[string, string]> {
	const { page } = walker;
	const { slug } = vendor;
	await page.goto(url);
	await makeTable(walker, vendor.table);

	await page.click(mark('universal-add'));
	await walker.click('New workflow');
	await page.click(mark('canvas-plus-button'));
	await walker.search(vendor.word);
	await walker.see(vendor.choices[0]);
	await walker.picture(`${slug}-panel`);
	for (const choice of vendor.choices) await walker.click(choice);

	await enterCredential(walker, vendor);
	if (vendor.enter) await vendor.enter(await webhookUrls(walker));
	await vendor.prepare?.(walker);
	await walker.picture(`${slug}-trigger`);

	await walker.click('Execute step');
	await walker.see('Listening for test event');
	const tried = await vendor.play();
	const output = page.locator(mark('output-panel'));
	await output.getByText('1 item', { exact: true }).waitFor();
	await output.getByText('Schema', { exact: true }).click();
	await walker.picture(`${slug}-event`);

	await nextNode(walker, 'data table', 'Data table', 'Insert row');
	await page.click(mark('rlc-input'));
	await page.getByText(vendor.table, { exact: true }).last().click();
	for (const column of COLUMNS) await walker.drag(column, column);
	await walker.picture('mapping');
	await walker.click('Execute step');
	await output.getByText('1 item', { exact: true }).waitFor();

	await nextNode(walker, 'send email', 'Send Email', 'Send an Email');
	await walker.click('Connect to SMTP');
	for (const label of ['User', 'Password']) await walker.see(label);
	await walker.fill('Host', '127.0.0.1');
	await walker.fill('Port', String(smtpPort));
	await page.locator(`${mark('parameter-input-secure')} .el-switch`).click();
	await walker.click('Save');
	await page.locator(mark('editCredential-modal')).waitFor({ state: 'hidden' });
	await walker.fill('From Email', 'shop@example.com');
	await walker.fill('To Email', 'dispatch@example.com');
	await walker.fill('Subject', 'Delivery');
	await walker.drag('reference', 'Subject');
	await walker.fill('HTML', 'Status:');
	await walker.drag('status', 'HTML');
	await walker.picture('mail-node');
	await walker.click('Execute step');
	await output.getByText('1 item', { exact: true }).waitFor();

	await page.click(mark('ndv-close-button'));
	await walker.click('Publish');
	await page.locator(mark('workflow-publish-button')).waitFor();
	await walker.click('Publish');
	await walker.see('Workflow published');
	await walker.click('Got it');
	return [tried, await vendor.play()];
}

/** Opens the table from the overview; gives the text of each row, once there are so many. */
export async function rowsOf(walker: Walker, name: string, count: number): Promise<string[]> {
	const { page } = walker;
	await walker.see('Executions');
	await page.click(mark('project-home-menu-item'));
	await walker.click('Data tables');
	await page.getByText(name, { exact: true }).last().click();
	const rows = page.locator(`${mark('data-table-grid')} .ag-center-cols-container [role="row"]`);
	await rows.nth(count - 1).waitFor();
	await walker.picture('table', 260);
	return await rows.allInnerTexts();
}

async function makeTable(walker: Walker, name: string): Promise<void> {
	await walker.page.click(mark('universal-add'));
	await walker.click('New data table');
	await walker.page
		.locator(mark('data-table-name-input-select'))
		.locator('xpath=descendant-or-self::input')
		.fill(name);
	await walker.click('Create');
	for (const column of COLUMNS) {
		await walker.click('Add Column');
		await walker.fill('Name', column);
		await walker.click('Add Column');
		await walker.see(column);
	}
}

/** Makes the credential in its form, after it was got wrong. */
async function enterCredential(walker: Walker, vendor: FirstMail): Promise<void> {
	const modal = walker.page.locator(mark('editCredential-modal'));
	await walker.click(vendor.connect);
	await modal.waitFor();
	if (vendor.wrong) {
		for (const [label, value] of Object.entries(vendor.wrong)) await walker.fill(label, value);
		await walker.click('Save');
		await modal.getByText('More details').click();
		await modal.getByText(vendor.refusal ?? '').waitFor();
	}
	for (const [label, value] of Object.entries(vendor.right)) await walker.fill(label, value);
	await walker.picture(`${vendor.slug}-credential`);
	await walker.click('Save');
	if (vendor.wrong) {
		await modal.getByText('Connection tested successfully').waitFor();
		await walker.page.getByRole('button', { name: 'Close this dialog' }).click();
	}
	await modal.waitFor({ state: 'hidden' });
}

/** The addresses that the trigger shows, the one for tests first. */
async function webhookUrls(walker: Walker): Promise<string[]> {
	await walker.click('Webhook URLs');
	const shown = walker.page.locator('.webhook-url');
	await walker.click('Production URL');
	const production = await shown.innerText();
	await walker.click('Test URL');
	return [await shown.innerText(), production];
}

/** Closes a node and puts another one behind the last. */
async function nextNode(walker: Walker, word: string, ...choices: string[]): Promise<void> {
	await walker.page.click(mark('ndv-close-button'));
	await walker.page.locator(mark('canvas-handle-plus')).last().click();
	await walker.search(word);
	for (const choice of choices) await walker.click(choice);
	await walker.page.locator(mark('ndv')).waitFor();
}
