import type { Mask } from './mask';

type Row = Record<string, unknown>;
export interface RowsState {
	rows: readonly Row[];
	rowsError: string | null;
}

const PATIENCE_MS = 1500;

/** Reads the receiving side's rows; a slow reader never holds up the page. */
export class Rows {
	#last: RowsState = { rows: [], rowsError: null };
	#reading: Promise<void> | undefined;

	readonly #read: (() => Promise<Row[]>) | undefined;
	readonly #mask: Mask;

	constructor(read: (() => Promise<Row[]>) | undefined, mask: Mask) {
		this.#read = read;
		this.#mask = mask;
	}

	async current(): Promise<RowsState> {
		if (!this.#read) return this.#last;
		this.#reading ??= this.#fetch(this.#read).finally(() => (this.#reading = undefined));
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
		await Promise.race([this.#reading, patience]);
		clearTimeout(timer);
		return this.#last;
	}

	async #fetch(read: () => Promise<Row[]>): Promise<void> {
		try {
			this.#last = { rows: await read(), rowsError: null };
		} catch (error) {
			const text = error instanceof Error ? error.message : String(error);
			const sentence = `The rows can't be read at the moment: ${this.#mask.text(text)}`;
			this.#last = { rows: this.#last.rows, rowsError: sentence };
		}
	}
}
