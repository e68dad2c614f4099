import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type NodeType, type WorkflowFile, workflowFileSchema } from '../../runtime/rest';
import type { Node } from '../support/chain';
import { Editor } from '../support/editor';
import { EventLog, hurried, until } from '../support/eventLog';
import { MailServer } from '../support/mailServer';
import { keptParameters } from '../support/nodeParameters';
import { takeCanvas, takePicture } from '../support/pictures';
import { Stage } from '../support/stage';
import { credentialTypeOf } from '../support/storyCredentials';
import { StoryWorkflow, templateFile, templatePath } from '../support/storyWorkflow';
import { headingsOf, TEMPLATES } from '../support/templates';

let opened: { stage: Stage; server: MailServer; editor: Editor } | undefined;
let types: NodeType[] = [];
const live = () => {
	if (!opened) throw new Error('n8n has not been started.');
	return opened;
};
beforeAll(async () => {
	const server = await MailServer.start();
	const stage = await Stage.open({ smtpPort: server.port });
	opened = { stage, server, editor: await Editor.open(stage.story.n8n.url) };
	types = await stage.story.rest.nodeTypes();
}, 900_000);
afterAll(async () => {
	await opened?.editor.close();
	await opened?.stage.close();
	await opened?.server.stop();
});
beforeEach(async () => {
	await live().stage.clear();
	live().server.obey();
});
jest.setTimeout(300_000);

/** Small enough for its picture to be read in a document. */
const WINDOW = { width: 1100, height: 760 };

/** Imports a template by the editor's menu, or another file; gives what n8n keeps of it. */
async function imported(
	name: string,
	file: string = templatePath(name),
): Promise<{ id: string; kept: WorkflowFile }> {
	const { editor, stage } = live();
	const { nodes } = await templateFile(name);
	const id = await editor.importFile(file);
	const kept = await until(async () => {
		const file = await stage.story.rest.getWorkflowFile(id).catch(() => undefined);
		return file && file.nodes.length >= nodes.length ? file : undefined;
	});
	return { id, kept };
}

/** A node without what the editor gives anew, and with its parameters written out. */
function essence(node: Node): object {
	const { id: _id, position: _position, webhookId: _webhookId, ...rest } = node;
	return { ...rest, parameters: keptParameters(types, node) };
}

const byName = (one: Node, other: Node): number => (one.name < other.name ? -1 : 1);
const heightOf = ({ position }: Node): number =>
	Array.isArray(position) ? Number(position[1]) : 0;

it.each(TEMPLATES)('%s is the same after it was imported by the menu', async (name) => {
	const file = await templateFile(name);
	const { kept } = await imported(name);
	expect(kept.name).toBe(file.name);
	expect([...kept.nodes].sort(byName).map(essence)).toEqual(
		[...file.nodes].sort(byName).map(essence),
	);
	expect(kept.connections).toEqual(file.connections);
	expect(kept.pinData ?? {}).toEqual(file.pinData ?? {});
	expect(kept.settings).toMatchObject(file.settings ?? {});
	// Branches run by height, so what lies lower must still do so.
	const heights = [...file.nodes]
		.sort((one, other) => heightOf(one) - heightOf(other))
		.map((node) => heightOf(kept.nodes.find((each) => each.name === node.name) ?? node));
	expect(heights).toEqual([...heights].sort((one, other) => one - other));
	expect(await live().editor.notesThatDoNotFit()).toEqual([]);
	await takeCanvas(live().editor.page, name);
});

it('shows a reader of your own as the page about it does', async () => {
	const { editor } = live();
	const name = 'event-log/reader';
	const text = await readFile(templatePath(name), 'utf8');
	const file = workflowFileSchema.parse(JSON.parse(text));
	const chat = {
		name: 'Tell our chat',
		type: 'n8n-nodes-base.slack',
		typeVersion: 2.3,
		parameters: {
			select: 'channel',
			channelId: { __rl: true, mode: 'name', value: '#deliveries' },
			text: '={{ $json.reference }} was delivered to {{ $json.recipientName }}',
			otherOptions: {},
		},
	};
	const nodes = file.nodes.map((node) =>
		node.name === 'Your own node' ? { ...node, ...chat } : node,
	);
	const changed = JSON.stringify({ ...file, nodes }).replaceAll(
		'"Your own node"',
		`"${chat.name}"`,
	);
	const path = join(live().stage.story.n8n.userFolder, 'reader.json');
	await writeFile(path, changed);
	await imported(name, path);
	const { page } = editor;
	const usual = page.viewportSize() ?? WINDOW;
	await page.setViewportSize(WINDOW);
	for (const [node, shown, picture] of [
		[chat.name, 'Connect to Slack', 'own'],
		['Which events?', 'is equal to', 'which'],
		['New events', 'This data is pinned for test executions.', 'samples'],
	] as const) {
		// Else it may lie below the editor's own buttons.
		await page.click('[data-test-id="zoom-to-fit"]');
		await editor.inNode(node, async () => {
			const panel = page.locator('[data-test-id="ndv"]');
			await panel
				.getByText(shown)
				.or(panel.locator(`input[value="${shown}"]`))
				.first()
				.waitFor();
			await takePicture(page, `event-log-reader-${picture}`);
		});
	}
	await page.setViewportSize(usual);
});

