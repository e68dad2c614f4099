import { readFile, rename, writeFile } from 'node:fs/promises';

import { errorCode } from './errorCode';
import { isRecord } from './json';

const DELAY_MS = 50;

/** Keeps state in a file; a crash leaves the old file or the new one, never half of one. */
export class StateFile {
	#timer: NodeJS.Timeout | undefined;
	#writing: Promise<void> = Promise.resolve();

	readonly #path: string;
	readonly #snapshot: () => unknown;

	constructor(path: string, snapshot: () => unknown) {
		this.#path = path;
		this.#snapshot = snapshot;
	}

	/** Several changes in a row become one write. */
	changed(): void {
		this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), DELAY_MS);
	}

	/** Writes now. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
		return this.#writing;
	}

	async #write(): Promise<void> {
		const beside = `${this.#path}.${process.pid}.tmp`;
		// It holds keys and tokens, so it is for its owner alone.
		await writeFile(beside, JSON.stringify(this.#snapshot()), { mode: 0o600 });
		await rename(beside, this.#path);
	}
}

/** What a state file holds, or undefined when there is none yet. */
export async function readState(path: string): Promise<unknown> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
	try {
		const state: unknown = JSON.parse(text);
		return state;
	} catch {
		throw unusable(path);
	}
}

/** The error for a file that is not the sandbox's. */
export function unusable(path: string): Error {
	return new Error(
		`The sandbox can't use the state file ${path}: it isn't one that this version wrote. Move it away and start again.`,
	);
}

/** What a state file holds of something with webhooks: earlier versions had them as `hooks`. */
export function underPresentNames(value: unknown): unknown {
	if (!isRecord(value) || !('hooks' in value)) return value;
	const { hooks, ...others } = value;
	return { ...others, webhooks: hooks };
}
