import type { Arrival, Editor, Failure, N8nControl, N8nState, Seen } from '../../sandbox/n8n';
import type { N8n } from '../n8n';
import { messageOf } from '../plain/errors.cjs';
import { arrivedOf } from './arrived';

type Startable = Pick<N8n, 'stop' | 'kill' | 'restart'>;

/** Lets the sandbox's page stop the demo's n8n and start it again. */
export class N8nSwitch implements N8nControl {
	#n8n: Startable | undefined;
	#editor: Editor | null = null;
	#lookUp: () => Promise<Failure[]> = async () => [];
	#looking: Promise<void> | undefined;
	#failures: readonly Failure[] = [];
	#state: N8nState = { status: 'starting', problem: null };

	/**
	 * From now on n8n runs, and may be stopped.
	 *
	 * @param lookUp asks n8n for the last failed run of each of the demo's workflows
	 */
	connect(n8n: Startable, editor: Editor, lookUp: () => Promise<Failure[]>): void {
		this.#n8n = n8n;
		this.#editor = editor;
		this.#lookUp = lookUp;
		this.#state = { status: 'running', problem: null };
	}

	get isRunning(): boolean {
		return this.#state.status === 'running';
	}

	state(): N8nState {
		return this.#state;
	}

	stop(): void {
		this.#change('stopping', 'stopped', async (n8n) => await n8n.stop());
	}

	kill(): void {
		this.#change('stopping', 'stopped', async (n8n) => await n8n.kill());
	}

	start(): void {
		this.#change('starting', 'running', async (n8n) => await n8n.restart());
	}

	/** It has ended by itself, and may be started again. */
	ended(problem: string): void {
		this.#state = { status: 'stopped', problem };
	}

	arrived(seen: Seen): Arrival[] {
		return arrivedOf(seen);
	}

	editor(): Editor | null {
		return this.#editor;
	}

	/** What was found the last time; nobody waits while n8n is asked again. */
	failures(): readonly Failure[] {
		this.#looking ??= this.#lookUp()
			.then(
				(found) => void (this.#failures = found),
				// An n8n that cannot be asked now is asked the next time.
				() => undefined,
			)
			.finally(() => (this.#looking = undefined));
		return this.#failures;
	}

	#change(
		during: N8nState['status'],
		after: N8nState['status'],
		work: (n8n: Startable) => Promise<void>,
	): void {
		const n8n = this.#n8n;
		if (!n8n) return;
		this.#state = { status: during, problem: null };
		work(n8n).then(
			() => (this.#state = { status: after, problem: null }),
			// One that could not be started does not run; one that could not be ended is there no more either.
			(error: unknown) => (this.#state = { status: 'stopped', problem: messageOf(error) }),
		);
	}
}
