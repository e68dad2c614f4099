import axios from 'axios';

import { dayIn } from '../../nodes/shared/basic/today';
import type { Delivery } from '../../sandbox/core/delivery';
import type { WorkflowFile } from '../../runtime/rest';
import { EventLog, type Hurry, TABLES, until } from '../../test/support/eventLog';
import type { Google, Spreadsheet } from '../../test/support/google';
import { MailServer } from '../../test/support/mailServer';
import { ORGANIZATION, Stage } from '../../test/support/stage';
import type { StoryWorkflow } from '../../test/support/storyWorkflow';
import type { AskedRow } from '../asking';
import { isTaken } from '../queue/sender';
import type { ReaderSpec } from './readers';

/** That of the services in the sandbox, so that a day is the same for all. */
export const TIME_ZONE = 'Australia/Brisbane';

/** The node of the round that needs an organization. */
const OF_READYCLOUD = 'Orders in ReadyCloud';
const TRIGGERS = ['radaroTrigger', 'detrackTrigger', 'routigoTrigger', 'readyCloudTrigger'];
/** Readers look each minute, and not more often: a busy machine would start more runs than it ends. */
const LEAST_LOOK_SECONDS = 3;

/** n8n as it stands in an office: nobody keeps the executions of what runs each minute. */
const ENVIRONMENT = {
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
	// For what fills the log in one call.
	N8N_PAYLOAD_SIZE_MAX: '256',
};

/** A reader at work. */
export interface Reader {
	workflow: StoryWorkflow;
	/** Where it writes to, if that is a sheet. */
	sheet: Spreadsheet | undefined;
}

/** An n8n with the event log, beside the sandbox and the stand-ins for all that its readers write to. */
export class DayStage {
	readonly readers: Reader[] = [];

	private constructor(
		readonly stage: Stage,
		readonly mails: MailServer,
		readonly log: EventLog,
	) {}

	static async open(delivered?: (delivery: Delivery) => void): Promise<DayStage> {
		const mails = await MailServer.start();
		const options = { env: ENVIRONMENT, timezone: TIME_ZONE, smtpPort: mails.port, delivered };
		const stage = await Stage.open(options).catch(async (error: unknown) => {
			await mails.stop();
			throw error;
		});
		await stage.clear();
		return new DayStage(stage, mails, await EventLog.open(stage));
	}

	get google(): Google {
		return this.stage.story.google;
	}

	get n8n() {
		return this.stage.story.n8n;
	}

	/** Publishes the receiving workflow, has the services call it, and publishes readers. */
	async begin(specs: readonly ReaderSpec[], minuteMs: number): Promise<void> {
		await this.stage.connected(this.log.receive);
		const everySeconds = Math.max(LEAST_LOOK_SECONDS, Math.round(minuteMs / 1000));
		for (const spec of specs)
			this.readers.push(await this.reader(spec, { everySeconds, minuteMs }));
		for (const { workflow } of this.readers) await workflow.activate();
	}

	/** Imports a reader, not published yet; if nothing else is said, time goes as fast as in tests. */
	async reader(spec: ReaderSpec, hurry?: Hurry): Promise<Reader> {
		const { settings, sheet } = await spec.prepare(this.google);
		const workflow = await this.log.reader(spec.template, settings, undefined, hurry);
		return { workflow, sheet };
	}

	/** Imports a workflow of the event log, not published yet. */
	async imported(file: WorkflowFile): Promise<StoryWorkflow> {
		const isRound = file.nodes.some(({ name }) => name === OF_READYCLOUD);
		const own = { [OF_READYCLOUD]: { organizationId: ORGANIZATION } };
		return await this.stage.importedFile(file, isRound ? own : {});
	}

	/** All rows of the event log, the oldest first. */
	async rows(): Promise<AskedRow[]> {
		const rows = await this.log.rows('delivery_events');
		return rows.map(({ eventId }) => ({ eventId: String(eventId) }));
	}

	/** Empties all tables, and what has been written. */
	async forget(): Promise<void> {
		for (const name of TABLES) await this.log.clear(name);
		this.mails.obey();
		this.google.obey();
	}

	/** Drives the sandbox. */
	async control<Answer>(method: string, path: string, body?: object): Promise<Answer> {
		return await this.stage.story.control<Answer>(method, path, body);
	}

	/** Time passes for the services, which repeat what is due by then; waits for the answers. */
	async timePasses(seconds: number): Promise<void> {
		await this.control('POST', 'clock', { advanceSeconds: seconds });
	}

	/** Waits until n8n listens for all services, which takes a moment after its start. */
	async listening(): Promise<void> {
		for (const trigger of TRIGGERS) {
			const url = await this.log.receive.address(`n8n-nodes-lastmile.${trigger}`);
			const options = { proxy: false, validateStatus: () => true } as const;
			await until(async () => isTaken(await axios.get<unknown>(url, options)));
		}
	}

	get sandboxUrl(): string {
		return this.stage.story.sandbox.url;
	}

	/** Unpublishes the receiving workflow and publishes it again. */
	async publishAgain(): Promise<void> {
		await this.log.receive.deactivate();
		await this.log.receive.activate();
	}

	/** Waits until all readers have passed the newest event. */
	async passed(timeoutMs: number): Promise<void> {
		for (const { workflow } of this.readers) await this.log.passed(workflow, timeoutMs);
	}

	/** Today, where the services are. */
	today(): string {
		return dayIn(TIME_ZONE, new Date()) ?? '';
	}

	async close(): Promise<void> {
		await this.stage.close();
		await this.mails.stop();
	}
}
