import { FaultBoard } from '../core/faults';
import type { Delivery } from '../core/delivery';
import { RequestLog } from '../core/requests';
import { Settings } from '../core/settings';
import type { Services } from '../core/vendor';
import { Webhooks } from '../core/webhooks';
import { RADARO_WEBHOOK_TOKEN } from './defaults';
import { created, type RadaroEvent } from './events';
import type { JobInput } from './input';
import type { Job } from './job';
import { Keys } from './keys';
import type { StepContext } from './moves';
import { applyPatch } from './patch';
import { settingsSchema } from './settings';
import type { StepOptions } from './stepOptions';
import { stepFor } from './steps';
import { JobStore } from './store';

/** What Radaro does; the API and the control interface are two doors to it. */
export class RadaroService {
	readonly settings = new Settings(settingsSchema);
	readonly faults = new FaultBoard();
	readonly requests = new RequestLog();
	readonly keys = new Keys();
	readonly webhooks: Webhooks;
	readonly jobs: JobStore;

	constructor(readonly services: Services) {
		this.webhooks = new Webhooks(RADARO_WEBHOOK_TOKEN, services.mask);
		this.jobs = new JobStore(services.clock);
		this.hideKeys();
	}

	/** Has every key masked from now on. */
	hideKeys(): void {
		for (const { key } of this.keys.all()) this.services.mask.add(key);
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

	/** Does one step of a job's life; refuses one that isn't possible now. */
	step(job: Job, name: string, options: StepOptions): Promise<Delivery[]> {
		return this.emit(job, stepFor(job, name).run(job, options, this.#context()));
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
		const { retry, webhookTimeoutMs: timeoutMs } = this.settings.values;
		const jobId = job && String(job.info.order_id);
		const reference = job && job.info.external_id;
		const outgoing = { vendor: 'radaro', jobId, reference, event, urls, body, retry, timeoutMs };
		return this.services.sender.send(outgoing);
	}

	reset(): void {
		this.settings.reset();
		this.faults.clear();
		this.requests.clear();
		this.keys.reset();
		this.webhooks.reset();
		this.jobs.reset();
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
