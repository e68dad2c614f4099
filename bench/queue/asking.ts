import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../../runtime/progress';
import type { WorkflowFile } from '../../runtime/rest';
import { StoryWorkflow, templateFile } from '../../test/support/storyWorkflow';
import type { LogRow, QueueStage } from './stage';

/** How often the services are asked at most; a poll goes on where the last one stopped. */
const MOST_POLLS = 20;
/** What a poll has found is in the log by then. */
const POLL_MS = 4_000;

/** Rows of the event log that were asked for, by who asked. */
export interface Asked {
	changes: LogRow[];
	round: LogRow[];
}

/** The workflows of the event log that ask the services for what no webhook told. */
export class Asking {
	private constructor(
		readonly stage: QueueStage,
		readonly changes: readonly StoryWorkflow[],
		readonly round: StoryWorkflow,
	) {}

	/** Publishes those that ask for changes, which then learn what there is already. */
	static async begin(stage: QueueStage): Promise<Asking> {
		const take = async (file: WorkflowFile): Promise<StoryWorkflow> => {
			const { queue, reception } = stage;
			const host = { rest: reception.rest, n8n: queue.main };
			return new StoryWorkflow(host, file, await reception.imported(file));
		};
		const template = await templateFile('event-log/changes');
		const changes: StoryWorkflow[] = [];
		for (const file of oneEach(template)) changes.push(await (await take(file)).activate());
		return new Asking(stage, changes, await take(await templateFile('event-log/round')));
	}

	/** Has the services asked until nothing new is found, and then runs the round once. */
	async ask(log: Log): Promise<Asked> {
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

	/** docs/delivery-event.md says how the identifiers begin of what was asked for. */
	async #found(): Promise<LogRow[]> {
		return (await this.stage.rows()).filter(({ eventId }) => eventId.startsWith('state-'));
	}
}

/** The file as a user leaves it for one service, once for each that it has a trigger of. */
function oneEach(file: WorkflowFile): WorkflowFile[] {
	const triggers = file.nodes.filter(({ type }) => type.endsWith('ChangesTrigger'));
	return triggers.map(({ name }) => {
		const others = triggers.filter((other) => other.name !== name).map((other) => other.name);
		return {
			...file,
			nodes: file.nodes.filter((node) => !others.includes(node.name)),
			connections: Object.fromEntries(
				Object.entries(file.connections).filter(([from]) => !others.includes(from)),
			),
		};
	});
}
