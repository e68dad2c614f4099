import type { VirtualClock } from './core/clock';
import type { Delivery } from './core/delivery';
import type { JobState } from './core/jobState';
import { isTestUrl } from './core/outcome';
import { Refusal } from './core/refusal';
import type { ErpRecord } from './erp/store';

/** How it is with the n8n that was started along with the sandbox. */
export interface N8nState {
	status: 'starting' | 'running' | 'stopping' | 'stopped';
	/** Why it could not be started or stopped, in a sentence. */
	problem: string | null;
}

/** Where a person finds the workflow that receives the events, and how to get in. */
export interface Editor {
	url: string;
	email: string;
	password: string;
}

/** What the receiving side was told, and what it made of it. */
export interface Seen {
	jobs: ReadonlyArray<JobState & { vendor: string }>;
	/** The receiving side's sheet, oldest first. */
	rows: ReadonlyArray<Record<string, unknown>>;
	/** Subjects of all mails. */
	subjects: readonly string[];
	/** All of the ERP's records. */
	records: readonly ErpRecord[];
}

/** Of so many jobs that should be somewhere, so many are. */
export interface Arrival {
	/** Where, such as: Sheet. */
	place: string;
	/** Which jobs, in the plural. */
	what: string;
	have: number;
	of: number;
}

/** A run of a workflow that has failed. */
export interface Failure {
	/** The workflow's name. */
	workflow: string;
	/** When it ended, ISO-8601. */
	at: string;
	/** Where n8n shows it among the workflow's executions. */
	url: string;
}

/** That nothing more arrives in some places, although something is missing there. */
export interface Standstill {
	/** Where, such as: Sheet. */
	places: string[];
	/** When something arrived there last, or began to be missing, ISO-8601. */
	since: string;
	/** What has failed lately, the newest first. */
	failures: Failure[];
}

/** What whoever started n8n along with the sandbox lets its page do. */
export interface N8nControl {
	state(): N8nState;
	/** Begins to end it in its own way. */
	stop(): void;
	/** Begins to end it at once, as a crash does. */
	kill(): void;
	/** Begins to start it with the same port and data. */
	start(): void;
	arrived(seen: Seen): Arrival[];
	/** Null until the workflow is there. */
	editor(): Editor | null;
	/** The last failed run of each workflow, as far as it is known; being asked has it look again. */
	failures(): readonly Failure[];
}

export type N8nAction = 'stop' | 'kill' | 'start';

/** What the page shows of it. */
export interface N8nView extends N8nState {
	/** Calls that failed while it did not run the last time; a repeat counts once more. */
	missed: number;
	arrived: Arrival[];
	/** Null while it moves, or nothing is missing. */
	standstill: Standstill | null;
	editor: Editor | null;
}

/** For so long nothing may arrive: n8n asks the services for changes every 30 seconds. */
const PATIENCE_MS = 60_000;

/** A reader of the event log tries one event for so long; what failed before has nothing to do with it. */
const RECENT_MS = 15 * 60_000;

/** The n8n beside the sandbox, as the page deals with it. */
export class N8nDesk {
	readonly #control: N8nControl;
	readonly #clock: VirtualClock;
	#missed = 0;
	/** How much has arrived in each place where something is missing, and since when it is no more. */
	readonly #last = new Map<string, { awaited: number | null; since: number }>();

	constructor(control: N8nControl, clock: VirtualClock) {
		this.#control = control;
		this.#clock = clock;
	}

	/** A call of a webhook has ended. Those that only test do not count. */
	delivered({ accepted, url }: Delivery): void {
		if (this.#control.state().status === 'running') return;
		if (!accepted && !isTestUrl(url)) this.#missed++;
	}

	/** Begins it; refuses what is not possible as it is now. */
	act(action: N8nAction): N8nState {
		const { status } = this.#control.state();
		if (status !== (action === 'start' ? 'stopped' : 'running')) {
			throw new Refusal(409, `That can't be done now, because n8n is ${status}.`);
		}
		if (action !== 'start') this.#missed = 0;
		this.#control[action]();
		return this.#control.state();
	}

	view(seen: Seen): N8nView {
		const { status, problem } = this.#control.state();
		const [arrived, editor] = [this.#control.arrived(seen), this.#control.editor()];
		const standstill = this.#standstill(status, arrived);
		return { status, problem, missed: this.#missed, arrived, standstill, editor };
	}

	#standstill(status: N8nState['status'], arrived: readonly Arrival[]): Standstill | null {
		const now = this.#clock.now().getTime();
		const places = arrived.map(({ place, have, of }) => {
			const awaited = status === 'running' && have < of ? have : null;
			const last = this.#last.get(place);
			const isSame = awaited !== null && last?.awaited === awaited;
			const since = isSame ? last.since : now;
			this.#last.set(place, { awaited, since });
			return { place, since };
		});
		const stillFor = (ms: number) => places.filter((each) => now - each.since >= ms);
		// The answer is there the next time, so that it is asked for in good time.
		const failed = stillFor(PATIENCE_MS / 2).length > 0 ? this.#control.failures() : [];
		const still = stillFor(PATIENCE_MS);
		if (still.length === 0) return null;
		const since = Math.min(...still.map((each) => each.since));
		const recent = Math.min(since, now - RECENT_MS);
		const failures = failed.filter(({ at }) => Date.parse(at) >= recent);
		return {
			places: still.map(({ place }) => place),
			since: new Date(since).toISOString(),
			failures,
		};
	}

	/** The calls are counted anew. */
	forget(): void {
		this.#missed = 0;
	}
}
