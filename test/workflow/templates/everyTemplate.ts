import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { workflowFileSchema } from '../../../runtime/rest';
import { chain, inputNodes } from '../../support/chain';
import { DISPATCHER_SETTINGS } from '../../support/dispatcher';
import { EventLog, withSettings } from '../../support/eventLog';
import { ERPNEXT_HOST } from '../../support/storyParts';
import { keptParameters } from '../../support/nodeParameters';
import type { Stage } from '../../support/stage';
import { StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { TEMPLATES } from '../../support/templates';

/** What a user has to enter before anything can be told or written, by the fields of *Settings*. */
const ADDRESSES = {
	sender: 'the e-mail address that mails come from in “sender”',
	dispatcher: 'the e-mail address of the dispatcher in “dispatcher”',
	to: 'your own e-mail address, or the word customer, in “to”',
	sheet: 'the address of your spreadsheet in “sheet”, as your browser shows it',
};
type Address = keyof typeof ADDRESSES;
/** Where each is needed, with the trigger that a user tries it from. */
const NEEDED: Array<[string, string, Address[]]> = [
	['customer-told', 'Each minute', ['sender']],
	['day-in-one-mail', 'Every evening', ['dispatcher', 'sender']],
	['delivery-log', 'Each minute', ['sheet']],
	['detrack-failed', 'Each minute', ['dispatcher', 'sender']],
	['event-log/keep-tidy', 'Every 10 minutes', ['dispatcher', 'sender']],
	['event-log/postgres-customers', 'Each minute', ['sender']],
	['event-log/postgres-keep-tidy', 'Every 10 minutes', ['dispatcher', 'sender']],
	['event-log/postgres-sheet', 'Each minute', ['sheet']],
	['failed-or-partial', 'Each minute', ['dispatcher', 'sender']],
	['low-rating', 'Each minute', ['dispatcher', 'sender']],
	['nightly-reconciliation', 'Every night', ['sheet']],
	['readycloud-health', 'Every morning', ['dispatcher', 'sender']],
	['routigo-tours', 'Each minute', ['sender', 'dispatcher']],
	['sheet-to-jobs', 'Every 5 minutes', ['sheet']],
	['short-mail', 'Radaro Trigger', ['sender', 'to']],
	['short-sheet', 'Radaro Trigger', ['sheet']],
];
/** What a reader says of mails without a credential, by the nodes that send them. */
const isChosenIn = (nodes: string): string =>
	`The mail could not be sent. Is your SMTP credential chosen in ${nodes}?`;
const AGAIN = ' It is tried again.';
const THREE = 'Mail: scheduled, Mail: on the way and Mail: delivered';
/** Those that mail, with the trigger that they are tried from, and what they say without a credential. */
const MAILING = [
	['customer-told', 'Each minute', isChosenIn(THREE) + AGAIN],
	['day-in-one-mail', 'Every evening', isChosenIn('Mail: the day')],
	['detrack-failed', 'Each minute', isChosenIn('Mail the dispatcher') + AGAIN],
	['event-log/postgres-customers', 'Each minute', isChosenIn(THREE) + AGAIN],
	['failed-or-partial', 'Each minute', isChosenIn('Mail the dispatcher') + AGAIN],
	['low-rating', 'Each minute', isChosenIn('Mail the rating and Mail the codes') + AGAIN],
	['routigo-tours', 'Each minute', isChosenIn('Mail: planned and Mail: summary') + AGAIN],
	[
		'short-mail',
		'Radaro Trigger',
		'The mail about Delivery SAMPLE-1001 could not be sent: is your SMTP credential chosen in Send?',
	],
] as const;
/** What stands for n8n's Gmail node, which answers so. */
const GMAIL = {
	mode: 'raw',
	jsonOutput: '{ "id": "18c2f9a1b7d3e4f5", "threadId": "18c2f9a1b7d3e4f5", "labelIds": ["SENT"] }',
	options: {},
};
const NEEDS_NOTHING = ['event-log/jobs', 'event-log/reader'];

export function everyTemplate(stage: () => Stage): void {
	it.each(TEMPLATES)('%s says what is missing when it is published at once', async (name) => {
		const { rest } = stage().story;
		const file = await templateFile(name);
		// Those that read and write Data Tables alone have all that they need.
		if (NEEDS_NOTHING.includes(name)) {
			await stage().publish(await stage().importedFile(file));
			return;
		}
		const workflow = await rest.importWorkflow(file);
		await expect(rest.activate(workflow)).rejects.toThrow(
			/Missing required credential: |no trigger node/,
		);
	});

	it.each(NEEDED)('%s, run from %s, says which settings are empty', async (name, from, empty) => {
		const bare = await stage().importedFile(await templateFile(name));
		const { error } = await bare.run(from);
		const missing = empty.map((field) => ADDRESSES[field]).join(' and ');
		expect(error?.split('. Until then ')[0]).toBe(`Settings: enter ${missing}`);
		expect(await stage().story.mails()).toEqual([]);
	});

	it.each(MAILING)('%s takes no mail for sent without a credential', async (name, from, said) => {
		const { story } = stage();
		const file = withSettings(await templateFile(name), mailSettings(name));
		const workflow = new StoryWorkflow(story, file, await story.rest.importWorkflow(file));
		expect((await workflow.run(from)).error).toBe(said);
	});

	it.each(MAILING)(
		'%s takes a mail for sent with the answer of another mail node',
		async (name, from) => {
			const { story } = stage();
			const file = withSettings(await templateFile(name), mailSettings(name));
			const gmail = { type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: GMAIL };
			const nodes = file.nodes.map((node) =>
				/emailSend$/.test(node.type) ? { ...node, ...gmail } : node,
			);
			const changed = { ...file, nodes };
			const workflow = new StoryWorkflow(story, changed, await story.rest.importWorkflow(changed));
			expect((await workflow.run(from)).error).toBeUndefined();
		},
	);

	it.each([
		['erp-odoo', {}, 'Choose your Odoo credential in Find the transfers'],
		[
			'erp-erpnext',
			{ erpNext: `https://${ERPNEXT_HOST}` },
			'Choose your ERPNext credential in Write it',
		],
	])('%s says which credential to choose, and not to wait', async (name, settings, said) => {
		const file = withSettings(await templateFile(name), settings);
		const workflow = new StoryWorkflow(
			stage().story,
			file,
			await stage().story.rest.importWorkflow(file),
		);
		expect((await workflow.run('Each minute')).error).toContain(`${said}, and in each other node`);
	});

	it('erp-postgres says that its tables are not made', async () => {
		await stage().story.postgres.run('DROP TABLE IF EXISTS delivery_orders, delivery_staging');
		const bare = await stage().imported('erp-postgres');
		expect((await bare.run('Every 5 minutes')).error).toBe(
			'The table delivery_orders is not there yet. Run “Run once” to make the tables.',
		);
	});

	it('says for n8n’s own words what to do, where a table, a column or a credential is missing', async () => {
		const { rest } = stage().story;
		await EventLog.open(stage());
		const tables = await rest.listDataTables();
		if (!tables.some(({ name }) => name === 'bare_readers')) {
			await rest.createDataTable('bare_readers', [{ name: 'reader', type: 'string' }]);
		}
		const text = JSON.stringify({ ...(await templateFile('event-log/reader')), pinData: {} });
		const readerOf = async (table: string): Promise<string> => {
			const file = workflowFileSchema.parse(
				JSON.parse(text.replaceAll('"delivery_readers"', `"${table}"`)),
			);
			return (await (await stage().importedFile(file)).run('Each minute')).error ?? '';
		};
		const radaro = { name: 'Radaro', type: 'n8n-nodes-lastmile.radaro', typeVersion: 1 };
		const bare = chain('Bare', [
			...inputNodes([{}]),
			{ ...radaro, parameters: { operation: 'getMany' } },
		]);
		const workflow = new StoryWorkflow(stage().story, bare, await rest.importWorkflow(bare));
		const said = [
			(await readerOf('absent_readers')).replace('absent_readers', 'delivery_readers'),
			(await readerOf('bare_readers')).replace(/'\w+'$/, "'place'"),
			(await workflow.run('Start')).error ?? '',
		];
		const page = await readFile(path.join(__dirname, '../../../docs/templates.md'), 'utf8');
		expect(said.filter((words) => words === '' || !page.includes(words))).toEqual([]);
	});

	it.each(TEMPLATES)('%s keeps every setting when it is saved in the editor', async (name) => {
		const types = await stage().story.rest.nodeTypes();
		for (const node of (await templateFile(name)).nodes) {
			expect(keptParameters(types, node)).toMatchObject(node.parameters ?? {});
		}
	});
}

const mailSettings = (name: string) =>
	name === 'short-mail' ? { sender: 'n8n@shop.example', to: 'customer' } : DISPATCHER_SETTINGS;
