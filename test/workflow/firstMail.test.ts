import { Editor } from '../support/editor';
import { until } from '../support/eventLog';
import { rowsOf, walkToFirstMail } from '../support/firstMail';
import { firstMails } from '../support/firstMails';
import { labelsOf } from '../support/guide';
import { Stage } from '../support/stage';
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

it.each(['radaro'])('leads to the first mail of %s by what its page names', async (slug) => {
	const { stage, walker } = live();
	const { story } = stage;
	const vendor = firstMails(stage)[slug];
	if (!vendor) throw new Error(`Nobody walks for ${slug}.`);
	walker.follow(labelsOf(slug));
	const smtpPort = story.sandbox.smtpPort;
	const references = await walkToFirstMail(walker, vendor, { url: story.n8n.url, smtpPort });
	const mails = await until(async () => {
		const all = await story.mails();
		return all.length < 2 ? undefined : all;
	});
	expect(mails.map(({ to, subject }) => [to, subject])).toEqual(
		references.map((reference) => ['dispatch@example.com', `Delivery ${reference}`]),
	);
	expect(mails[1]?.text).toContain('Status: delivered');
	const rows = await rowsOf(walker, vendor.table, 2);
	expect(rows.map((row) => references.findIndex((each) => row.includes(each)))).toEqual([0, 1]);
	expect(walker.unseen).toEqual([]);
	expect(walker.complaints).toEqual([]);
});
