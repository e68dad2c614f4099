import { readFile, writeFile } from 'node:fs/promises';

/** What Linux counts processor time in, per second: so for every program, whatever the kernel has. */
const TICKS = 100;
const FORGET_PEAK = '5';

/** What a process has used since `watch()`. */
export interface ProcessFigure {
	/** Of all its threads, in user and kernel mode. */
	processorSeconds: number;
	/** How much more memory it held at its most than in the beginning, by the system's account (resident). */
	grownBytes: number;
}

/**
 * Begins to watch a process. What is given says what it has used since; `null` where the system does not
 * tell, which only Linux does.
 */
export async function watch(pid: number): Promise<() => Promise<ProcessFigure | null>> {
	try {
		await writeFile(`/proc/${pid}/clear_refs`, FORGET_PEAK);
		const [ticks, peak] = [await ticksOf(pid), await peakOf(pid)];
		return async () => ({
			processorSeconds: ((await ticksOf(pid)) - ticks) / TICKS,
			grownBytes: (await peakOf(pid)) - peak,
		});
	} catch {
		return async () => null;
	}
}

async function ticksOf(pid: number): Promise<number> {
	const line = await readFile(`/proc/${pid}/stat`, 'utf8');
	// The name of the program stands in brackets and may hold blanks.
	const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
	return Number(fields[11]) + Number(fields[12]);
}

async function peakOf(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
