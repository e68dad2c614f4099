import { readFile, writeFile } from 'node:fs/promises';

/** The most memory that a process has had since `forgetPeak`, in MB; `null` where Linux does not tell. */
export async function peakOf(pid: number | undefined): Promise<number | null> {
	const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
	const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
	return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** From now on the peak is measured anew. */
export async function forgetPeak(pid: number | undefined): Promise<void> {
	// By the manual page of proc_pid_clear_refs, 5 resets the peak.
	await writeFile(`/proc/${pid ?? 0}/clear_refs`, '5').catch(() => undefined);
}
