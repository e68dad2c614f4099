import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = path.join(__dirname, '..', '..');

export interface Ports {
	n8n: number;
	sandbox: number;
	smtp: number;
}

/** `npm start`, as a user runs it, in a home of its own. */
export class Demo {
	static readonly #running = new Set<Demo>();
	#output = '';
	readonly #ended: Promise<number | null>;

	readonly #child: ChildProcess;

	private constructor(child: ChildProcess) {
		this.#child = child;
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
		}
		Demo.#running.add(this);
		this.#ended = new Promise((resolve) =>
			child.on('exit', (code) => {
				Demo.#running.delete(this);
				resolve(code);
			}),
		);
	}

	static start(home: string, { n8n, sandbox, smtp }: Ports): Demo {
		const args = ['--n8n-port', n8n, '--sandbox-port', sandbox, '--smtp-port', smtp].map(String);
		const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
			cwd: ROOT,
			env: { ...process.env, LASTMILE_HOME: home },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		return new Demo(child);
	}

	/** Ends those that a test has left running, so that the next one finds its ports free. */
	static async endAll(): Promise<void> {
		for (const demo of [...Demo.#running]) await demo.interrupt();
	}

	get printed(): string {
		return this.#output;
	}

	/** Waits for a text in what is printed. */
	async says(text: string, timeoutMs = 600_000): Promise<void> {
		const limit = Date.now() + timeoutMs;
		while (!this.#output.includes(text)) {
			if (this.#child.exitCode !== null || Date.now() > limit) {
				throw new Error(`npm start did not say "${text}" but:\n${this.#output}`);
			}
			await wait(100);
		}
	}

	/** Ends it as Ctrl-C does; gives the exit code. */
	async interrupt(): Promise<number | null> {
		this.#child.kill('SIGINT');
		return await this.#ended;
	}

	async exitCode(): Promise<number | null> {
		return await this.#ended;
	}
}
