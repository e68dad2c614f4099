import { mark } from './editor';
import type { Mail } from './story';
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
	/** Enters addresses in the service's portal: with that for tests as long as there is one. */
	enter?: (urls: { test?: string; production: string }) => Promise<void>;
	/** Lets the service tell what was chosen of something, which has this status then. */
	play: (reference: string) => Promise<void>;
	status: string;
}

export const COLUMNS = ['reference', 'status', 'recipientName', 'address'];

export interface Surroundings {
	/** Of n8n. */
	url: string;
	smtpPort: number;
	/** What the event of the test is about, and the one after publishing. */
	references: readonly [string, string];
}

/** Goes the steps of a page of `docs/first-mail/` as its reader does, up to the last. */
export async function walkToFirstMail(
	walker: Walker,
	vendor: FirstMail,
	{ url, smtpPort, references }: Surroundings,
): Promise<void> {
	const { page } = walker;
	const { slug } = vendor;
	await page.goto(url);
	await makeTable(walker, vendor.table);

	await page.click(mark('universal-add'));
	await walker.click('New workflow');
	await page.click(mark('canvas-plus-button'));
	await walker.search(vendor.word);
	await walker.see(vendor.choices[0]);
	await walker.picture(`${slug}-panel`, { height: 560 });
	for (const choice of vendor.choices) await walker.click(choice);

	await enterCredential(walker, vendor);
	const urls = vendor.enter && (await webhookUrls(walker));
	if (urls) await vendor.enter?.(urls);
	await vendor.prepare?.(walker);
	await walker.picture(`${slug}-trigger`);

	await walker.click('Execute step');
	await walker.see('Listening for test event');
	await vendor.play(references[0]);
	const output = page.locator(mark('output-panel'));
	await output.getByText('1 item', { exact: true }).waitFor();
	await output.getByText('Schema', { exact: true }).click();
	await walker.picture(`${slug}-event`);

	await nextNode(walker, 'data table', 'Data table', 'Insert row');
	await walker.choose('Data table', vendor.table);
	for (const column of COLUMNS) await walker.drag(column, column);
	await walker.picture(`${slug}-mapping`);
	await walker.click('Execute step');
	await output.getByText('1 item', { exact: true }).waitFor();

	await nextNode(walker, 'send email', 'Send Email', 'Send an Email');
	await walker.click('Connect to SMTP');
	const form = await walker.credentialForm();
	for (const label of ['User', 'Password']) await walker.see(label);
	await walker.fill('Host', '127.0.0.1');
	await walker.fill('Port', String(smtpPort));
	await page.locator(`${mark('parameter-input-secure')} .el-switch`).click();
	await walker.click('Save');
	await form.waitFor({ state: 'hidden' });
	await walker.fill('From Email', 'shop@example.com');
	await walker.fill('To Email', 'dispatch@example.com');
	await walker.fill('Subject', 'Delivery');
	await walker.drag('reference', 'Subject');
	await walker.fill('HTML', 'Status:');
	await walker.drag('status', 'HTML');
	await walker.picture(`${slug}-mail-node`);
	await walker.click('Execute step');
	await output.getByText('1 item', { exact: true }).waitFor();

	await page.click(mark('ndv-close-button'));
	await walker.click('Publish');
	await page.locator(mark('workflow-publish-button')).waitFor();
	await walker.click('Publish');
	await walker.see('Workflow published');
	const dialog = page.locator('.el-dialog', { hasText: 'Workflow published' });
	// It slides in.
	await (await dialog.elementHandle())?.waitForElementState('stable');
	await walker.picture(`${slug}-publish`, (await dialog.boundingBox()) ?? {});
	await walker.click('Got it');
	if (urls) await vendor.enter?.({ production: urls.production });
	await vendor.play(references[1]);
}

/** Opens the table from the overview; gives the text of each row, once there are so many. */
export async function rowsOf(
	walker: Walker,
	{ slug, table }: FirstMail,
	count: number,
): Promise<string[]> {
	const { page } = walker;
	await walker.see('Executions');
	await page.click(mark('project-home-menu-item'));
	await walker.click('Data tables');
	await page.getByText(table, { exact: true }).last().click();
	const rows = page.locator(`${mark('data-table-grid')} .ag-center-cols-container [role="row"]`);
	await rows.nth(count - 1).waitFor();
	await walker.picture(`${slug}-table`, { height: 260 });
	return await rows.allInnerTexts();
}

/** Shows a mail as a mail program does. */
export async function showMail(walker: Walker, slug: string, mail: Mail): Promise<void> {
	const { page } = walker;
	await page.setContent(
		`<body style="font: 16px/1.6 sans-serif; margin: 24px 32px">
			<div style="color: #666">To: ${mail.to}</div><h1 style="font-size: 22px">${mail.subject}</h1>
			${mail.html ?? mail.text}
		</body>`,
	);
	await walker.picture(`${slug}-mail`, { height: 240 });
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
	await walker.click(vendor.connect);
	const form = await walker.credentialForm();
	await walker.picture(`${vendor.slug}-credential`);
	if (vendor.wrong) {
		for (const [label, value] of Object.entries(vendor.wrong)) await walker.fill(label, value);
		await walker.click('Save');
		await form.getByText('More details').click();
		await form.getByText(vendor.refusal ?? '').waitFor();
	}
	for (const [label, value] of Object.entries(vendor.right)) await walker.fill(label, value);
	await walker.click('Save');
	// It closes by itself when the values are accepted.
	await form.waitFor({ state: 'hidden' });
}

/** The addresses that the trigger shows. */
async function webhookUrls(walker: Walker): Promise<{ test: string; production: string }> {
	await walker.click('Webhook URLs');
	const shown = walker.page.locator('.webhook-url');
	await walker.click('Production URL');
	const production = await shown.innerText();
	await walker.click('Test URL');
	return { test: await shown.innerText(), production };
}

/** Closes a node and puts another one behind the last. */
async function nextNode(walker: Walker, word: string, ...choices: string[]): Promise<void> {
	await walker.page.click(mark('ndv-close-button'));
	await walker.page.locator(mark('canvas-handle-plus')).last().click();
	await walker.search(word);
	for (const choice of choices) await walker.click(choice);
	await walker.page.locator(mark('ndv')).waitFor();
}
