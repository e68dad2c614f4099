import { formatDuration } from '../../runtime/progress';

/** Numbered lines that say what is being done, and how long it took. */
export class Steps {
	readonly #total: number;
	readonly #log: (line: string) => void;
	#number = 0;
	readonly #started = Date.now();

	constructor(total: number, log: (line: string) => void) {
		this.#total = total;
		this.#log = log;
	}

	/** Runs one step; details that it logs are indented below its line. */
	async run<T>(title: string, task: (log: (line: string) => void) => Promise<T>): Promise<T> {
		const began = Date.now();
		this.#log(`[${++this.#number}/${this.#total}] ${title} …`);
		const result = await task((line) => this.#log(`      ${line.trim()}`));
		this.#log(`      done in ${formatDuration(Date.now() - began)}`);
		return result;
	}

	/** Time since the first step. */
	elapsed(): string {
		return formatDuration(Date.now() - this.#started);
	}
}
