import type { WorkflowFile } from '../../runtime/rest';
import type { Postgres } from '../../runtime/servers/postgres';

/** A workflow that receives events and keeps them, for which a run counts what it has kept. */
export interface Receiver {
	file: WorkflowFile;
	/** Makes the tables that it writes to. */
	prepare(postgres: Postgres): Promise<void>;
	/** The references of all events that it has kept; of one that was kept twice, two. */
	kept(postgres: Postgres): Promise<string[]>;
}

const TABLE = 'delivery_events';
const TRIGGERS = { radaroTrigger: 'Radaro Trigger', detrackTrigger: 'Detrack Trigger' };
const INSERT = 'Keep';

/** Two triggers and an insert: the least that keeps an event. */
export const insertReceiver: Receiver = {
	file: {
		name: 'Receive and keep',
		nodes: [
			...Object.entries(TRIGGERS).map(([type, name], index) => ({
				id: type,
				name,
				type: `n8n-nodes-lastmile.${type}`,
				typeVersion: 2,
				position: [0, 200 * index],
				parameters: {},
			})),
			{
				id: 'insert',
				name: INSERT,
				type: 'n8n-nodes-base.postgres',
				typeVersion: 2.6,
				position: [300, 100],
				parameters: {
					resource: 'database',
					operation: 'insert',
					schema: { __rl: true, mode: 'list', value: 'public' },
					table: { __rl: true, mode: 'name', value: TABLE },
					columns: {
						mappingMode: 'defineBelow',
						value: {
							event_id: '={{ $json.eventId }}',
							reference: '={{ $json.reference }}',
							row: '={{ JSON.stringify($json) }}',
						},
						matchingColumns: [],
						schema: [],
					},
					options: {},
				},
			},
		],
		connections: Object.fromEntries(
			Object.values(TRIGGERS).map((name) => [
				name,
				{ main: [[{ node: INSERT, type: 'main', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
	},
	prepare: async (postgres) => {
		const columns = 'id bigserial PRIMARY KEY, event_id text, reference text, row text';
		await postgres.run(`CREATE TABLE ${TABLE} (${columns})`);
	},
	kept: async (postgres) => {
		const rows = await postgres.query(`SELECT reference FROM ${TABLE} ORDER BY id`);
		return rows.map(({ reference }) => String(reference));
	},
};
