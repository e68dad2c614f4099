import { keptParameters } from '../../support/nodeParameters';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';
import { TEMPLATES } from '../../support/templates';

/** What a user has to enter before anything can be told or written, by the fields of *Settings*. */
const ADDRESSES = {
	sender: 'the address that mails come from in “sender”',
	dispatcher: 'the address of the dispatcher in “dispatcher”',
	to: 'the address of the dispatcher, or the word customer, in “to”',
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
/** Those that say so at once where there is no event log, with the trigger that they are run from. */
const WITHOUT_A_LOG = [
	['event-log/try-again', 'Try again'],
	['event-log/round', 'Now'],
	['event-log/postgres-try-again', 'Try again'],
	['event-log/postgres-round', 'Now'],
] as const;
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

	it.each(WITHOUT_A_LOG)('%s, run from %s, says that there is no event log', async (name, from) => {
		const { error } = await (await stage().imported(name)).run(from);
		expect(error).toMatch(/^There is no event log .*run “Make the tables” in it, once/);
	});

	it.each(TEMPLATES)('%s keeps every setting when it is saved in the editor', async (name) => {
		const types = await stage().story.rest.nodeTypes();
		for (const node of (await templateFile(name)).nodes) {
			expect(keptParameters(types, node)).toMatchObject(node.parameters ?? {});
		}
	});
}
