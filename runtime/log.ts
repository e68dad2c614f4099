const LIMIT = 2_000_000;

/** The last two million characters that a process wrote. */
export class LogBuffer {
	#text = '';

	add(chunk: string): void {
		this.#text = (this.#text + chunk).slice(-LIMIT);
	}

	text(): string {
		return this.#text;
	}

	/** The last lines, for showing why something failed. */
	tail(lines = 15): string {
		return this.#text.trimEnd().split('\n').slice(-lines).join('\n');
	}
}