/** The event log, its receiving workflow imported by the menu and its tables made from there. */
async function openLog(): Promise<EventLog> {
	const { story } = live().stage;
	const { id, kept } = await imported('event-log/receive');
	const receive = new StoryWorkflow(story, kept, await story.rest.getWorkflow(id));
	return await EventLog.over(live().stage, receive);
}

/**
 * A reader that was imported by the menu, and whose settings and credentials were filled in by clicks.
 * After that it is only made to look each second, and to take fewer events at a time.
 */
async function filledIn(name: string, settings: Record<string, string>): Promise<StoryWorkflow> {
	const { editor, stage } = live();
	const { rest } = stage.story;
	const { id, kept } = await imported(name);
	for (const [field, value] of Object.entries(settings)) await editor.fillSetting(field, value);
	for (const node of kept.nodes) {
		const type = credentialTypeOf(node);
		if (type === undefined) continue;
		await editor.chooseCredential(node.name, (await stage.story.credential(type)).id);
	}
	await editor.save();
	const filled = await until(async () => {
		const file = await rest.getWorkflowFile(id);
		return isFilledIn(file, settings) ? file : undefined;
	});
	await editor.page.goto('about:blank');
	const text = JSON.stringify(hurried(filled)).replace('"={{ 500 }}"', '"={{ 4 }}"');
	const quick = JSON.parse(text) as WorkflowFile;
	return new StoryWorkflow(stage.story, quick, await rest.updateWorkflow(id, quick));
}

function isFilledIn(file: WorkflowFile, settings: Record<string, string>): boolean {
	const given = JSON.stringify(file.nodes.find(({ name }) => name === 'Settings')?.parameters);
	return (
		Object.values(settings).every((value) => given.includes(JSON.stringify(value))) &&
		file.nodes.every((node) => credentialTypeOf(node) === undefined || node.credentials)
	);
}

/** Kills n8n as soon as a stand-in calls back, and starts it again. */
async function killedWhen(wait: (callback: () => Promise<void>) => void): Promise<void> {
	const { n8n } = live().stage.story;
	await new Promise<void>((resolve) => {
		wait(async () => {
			await n8n.kill();
			resolve();
		});
	});
	await n8n.restart();
}

it('writes all events into the sheet but one that Google refuses, also when n8n is killed', async () => {
	const { stage } = live();
	const { google } = stage.story;
	const log = await openLog();
	const sheet = google.spreadsheet('Deliveries', headingsOf(await templateFile('delivery-log')));
	const reader = await filledIn('delivery-log', { sheet: sheet.url, begin: 'beginning' });
	const ids = Array.from({ length: 8 }, (_, index) => `e${index}`);
	google.refusing = /e5"/;
	await log.add(...ids.map((eventId) => ({ eventId, reference: `00${eventId}` })));
	const killed = killedWhen((callback) => {
		google.onWritten = async () => {
			google.onWritten = undefined;
			await callback();
		};
	});
	await stage.publish(reader);
	await killed;
	await log.passed(reader, 120_000);
	expect(sheet.rows().map(({ eventId }) => eventId)).toEqual(ids.filter((id) => id !== 'e5'));
	expect(await log.rows('delivery_problems')).toEqual([
		expect.objectContaining({ reader: reader.id, eventId: 'e5', state: 'new' }),
	]);
});

it('tells all customers but one whose address is refused, also when n8n is killed', async () => {
	const { stage, server } = live();
	const log = await openLog();
	const settings = { sender: 'shop@sender.example', begin: 'beginning' };
	const reader = await filledIn('customer-told', settings);
	const jobs = Array.from({ length: 6 }, (_, index) => `so-${index}`);
	server.refusing = /^so-2@/;
	await log.add(
		...jobs.map((job) => ({
			eventId: job,
			event: 'status_changed',
			status: 'delivered',
			stateId: job,
			jobId: job,
			reference: job,
			recipientEmail: `${job}@customer.example`,
			isFinal: true,
			receivedAt: '2026-03-03T00:00:00Z',
		})),
	);
	const killed = killedWhen((callback) => {
		server.onTaken = async () => {
			if (server.mails.length < 3) return;
			server.onTaken = undefined;
			await callback();
		};
	});
	await stage.publish(reader);
	await killed;
	await log.passed(reader, 120_000);
	const told = server.mails.map(({ to }) => to.split('@')[0]);
	expect([...new Set(told)].sort()).toEqual(jobs.filter((job) => job !== 'so-2'));
	expect(told.length).toBeLessThanOrEqual(6);
	expect(await log.rows('delivery_problems')).toEqual([
		expect.objectContaining({ reader: reader.id, reference: 'so-2', state: 'new' }),
	]);
	const { page } = live().editor;
	await page.goto(`${live().editor.url}/home/datatables`);
	await page.getByText('delivery_readers', { exact: true }).click();
	await page.getByText('The customer is told').first().waitFor();
	await takePicture(page, 'event-log-reader-place', { height: 300 });
});
