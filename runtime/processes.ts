import { spawn, type ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();
let watching = false;

/**
 * Ends the child with this process, however this process ends, short of SIGKILL.
 * A child started with `detached: true` takes its whole process group with it.
 */
export function guard(child: ChildProcess): void {
	watch();
	children.add(child);
	child.once('exit', () => children.delete(child));
}

/** Sends a signal to a child and, where it leads a process group, to all of the group. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// Not a group leader, or gone already.
		child.kill(signal);
	}
}

function watch(): void {
	if (watching) return;
	watching = true;
	process.once('exit', () => children.forEach((child) => signalGroup(child, 'SIGKILL')));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		const onSignal = () => {
			// A command that shuts down in its own order has its own listener; leave it to that.
			if (process.listenerCount(signal) > 1) return;
			process.exit(signal === 'SIGINT' ? 130 : 143);
		};
		process.on(signal, onSignal);
	}
}

export interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
}

export interface RunResult {
	/** Exit code; null when a signal ended the command. */
	code: number | null;
	/** The last 100,000 characters of both streams together. */
	output: string;
}

/** Runs a command to its end. A command that cannot be found rejects. */
export async function run(
	command: string,
	args: string[],
	options: RunOptions,
): Promise<RunResult> {
	const windows = process.platform === 'win32';
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: options.cwd,
			env: options.env,
			shell: windows,
			detached: !windows,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		guard(child);
		let output = '';
		const take = (chunk: Buffer) => {
			output = (output + chunk.toString()).slice(-100_000);
		};
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, output }));
	});
}
