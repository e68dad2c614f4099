import type { ChildProcess } from 'node:child_process';

/**
 * Ends the child with this process, however this process ends, short of SIGKILL.
 * A child started with `detached: true` takes its whole process group with it.
 */
export function guard(child: ChildProcess): void;

/** Sends a signal to a child and, where it leads a process group, to all of the group. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void;

export interface RunOptions {
	/** The folder to run it in; this process' own without. */
	cwd?: string;
	/** This process' own without. */
	env?: NodeJS.ProcessEnv;
	/** Ends the command when it takes longer. */
	timeoutMs?: number;
	/** Ends the command, with all that it started, once its output has this in it. */
	endAt?: RegExp;
	/** Whether the user sees what it writes, instead of the caller. */
	shown?: boolean;
}

export interface RunResult {
	/** Exit code; null when a signal ended the command. */
	code: number | null;
	/** Whether it was ended because it took too long. */
	timedOut: boolean;
	/** The last 100,000 characters of its standard output; empty for a shown command. */
	stdout: string;
	/** The last 100,000 characters of both streams together; empty for a shown command. */
	output: string;
}

/** Runs a command to its end. A command that cannot be found rejects. */
export function run(
	command: string,
	args: readonly string[],
	options?: RunOptions,
): Promise<RunResult>;
