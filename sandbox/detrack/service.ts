import type { Delivery } from '../core/delivery';
import { FaultBoard } from '../core/faults';
import { MinuteLimit } from '../core/minuteLimit';
import { RequestLog } from '../core/requests';
import { Settings } from '../core/settings';
import type { Services } from '../core/vendor';
import { HookSettings } from './accountHooks';
import type { Checked } from './checkFields';
import { DISPATCHER } from './defaults';
import { notify, type Cause } from './deliver';
import { Exports } from './exports';
import { Keys } from './keys';
import type { Job } from './model';
import { newJob } from './newJob';
import { settingsSchema } from './settings';
import { stageOf } from './status';
import { JobStore } from './store';
import { DRIVER_CHANGE, fired, TRIGGERS, type Moment } from './triggers';
import { todayOf, type View } from './values';

/** What Detrack does; the API and the control interface are two doors to it. */
export class DetrackService {
	readonly settings = new Settings(settingsSchema);
	readonly faults = new FaultBoard();
	readonly requests = new RequestLog();
	readonly keys = new Keys();
	readonly exports = new Exports();
	readonly hooks: HookSettings;
	readonly limits: MinuteLimit;
	readonly jobs: JobStore;
	#origin = (): string => '';

	constructor(readonly services: Services) {
		this.hooks = new HookSettings(services.mask);
		this.limits = new MinuteLimit(services.clock);
		this.jobs = new JobStore(services.clock);
		this.hideKeys();
	}

	/** Has every key masked from now on. */
	hideKeys(): void {
		for (const { key } of this.keys.all()) this.services.mask.add(key);
	}

	/** Tells where the sandbox is found, which is known once it listens. */
	reachedAt(origin: () => string): void {
		this.#origin = origin;
	}

	/** What jobs are looked at with now. */
	view(): View {
		const { settings, services } = this;
		return { settings: settings.values, now: services.clock.now(), origin: this.#origin() };
	}

	/** Today in the account's zone. */
	today(): string {
		return todayOf(this.view());
	}

	/** Creates a job out of checked fields. */
	create(checked: Checked): { job: Job; sent: Promise<Delivery[]> } {
		const job = newJob(this, checked);
		return { job, sent: this.begin(job) };
	}

	/** Takes a new job up and tells of it. */
	begin(job: Job): Promise<Delivery[]> {
		this.jobs.add(job);
		const moment = this.#moment(job);
		const first = moment.stage === 'in_transit' ? 'in_transit' : 'info_recv';
		this.milestone(job, first, null);
		if (moment.stage !== first) this.#reach(job, moment, DISPATCHER);
		return this.notify(job, fired(null, moment, this.settings.values));
	}

	/** Changes a job and tells of what has thereby come about; `who` does it. */
	change(job: Job, who: string | undefined, change: () => void): Promise<Delivery[]> {
		const before = this.#moment(job);
		change();
		const after = this.#moment(job);
		job.fields.updated_at = this.jobs.stamp();
		const newDriver = before.driver !== after.driver;
		const out = after.stage === 'scheduled' || after.stage.startsWith('out_for_');
		const reached = before.stage !== after.stage || (newDriver && out);
		if (reached && after.stage !== 'info_recv') this.#reach(job, after, who ?? DISPATCHER);
		const causes: Cause[] = fired(before, after, this.settings.values);
		return this.notify(job, newDriver ? [...causes, 'driver_change'] : causes);
	}

	/** Tells of several things, one after the other. */
	async notify(job: Job, causes: readonly Cause[]): Promise<Delivery[]> {
		const sent = causes.map((cause) =>
			notify(this, job, cause, cause === 'driver_change' ? DRIVER_CHANGE : TRIGGERS[cause]),
		);
		return (await Promise.all(sent)).flat();
	}

	/** Notes in the job what has happened to it; gives the time. */
	milestone(job: Job, status: string, who: string | null): string {
		const at = this.jobs.stamp();
		const { assign_to, reason } = job.fields;
		job.milestones.push({
			status,
			assign_to: who === null ? null : assign_to,
			reason: typeof reason === 'string' ? reason : null,
			pod_at: at,
			created_at: at,
			user_name: who ?? DISPATCHER,
		});
		return at;
	}

	/** Takes a job away and tells of it. */
	remove(job: Job): Promise<Delivery[]> {
		this.jobs.delete(job);
		return this.notify(job, ['deleted']);
	}

	reset(): void {
		this.settings.reset();
		this.faults.clear();
		this.requests.clear();
		this.keys.reset();
		this.exports.reset();
		this.hooks.reset();
		this.limits.reset();
		this.jobs.reset();
	}

	#reach(job: Job, { stage }: Moment, who: string): void {
		const at = this.milestone(job, stage, who);
		if (stage === 'scheduled' || stage === 'out_for_delivery') job.fields[`${stage}_at`] = at;
	}

	#moment(job: Job): Moment {
		const { status, assign_to: driver } = job.fields;
		return { status, stage: stageOf(job, this.today()), driver };
	}
}
