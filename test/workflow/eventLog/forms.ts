import { type Cells, EventLog, logRow, until } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import type { StoryWorkflow } from '../../support/storyWorkflow';

/** An event log that is empty, wherever it is kept. */
export interface OpenLog {
	receive: StoryWorkflow;
	/** Its events, the oldest first. */
	events(): Promise<Array<Record<string, unknown>>>;
	/** Writes events into it, as if they had been received. */
	add(...rows: Cells[]): Promise<void>;
}

/** Where an event log is kept, and by which templates. */
export interface Form {
	title: string;
	/** Name of a template's form: `round` becomes `event-log/postgres-round`. */
	template(part: string): string;
	open(stage: Stage): Promise<OpenLog>;
}

const dataTables: Form = {
	title: 'in Data Tables',
	template: (part) => `event-log/${part}`,
	async open(stage) {
		const log = await EventLog.open(stage);
		return {
			receive: log.receive,
			events: async () => await log.rows('delivery_events'),
			add: async (...rows) => await log.add(...rows),
		};
	},
};

const postgres: Form = {
	title: 'in PostgreSQL',
	template: (part) => `event-log/postgres-${part}`,
	async open(stage) {
		const database = stage.story.postgres;
		const receive = await emptyPostgresLog(stage);
		return {
			receive,
			events: async () => {
				const rows = await database.query('SELECT row FROM delivery_events ORDER BY id');
				return rows.map(({ row }) => row as Record<string, unknown>);
			},
			add: async (...rows) => await database.run(insertion(...rows)).then(() => {}),
		};
	},
};

export const FORMS: readonly Form[] = [dataTables, postgres];

/** Makes the tables in PostgreSQL anew, as a user does; gives the receiving workflow. */
export async function emptyPostgresLog(stage: Stage): Promise<StoryWorkflow> {
	const tables = ['events', 'readers', 'problems', 'told'].map((name) => `delivery_${name}`);
	await stage.story.postgres.run(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
	const receive = await stage.imported('event-log/postgres-receive');
	const { error } = await receive.run('Make the tables');
	if (error !== undefined) throw new Error(error);
	return receive;
}

/** The statement that writes events into the log in PostgreSQL. */
export function insertion(...rows: Cells[]): string {
	const values = rows.map((row) => {
		const text = JSON.stringify(logRow(row)).replaceAll("'", "''");
		return `('${String(row.eventId)}', '${text}')`;
	});
	return `INSERT INTO delivery_events (event_id, row) VALUES ${values.join(', ')}`;
}

/** Waits until a reader of the log in PostgreSQL has passed its newest event. */
export async function passedInPostgres(stage: Stage, { id }: StoryWorkflow): Promise<void> {
	await until(async () => {
		const [state] = await stage.story.postgres.query(
			`SELECT * FROM delivery_readers r WHERE reader = '${id}' AND turn = ''
			AND NOT EXISTS (SELECT FROM delivery_events e WHERE (e.tx, e.id) > (r.tx, r.id))`,
		);
		return state;
	});
}
