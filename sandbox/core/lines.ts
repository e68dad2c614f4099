import type { Mask } from './mask';

const KEPT = 5000;

/** The sandbox's log: one masked line per API request, delivery and mail. */
export class LogLines {
	readonly #lines: string[] = [];

	readonly #mask: Mask;
	readonly #print: ((line: string) => void) | undefined;

	constructor(mask: Mask, print: ((line: string) => void) | undefined) {
		this.#mask = mask;
		this.#print = print;
	}

	add(line: string): void {
		const masked = this.#mask.text(line);
		this.#lines.push(masked);
		if (this.#lines.length > KEPT) this.#lines.shift();
		this.#print?.(masked);
	}

	all(): readonly string[] {
		return this.#lines;
	}

	clear(): void {
		this.#lines.length = 0;
	}
}
