import type { Mask } from './mask';

const KEPT = 5000;

/** The sandbox's log: one masked line per API request, delivery and mail. */
export class LogLines {
	readonly #lines: string[] = [];

	constructor(
		private readonly mask: Mask,
		private readonly print: ((line: string) => void) | undefined,
	) {}

	add(line: string): void {
		const masked = this.mask.text(line);
		this.#lines.push(masked);
		if (this.#lines.length > KEPT) this.#lines.shift();
		this.print?.(masked);
	}

	all(): readonly string[] {
		return this.#lines;
	}

	clear(): void {
		this.#lines.length = 0;
	}
}
