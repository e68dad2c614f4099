import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { UserError } from '../plain/errors.cjs';

/** Ends the server when the pipe to this process closes, however this process ends. */
const KEEPER = '"$@" & server=$!; read -r _; kill -INT "$server"; wait "$server"';
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

export interface ServerOptions {
	/** As a sentence says it. */
	name: string;
	/** Program and arguments. */
	command: readonly string[];
	/** A folder of its own to run in; removed at stop(). */
	folder: string;
	/** Whom to run it as; as this process without. */
	uid?: number;
	gid?: number;
	/** Whether it can be used; a failure counts as not yet. */
	isReady: () => Promise<unknown>;
}

/** A server that is no n8n, as a process of its own that ends with this one. */
export class Server {
	readonly #child: ChildProcess;
	readonly #folder: string;

	private constructor(child: ChildProcess, folder: string) {
		this.#child = child;
		this.#folder = folder;
	}

	/** Starts it and waits until it can be used. Throws a UserError where that takes too long. */
	static async start(options: ServerOptions): Promise<Server> {
		const { name, command, folder, isReady, uid, gid } = options;
		const child = spawn('sh', ['-c', KEEPER, 'sh', ...command], {
			cwd: folder,
			uid,
			gid,
			// A group of its own, so that Ctrl-C does not take it from those who still use it.
			detached: true,
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		const server = new Server(child, folder);
		for (const limit = Date.now() + START_TIMEOUT_MS; Date.now() < limit; await wait(POLL_MS)) {
			const ready = await isReady().then(
				() => true,
				() => false,
			);
			if (ready) return server;
		}
		await server.stop();
		throw new UserError(`${name} did not start in time. Run the command again.`);
	}

	async stop(): Promise<void> {
		if (this.#child.exitCode === null && this.#child.signalCode === null) {
			const ended = once(this.#child, 'exit');
			this.#child.stdin?.end();
			await ended;
		}
		await rm(this.#folder, { recursive: true, force: true });
	}
}
