import { z } from 'zod';

import type { Delivery } from '../core/delivery';
import { Keys } from '../core/keys';
import { StandInService } from '../core/service';
import type { Api } from '../core/standIn';
import type { Services } from '../core/vendor';
import { RADARO_DISABLED_KEY, RADARO_KEY, RADARO_ORDINARY_KEY } from './defaults';
import { created } from './events';
import type { JobInput } from './input';
import { removeJob } from './jobChanges';
import type { Job, RadaroEvent } from './model';
import { applyPatch } from './patch';
import { type RadaroSettings, settingsSchema } from './settings';
import type { Step, StepContext, StepOptions } from './step';
import { JobStore } from './store';
import { Webhooks } from './webhooks';

const keySchema = z
	.object({
		// A shorter one could turn up in a log by accident and be masked there for no reason.
		key: z.string().min(8),
		enabled: z.boolean().default(true),
		/** A master key sees every job, another one only those made with it. */
		master: z.boolean().default(false),
	})
	.strict();

export type ApiKey = z.output<typeof keySchema>;

/** What Radaro does; the API and the control interface are two doors to it. */
export class RadaroService extends StandInService<RadaroSettings> {
	readonly keys = new Keys(keySchema, 'key', [
		{ key: RADARO_KEY, enabled: true, master: true },
		{ key: RADARO_ORDINARY_KEY, enabled: true, master: false },
		{ key: RADARO_DISABLED_KEY, enabled: false, master: false },
	]);
	readonly webhooks: Webhooks;
	readonly jobs: JobStore;
	readonly parts;

	constructor(services: Services) {
		super(services, settingsSchema);
		this.webhooks = new Webhooks(services.mask);
		this.jobs = new JobStore(services.clock);
		this.parts = { jobs: this.jobs, keys: this.keys, webhooks: this.webhooks };
		this.hideSecrets();
	}

	/** Creates a job out of checked input. */
	create(input: JobInput, key: string | null): { job: Job; sent: Promise<Delivery[]> } {
		const job = this.jobs.create(input, key, this.settings.values);
		return { job, sent: this.emit(job, created(job)) };
	}

	/** Changes a job by checked input. */
	patch(job: Job, input: JobInput): Promise<Delivery[]> {
		if (input.external_id !== undefined && input.external_id !== job.info.external_id) {
			this.jobs.rename(job, input.external_id);
		}
		return this.emit(job, applyPatch(job, input, this.#context()));
	}

	/** Takes a job away. */
	remove(job: Job): Promise<Delivery[]> {
		return this.emit(job, removeJob(job, this.#context()));
	}

	/** Does one step of a job's life. */
	act(job: Job, step: Step, options: StepOptions): Promise<Delivery[]> {
		return this.emit(job, step.run(job, options, this.#context()));
	}

	/** Sends an event to every address; resolves when each has been tried once. */
	emit(job: Job, event: RadaroEvent | null): Promise<Delivery[]> {
		if (!event) return Promise.resolve([]);
		job.lastEvent = event;
		const body = event.tokenless ? event.body : { token: this.webhooks.token, ...event.body };
		return this.send(body, event.label, job);
	}

	/** Sends any body. */
	send(
		body: unknown,
		event: string,
		job: Job | null,
		urls: readonly string[] = this.webhooks.urls,
	): Promise<Delivery[]> {
		const { retry } = this.settings.values;
		const jobId = job && String(job.info.order_id);
		const reference = job && job.info.external_id;
		const outgoing = { vendor: 'radaro', jobId, reference, event, urls, body, retry };
		return this.services.sender.send(outgoing);
	}

	protected secrets(): string[] {
		return this.keys.secrets();
	}

	#context(): StepContext {
		const settings = this.settings.values;
		return {
			settings,
			now: () => this.jobs.stamp(settings.timeZone),
			nextId: () => this.jobs.nextId(),
			remove: (job) => this.jobs.delete(job),
		};
	}
}

/** What Radaro's routes are added to. */
export type RadaroApi = Api<RadaroService, ApiKey>;
