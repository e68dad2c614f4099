import type { Delivery } from '../../sandbox/core/delivery';
import { DETRACK_API_KEY } from '../../sandbox/detrack/defaults';
import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { Editor, mark } from '../support/editor';
import { until } from '../support/eventLog';
import { labelsOf as labelsOfAction, walkToFirstAction } from '../support/firstAction';
import { FIRST_ACTIONS } from '../support/firstActions';
import { rowsOf, showMail, walkToFirstMail } from '../support/firstMail';
import { firstMails } from '../support/firstMails';
import { labelsOf } from '../support/guide';
import { Stage } from '../support/stage';
import { templatePath } from '../support/storyWorkflow';
import { VENDORS } from '../support/vendors';
import { Walker } from '../support/walker';

let opened: { stage: Stage; editor: Editor; walker: Walker } | undefined;
const live = () => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
beforeAll(async () => {
	const stage = await Stage.open();
	await stage.clear();
	const editor = await Editor.open(stage.story.n8n.url);
	opened = { stage, editor, walker: await Walker.on(editor.page) };
}, 900_000);
afterAll(async () => {
	await opened?.editor.close();
	await opened?.stage.close();
});
afterEach(async () => {
	const { rest } = live().stage.story;
	for (const credential of await rest.listCredentials()) await rest.deleteCredential(credential);
	await live().stage.clear();
});
jest.setTimeout(300_000);

it.each([
	['Radaro API', 'Radaro does not accept the API key', RADARO_KEY],
	['Detrack API', 'Detrack does not accept the API key', DETRACK_API_KEY],
])('says in the form of %s whether the service knows the key', async (type, refusal, key) => {
	const { stage, walker } = live();
	const { page } = walker;
	walker.follow(['New credential', type, 'Continue', 'API Key', 'Save']);
	await page.goto(stage.story.n8n.url);
	await page.click(mark('universal-add'));
	await walker.click('New credential');
	await page.locator(mark('new-credential-type-select')).click();
	await page.keyboard.type(type);
	await walker.click(type);
	await walker.click('Continue');
	const form = await walker.credentialForm();
	await walker.fill('API Key', 'not-the-key');
	await walker.click('Save');
	await form.getByText('More details').click();
	await form.getByText(refusal).waitFor();
	await walker.fill('API Key', key);
	await walker.click('Save');
	await form.getByText(refusal).waitFor({ state: 'hidden' });
	expect(walker.complaints).toEqual([]);
});

/** What a service shows to its user: each job by its number with some lines, and how many there are. */
async function shownBy(slug: string): Promise<string[]> {
	const { vendors } = await live().stage.story.control<State>('GET', 'state');
	const { jobs = [], kinds = [] } = vendors.find(({ name }) => name === slug) ?? {};
	return [
		...jobs.map(({ title, lines }) => [title, ...lines].filter((line) => line !== '').join(' · ')),
		...kinds.map(({ count, word }) => `${count} ${word}`),
	];
}

interface State {
	vendors: Array<{
		name: string;
		jobs: Array<{ title: string; lines: string[] }>;
		kinds: Array<{ word: string; count: number }>;
	}>;
}

it.each(VENDORS)(
	'runs an action node of $name that somebody found and filled in',
	async (vendor) => {
		const { stage, walker } = live();
		const { story } = stage;
		const action = FIRST_ACTIONS[vendor.slug];
		if (!action) throw new Error(`Nobody fills in a form of ${vendor.name}.`);
		// Radaro lists no drivers, so one of its jobs must have one.
		await stage.radaro({ external_id: 'SO-2001' }, { assign: {} });
		await story.rest.createCredential({ name: vendor.name, ...action.credential });
		walker.follow(labelsOfAction(action));
		await walkToFirstAction(walker, action, story.n8n.url);
		expect(await shownBy(vendor.slug)).toContain(action.shown);
		expect(walker.unseen).toEqual([]);
		expect(walker.complaints).toEqual([]);
	},
);

it('runs a template from each trigger with its samples', async () => {
	const { stage, editor, walker } = live();
	const { story } = stage;
	walker.follow([]);
	await editor.importFile(templatePath('short-mail'));
	await editor.fillSetting('sender', 'shop@example.com');
	await editor.fillSetting('to', 'dispatch@example.com');
	await editor.chooseCredential('Send', (await story.credential('smtp')).id);
	const told: Record<string, string[]> = {};
	for (const { name } of VENDORS) {
		const node = editor.page.locator(`${mark('canvas-node')}[data-node-name="${name} Trigger"]`);
		await node.hover();
		await editor.page.click(mark(`execute-workflow-button-${name} Trigger`));
		await editor.page.getByText('Workflow executed successfully').last().waitFor();
		const subjects = (await story.mails()).map(({ subject }) => /SAMPLE-\d+/.exec(subject)?.[0]);
		told[name] = subjects.map(String);
		await story.control('DELETE', 'inbox');
		await editor.page.reload();
	}
	expect(told).toEqual({
		Radaro: ['SAMPLE-1001', 'SAMPLE-1002'],
		Detrack: ['SAMPLE-2002'],
		RoutiGo: ['SAMPLE-3001'],
		ReadyCloud: ['SAMPLE-4001'],
	});
	expect(walker.complaints).toEqual([]);
});

it.each(VENDORS)('leads to the first mail of $name by what its page names', async ({ slug }) => {
	const { stage, walker } = live();
	const { story } = stage;
	const vendor = firstMails(stage)[slug];
	if (!vendor) throw new Error(`Nobody walks for ${slug}.`);
	const references = ['SO-1001', 'SO-1002'] as const;
	walker.follow(labelsOf(slug));
	const { url } = story.n8n;
	await walkToFirstMail(walker, vendor, { url, smtpPort: story.sandbox.smtpPort, references });
	const [latest] = await story.control<Delivery[]>('GET', 'deliveries');
	expect(latest).toMatchObject({ status: 200, error: null });
	const mails = await until(async () => {
		const all = await story.mails();
		return all.length < 2 ? undefined : all;
	});
	expect(mails.map(({ to, subject }) => [to, subject])).toEqual(
		references.map((reference) => ['dispatch@example.com', `Delivery ${reference}`]),
	);
	const [mail] = mails;
	for (const { text } of mails) expect(text).toContain(`Status: ${vendor.status}`);
	const rows = await rowsOf(walker, vendor, 2);
	expect(rows.map((row) => references.findIndex((each) => row.includes(each)))).toEqual([0, 1]);
	expect(walker.unseen).toEqual([]);
	expect(walker.complaints).toEqual([]);
	if (mail) await showMail(walker, slug, mail);
});
