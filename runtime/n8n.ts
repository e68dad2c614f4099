import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureN8n, type N8nInstallation } from './install';
import { N8nProcess } from './n8nProcess';
import { UserError } from './plain/errors.cjs';
import { freePorts, isPortTaken } from './ports';
import type { Log } from './progress';
import type { N8nCommand } from './readiness';
import { installTarballs } from './tarballs';

export interface N8nOptions {
	/** The whole of n8n, which is the default, or one of the processes of queue mode. */
	command?: N8nCommand;
	/** Holds n8n's `.n8n` folder. A fresh temporary one without, removed at stop(). */
	userFolder?: string;
	/** 0, the default, takes a free one. */
	port?: number;
	host?: string;
	/** npm-packed packages to put where n8n loads community packages from. */
	tarballs?: readonly string[];
	/** Settings that win over the defaults of `environment.ts`. */
	env?: Readonly<Record<string, string>>;
	/** IANA name; `Etc/UTC` without. */
	timezone?: string;
	/** Where progress goes; silent without. */
	log?: Log;
	/** Called with every piece of n8n's own log. */
	onLog?: (text: string) => void;
	/** Called when n8n ends without having been asked to. */
	onCrash?: (code: number | null) => void;
	/** Ends n8n in its own way when aborted, also in the middle of a start. */
	signal?: AbortSignal;
	/** Milliseconds; three minutes without. */
	startTimeoutMs?: number;
	/** Without, what ensureN8n() gives. */
	installation?: N8nInstallation;
}

export interface N8n {
	readonly url: string;
	readonly port: number;
	readonly userFolder: string;
	readonly installation: N8nInstallation;
	/** Process id of the running n8n; undefined while it does not run. */
	readonly pid: number | undefined;
	/** n8n's log since the first start, at most the last two million characters. */
	logText(): string;
	/** Ends n8n in its own way (SIGTERM) and removes a temporary user folder. */
	stop(): Promise<void>;
	/** Stops n8n if it runs and starts it again with the same port and data. */
	restart(): Promise<void>;
	/** Ends n8n at once (SIGKILL), as in a crash. Data stays; restart() brings it back. */
	kill(): Promise<void>;
}

/**
 * Starts a real n8n as a process of its own and waits until it is ready. It ends with this
 * process, whatever ends that. Throws a UserError with the last lines of n8n's log.
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const installation = options.installation ?? (await ensureN8n({ log: options.log }));
	const host = options.host ?? '127.0.0.1';
	const [found = 0, brokerPort = 0] = await freePorts(2);
	const port = options.port || found;
	if (await isPortTaken(port, host)) {
		throw new UserError(
			`n8n cannot start: port ${port} is in use by another program. Stop that program or choose another port.`,
		);
	}
	const temporary = options.userFolder === undefined;
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'lastmile-n8n-')));
	await installTarballs(userFolder, options.tarballs ?? []);
	const server = new N8nProcess({
		...options,
		command: options.command ?? 'start',
		installation,
		host,
		port,
		brokerPort,
		userFolder,
	});
	const stop = async () => {
		await server.stop();
		if (temporary) await rm(userFolder, { recursive: true, force: true });
	};
	options.signal?.addEventListener('abort', () => void server.stop(), { once: true });
	try {
		await server.start();
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url: server.url,
		port,
		userFolder,
		installation,
		get pid() {
			return server.pid;
		},
		logText: () => server.log.text(),
		stop,
		restart: async () => {
			await server.stop();
			await server.start();
		},
		kill: async () => await server.kill(),
	};
}
