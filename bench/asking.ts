import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../runtime/progress';
import type { WorkflowFile } from '../runtime/rest';
import { type StoryWorkflow, templateFile } from '../test/support/storyWorkflow';
import { without } from '../test/support/without';

/** How often the services are asked at most; a poll goes on where the last one stopped. */
const MOST_POLLS = 20;
/** What a poll has found is in the log by then. */
const POLL_MS = 4_000;

/** A row of the event log. */
export interface AskedRow {
	eventId: string;
}

/** An n8n with the event log, as far as it is needed to have its services asked. */
export interface AskedStage<LogRow extends AskedRow> {
	/** Imports a workflow, with its credentials and the organization. */
	imported(file: WorkflowFile): Promise<StoryWorkflow>;
	/** All rows of the event log, the oldest first. */
	rows(): Promise<LogRow[]>;
}

/** Rows of the event log that were asked for, by who asked. */
export interface Asked<LogRow extends AskedRow> {
	changes: LogRow[];
	round: LogRow[];
}

/** The workflows of the event log that ask the services for what no webhook told. */
export class Asking<LogRow extends AskedRow> {
	private constructor(
		readonly stage: AskedStage<LogRow>,
		readonly changes: readonly StoryWorkflow[],
		readonly round: StoryWorkflow,
	) {}

	/** Publishes those that ask for changes, which then learn what there is already. */
	static async begin<LogRow extends AskedRow>(stage: AskedStage<LogRow>): Promise<Asking<LogRow>> {
		const changes: StoryWorkflow[] = [];
		for (const file of oneEach(await templateFile('event-log/changes'))) {
			changes.push(await (await stage.imported(file)).activate());
		}
		const round = await stage.imported(await templateFile('event-log/round'));
		return new Asking(stage, changes, round);
	}

	/** Has the services asked until nothing new is found, and then runs the round once. */
	async ask(log: Log): Promise<Asked<LogRow>> {
		let found = await this.#found();
		for (let poll = 0; poll < MOST_POLLS; poll++) {
			// Publishing polls at once.
			for (const workflow of this.changes) {
				await workflow.deactivate();
				await workflow.activate();
			}
			await sleep(POLL_MS);
			const before = found.length;
			found = await this.#found();
			if (found.length === before && poll > 0) break;
		}
		for (const workflow of this.changes) await workflow.deactivate();
		log(`The changes triggers have told ${found.length} states.`);
		const { error } = await this.round.run('Now');
		if (error !== undefined) throw new Error(`The round has failed: ${error}`);
		const round = (await this.#found()).slice(found.length);
		log(`The round has found ${round.length} more.`);
		return { changes: found, round };
	}

	async #found(): Promise<LogRow[]> {
		return (await this.stage.rows()).filter(({ eventId }) => isAskedFor(eventId));
	}
}

/** Whether an event was asked for, by its identifier: docs/delivery-event.md says how it begins. */
export function isAskedFor(eventId: string): boolean {
	return eventId.startsWith('state-');
}

/** The file as a user leaves it for one service, once for each that it has a trigger of. */
function oneEach(file: WorkflowFile): WorkflowFile[] {
	const triggers = file.nodes
		.filter(({ type }) => type.endsWith('ChangesTrigger'))
		.map(({ name }) => name);
	return triggers.map((kept) => {
		const others = triggers.filter((name) => name !== kept);
		return others.reduce((left, name) => without(name)(left), file);
	});
}
