import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '../../runtime/progress';
import { ORGANIZATION } from '../../test/support/stage';
import { type StoryWorkflow, templateFile } from '../../test/support/storyWorkflow';
import { without } from '../../test/support/without';
import type { DayStage } from './stage';

const TRIGGERS = [
	'Radaro Changes Trigger',
	'Detrack Changes Trigger',
	'ReadyCloud Changes Trigger',
];
/** The node of the round that needs an organization. */
const OF_READYCLOUD = 'Orders in ReadyCloud';
/** How often the services are asked at most; a poll goes on where the last one stopped. */
const MOST_POLLS = 20;
/** What a poll has found is in the log by then. */
const POLL_MS = 4_000;

/** The workflows that ask the services for what no webhook told. */
export class Asking {
	private constructor(
		readonly stage: DayStage,
		readonly changes: readonly StoryWorkflow[],
		readonly round: StoryWorkflow,
	) {}

	/** Imports them, and publishes those that ask for changes, which then learn what there is. */
	static async begin(stage: DayStage): Promise<Asking> {
		const file = await templateFile('event-log/changes');
		const changes: StoryWorkflow[] = [];
		for (const kept of TRIGGERS) {
			// As a user leaves it for one service.
			const others = TRIGGERS.filter((name) => name !== kept);
			const own = others.reduce((all, name) => without(name)(all), file);
			changes.push(await (await stage.stage.importedFile(own)).activate());
		}
		const round = await stage.stage.imported('event-log/round', {
			[OF_READYCLOUD]: { organizationId: ORGANIZATION },
		});
		return new Asking(stage, changes, round);
	}

	/** Polls until nothing new is found, and then runs one round. Gives how many states each has found. */
	async ask(log: Log): Promise<{ changes: number; round: number }> {
		let found = await this.#found();
		for (let poll = 0; poll < MOST_POLLS; poll++) {
			// Publishing polls at once.
			for (const workflow of this.changes) {
				await workflow.deactivate();
				await workflow.activate();
			}
			await sleep(POLL_MS);
			const now = await this.#found();
			if (now === found && poll > 0) break;
			found = now;
		}
		log(`The changes triggers have found ${found} states.`);
		const { error } = await this.round.run('Now');
		if (error !== undefined) throw new Error(`The round has failed: ${error}`);
		const round = (await this.#found()) - found;
		log(`The round has found ${round} more.`);
		return { changes: found, round };
	}

	/** States in the log that were asked for. */
	async #found(): Promise<number> {
		const rows = await this.stage.log.rows('delivery_events');
		return rows.filter(({ eventId }) => isAskedFor(String(eventId))).length;
	}
}

/** Whether an event was asked for, by its identifier: docs/delivery-event.md says how it begins. */
export function isAskedFor(eventId: string): boolean {
	return eventId.startsWith('state-');
}
