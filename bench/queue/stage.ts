import { type QueueN8n, type QueueOptions, startQueue } from '../../runtime/queue';
import type { WorkflowFile } from '../../runtime/rest';
import { StoryWorkflow } from '../../test/support/storyWorkflow';
import { Reception, RECEPTION_ENVIRONMENT } from '../reception';
import { Balancer } from './balancer';

/** n8n's own database, and what it puts before the id of a Data Table there. */
const DATABASE = 'n8n';
const TABLE = 'data_table_user_';

/** A row of the event log, as far as it is counted by. */
export interface LogRow {
	eventId: string;
	stateId: string | null;
}

/** n8n in queue mode with the event log, called by the sandbox's services through a balancer. */
export class QueueStage {
	private constructor(
		readonly queue: QueueN8n,
		readonly reception: Reception,
		readonly balancer: Balancer,
	) {}

	static async open(options: QueueOptions): Promise<QueueStage> {
		const env = { ...RECEPTION_ENVIRONMENT, ...options.env };
		const queue = await startQueue({ ...options, env });
		const balancer = await Balancer.start(queue.processors.map(({ port }) => port));
		try {
			const reception = await Reception.open({
				target: queue.main,
				receivers: queue.processors.map(({ url }) => url),
				entrance: balancer.url,
			});
			return new QueueStage(queue, reception, balancer);
		} catch (error) {
			await balancer.close();
			await queue.stop();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.reception.close();
		await this.balancer.close();
		await this.queue.stop();
	}

	/** Imports a workflow of the event log, which the main runs. */
	async imported(file: WorkflowFile): Promise<StoryWorkflow> {
		const { rest } = this.reception;
		const workflow = await this.reception.imported(file);
		return new StoryWorkflow({ rest, n8n: this.queue.main }, file, workflow);
	}

	/** All rows of the event log, the oldest first. */
	async rows(): Promise<LogRow[]> {
		const sql = `SELECT "eventId", "stateId" FROM ${await this.#table()} ORDER BY id`;
		const rows = await this.queue.postgres.query(sql, DATABASE);
		return rows.map(({ eventId, stateId }) => ({
			eventId: String(eventId),
			stateId: stateId === null ? null : String(stateId),
		}));
	}

	/** Empties the event log, and begins to count anew. */
	async forget(): Promise<void> {
		await this.queue.postgres.run(`DELETE FROM ${await this.#table()}`, DATABASE);
		this.reception.forget();
	}

	async #table(): Promise<string> {
		return `"${TABLE}${await this.reception.tableId('delivery_events')}"`;
	}
}
