import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { n8nEnvironment } from './environment';
import type { N8nInstallation } from './install';
import { LogBuffer } from './log';
import { UserError } from './plain/errors.cjs';
import { guard, signalGroup } from './plain/processes.cjs';
import { type N8nCommand, waitUntilReady } from './readiness';

const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;

export interface N8nProcessOptions {
	installation: N8nInstallation;
	command: N8nCommand;
	host: string;
	port: number;
	brokerPort: number;
	userFolder: string;
	env?: Readonly<Record<string, string>>;
	timezone?: string;
	startTimeoutMs?: number;
	onLog?: (text: string) => void;
	onCrash?: (code: number | null) => void;
}

/** One n8n that can be started and ended several times over. */
export class N8nProcess {
	readonly log = new LogBuffer();
	readonly url: string;
	readonly #options: N8nProcessOptions;
	#child: ChildProcess | undefined;
	#ending = false;
	#stopping: Promise<void> | undefined;

	constructor(options: N8nProcessOptions) {
		this.#options = options;
		this.url = `http://${options.host}:${options.port}`;
	}

	get pid(): number | undefined {
		return this.#child?.pid;
	}

	async start(): Promise<void> {
		this.#ending = false;
		let sinceStart = '';
		const child = this.#spawn((text) => {
			sinceStart += text;
			this.log.add(text);
			this.#options.onLog?.(text);
		});
		let ready = false;
		child.once('exit', (code) => {
			if (this.#child === child) this.#child = undefined;
			// What n8n started, its task runner, must not outlive it.
			signalGroup(child, 'SIGKILL');
			if (ready && !this.#ending) this.#options.onCrash?.(code);
		});
		ready = await waitUntilReady({
			command: this.#options.command,
			url: this.url,
			log: () => sinceStart,
			failed: () => this.#child !== child,
			timeoutMs: this.#options.startTimeoutMs ?? START_TIMEOUT_MS,
		});
		if (ready) return;
		const reason = this.#child === child ? 'did not become ready in time' : 'ended while starting';
		await this.kill();
		throw new UserError(`n8n ${reason}. The last lines of its log:\n${this.log.tail()}`);
	}

	/**
	 * Asks n8n to end and waits; ends it by force after 30 seconds. Asks once, whoever wants it: a second
	 * signal would end n8n at once, and its next start would wait ten seconds for what it takes for a crash.
	 */
	async stop(): Promise<void> {
		this.#stopping ??= this.#stop().finally(() => {
			this.#stopping = undefined;
		});
		await this.#stopping;
	}

	async #stop(): Promise<void> {
		const child = this.#child;
		if (!child) return;
		this.#ending = true;
		const exited = once(child, 'exit');
		child.kill('SIGTERM');
		const timeout = new AbortController();
		await Promise.race([exited, sleep(STOP_TIMEOUT_MS, undefined, timeout).catch(() => {})]);
		timeout.abort();
		await this.kill();
	}

	async kill(): Promise<void> {
		const child = this.#child;
		if (!child) return;
		this.#ending = true;
		const exited = once(child, 'exit');
		signalGroup(child, 'SIGKILL');
		await exited;
	}

	#spawn(onText: (text: string) => void): ChildProcess {
		const { installation, command, timezone = 'Etc/UTC', env: extra = {}, ...rest } = this.#options;
		const node = installation.nodeBinary;
		const tether = join(__dirname, 'tether.cjs');
		const child = spawn(node, ['--require', tether, installation.n8nBinary, command], {
			cwd: this.#options.userFolder,
			env: n8nEnvironment({ ...rest, node, timezone, extra }),
			// A group of its own: Ctrl-C reaches the command first, which then ends n8n in order.
			detached: process.platform !== 'win32',
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		});
		guard(child);
		this.#child = child;
		child.stdout?.on('data', (chunk: Buffer) => onText(chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => onText(chunk.toString()));
		child.once('error', (error) => {
			onText(`${error.message}\n`);
			this.#child = undefined;
		});
		return child;
	}
}
