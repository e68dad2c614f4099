type Closer = () => Promise<void>;

/** Ends everything that was started, newest first, once the command is asked to end. */
export class Shutdown {
	readonly #log: (line: string) => void;
	readonly #closers: Closer[] = [];
	readonly #asked = new AbortController();
	#done: (code: number) => void = () => {};

	/** Aborts when the end is asked for. */
	readonly signal = this.#asked.signal;
	/** Resolves to the exit code when everything is closed. */
	readonly ended = new Promise<number>((resolve) => {
		this.#done = resolve;
	});

	constructor(log: (line: string) => void) {
		this.#log = log;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				// Asked twice: whoever asks does not want to wait.
				if (this.signal.aborted) process.exit(1);
				this.#log('\nStopping …');
				void this.end(0);
			});
		}
		// Whoever reads the output may go away earlier, as with `npm start | head`.
		process.stdout.on('error', () => {});
		process.stderr.on('error', () => {});
	}

	add(closer: Closer): void {
		this.#closers.push(closer);
	}

	/** Closes everything; the first caller's code counts. */
	async end(code: number): Promise<number> {
		if (!this.signal.aborted) {
			this.#asked.abort();
			for (const close of this.#closers.reverse()) {
				await close().catch((error: unknown) => {
					this.#log(error instanceof Error ? error.message : String(error));
				});
			}
			this.#done(code);
		}
		return await this.ended;
	}
}
