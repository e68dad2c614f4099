import { setTimeout as sleep } from 'node:timers/promises';

import type { WorkflowFile } from '../../runtime/rest';
import type { Cell, Row } from '../../runtime/rest/dataTables';
import { emptyEvent } from './emptyEvent';
import type { Stage } from './stage';
import { type Changes, type StoryWorkflow, templateFile } from './storyWorkflow';

/** The tables of the event log. */
export const TABLES = ['delivery_events', 'delivery_readers', 'delivery_problems', 'delivery_told'];
const POLL_MS = 200;

/** Values of a reader's node *Settings*. */
export type Settings = Record<string, string | number>;
export type Cells = Record<string, Cell>;

/** A row of the log as a trigger gives it with *Lists as Text*, changed by `values`. */
export function logRow(values: Cells): Cells {
	const lists = { photoUrls: '[]', items: '[]', changedFields: '[]' };
	return { ...emptyEvent, ...lists, ...values } as Cells;
}

/** The event log of a story: its tables, its receiving workflow and its readers. */
export class EventLog {
	private constructor(
		readonly stage: Stage,
		readonly receive: StoryWorkflow,
	) {}

	/** Imports the receiving workflow, and makes the tables as a user does. They are empty then. */
	static async open(stage: Stage, changes: Changes = {}): Promise<EventLog> {
		return await EventLog.over(stage, await stage.imported('event-log/receive', changes));
	}

	/** The same with a receiving workflow that has been imported. */
	static async over(stage: Stage, receive: StoryWorkflow): Promise<EventLog> {
		const { error } = await receive.run('Make the tables');
		if (error !== undefined) throw new Error(error);
		const log = new EventLog(stage, receive);
		for (const name of TABLES) await log.clear(name);
		return log;
	}

	/** Rows of a table, the oldest first. */
	async rows(name: string): Promise<Row[]> {
		return await this.#rest.listRows(await this.#table(name));
	}

	async clear(name: string): Promise<void> {
		await this.#rest.clearRows(await this.#table(name));
	}

	/** Writes rows into a table. */
	async insert(name: string, ...rows: Cells[]): Promise<void> {
		await this.#rest.insertRows(await this.#table(name), rows);
	}

	/** Writes rows into the log, as if they had been received. */
	async add(...rows: Cells[]): Promise<void> {
		await this.insert('delivery_events', ...rows.map(logRow));
	}

	/** Does something while there is another table, without a column that the log's tables have. */
	async beside(name: string, act: () => Promise<void>): Promise<void> {
		const { id } = await this.#rest.createDataTable(name, [{ name: 'remark', type: 'string' }]);
		try {
			await act();
		} finally {
			const table = { __rl: true, mode: 'id', value: id };
			await this.stage.story.runNodes([{}], {
				name: 'Delete the table',
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				parameters: { resource: 'table', operation: 'delete', dataTableId: table },
			});
		}
	}

	/** Imports a reader for which time goes faster. `edit` changes the file before that. */
	async reader(
		name: string,
		settings: Settings,
		edit: (file: WorkflowFile) => WorkflowFile = (file) => file,
		hurry?: Hurry,
	): Promise<StoryWorkflow> {
		const file = hurried(edit(await templateFile(name)), hurry);
		return await this.stage.importedFile(withSettings(file, settings));
	}

	/** The reader's row in `delivery_readers`. */
	async state(reader: StoryWorkflow): Promise<Row | undefined> {
		return (await this.rows('delivery_readers')).find((row) => row.reader === reader.id);
	}

	/** Waits until a reader has passed the newest event of the log; gives its row. */
	async passed(reader: StoryWorkflow, timeoutMs = 60_000): Promise<Row> {
		const newest = Number((await this.rows('delivery_events')).at(-1)?.id ?? 0);
		return await until(async () => {
			const state = await this.state(reader);
			return state && Number(state.place) >= newest && state.turn === '' ? state : undefined;
		}, timeoutMs);
	}

	get #rest() {
		return this.stage.story.rest;
	}

	async #table(name: string): Promise<string> {
		const found = (await this.#rest.listDataTables()).find((table) => table.name === name);
		if (!found) throw new Error(`There is no table ${name}.`);
		return found.id;
	}
}

/** Asks until there is an answer; gives it. */
export async function until<Answer>(
	ask: () => Promise<Answer | undefined | false>,
	timeoutMs = 60_000,
): Promise<Answer> {
	const limit = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > limit) throw new Error(`Waited ${timeoutMs / 1000} s in vain.`);
		await sleep(POLL_MS);
	}
}

/** The file with other values in its node *Settings*. */
export function withSettings(file: WorkflowFile, values: Settings): WorkflowFile {
	const nodes = file.nodes.map((node) => {
		if (node.name !== 'Settings') return node;
		const parameters = node.parameters as { assignments: { assignments: Assignment[] } };
		const assignments = parameters.assignments.assignments.map((each) => ({
			...each,
			...(each.name in values ? { value: values[each.name] } : {}),
		}));
		return { ...node, parameters: { ...parameters, assignments: { assignments } } };
	});
	return { ...file, nodes };
}

interface Assignment {
	name: string;
	value?: unknown;
}

/** How fast time goes for a reader. */
export interface Hurry {
	/** From one look at the log to the next. */
	everySeconds: number;
	/** How long it waits between tries where it would wait a minute. */
	minuteMs: number;
}

/**
 * The file of a reader for which time goes faster; if not said otherwise, it looks each second, and
 * waits a thousandth as long between tries. Events are taken at once, as on SQLite.
 */
export function hurried(
	file: WorkflowFile,
	{ everySeconds, minuteMs }: Hurry = { everySeconds: 1, minuteMs: 60 },
): WorkflowFile {
	const hurry: Array<[string, string]> = [
		['60000 * 2 **', `${minuteMs} * 2 **`],
		["interval '1 minute' * 2 ^", `interval '${minuteMs} milliseconds' * 2 ^`],
	];
	const text = hurry.reduce((all, [from, to]) => all.replaceAll(from, to), JSON.stringify(file));
	const copy = JSON.parse(text) as WorkflowFile;
	const often = { rule: { interval: [{ field: 'seconds', secondsInterval: everySeconds }] } };
	const nodes = copy.nodes.map((node) =>
		node.name === 'Each minute' && /scheduleTrigger$/.test(node.type)
			? { ...node, parameters: often }
			: node,
	);
	return withSettings({ ...copy, nodes }, { waitSeconds: -5 });
}
