import { run } from './plain/processes.cjs';

export type Log = (line: string) => void;

/** Where progress goes when nobody says otherwise. */
export const toStdout: Log = (line) => void process.stdout.write(`${line}\n`);

const INTERVAL_MS = 5_000;

export interface Progress {
	/** Names what happens now. */
	phase: (name: string) => void;
	stop: () => void;
}

/**
 * Writes every few seconds how long it has taken and how much is on the disk: npm itself says
 * nothing when it is not at a terminal.
 */
export function progress(log: Log, folder: string, name: string): Progress {
	const started = Date.now();
	let phase = name;
	let busy = false;
	let stopped = false;
	const ticker = setInterval(() => {
		if (busy) return;
		busy = true;
		void sizeOf(folder).then((size) => {
			busy = false;
			if (!stopped) log(`  ${formatDuration(Date.now() - started)}  ${phase}${size}`);
		});
	}, INTERVAL_MS);
	return {
		phase: (next) => {
			phase = next;
		},
		stop: () => {
			stopped = true;
			clearInterval(ticker);
		},
	};
}

/** `, 1.3 GB so far`, or nothing where `du` cannot be had. */
async function sizeOf(folder: string): Promise<string> {
	// du complains about files that npm has just moved, and still gives its sum.
	const { stdout } = await run('du', ['-sk', folder]).catch(() => ({ stdout: '' }));
	const kilobytes = Number.parseInt(stdout, 10);
	return kilobytes > 0 ? `, ${(kilobytes / 1024 / 1024).toFixed(1)} GB so far` : '';
}

/** Milliseconds as `3 min 20 s` or `12 s`. */
export function formatDuration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
