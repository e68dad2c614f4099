import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../ports';
import { ensureRedis } from './programs.cjs';
import { Server } from './server';

const exec = promisify(execFile);

export interface RedisOptions {
	/** Where its own folder is made; among the system's temporary files without. */
	parent?: string;
	log?: (line: string) => void;
}

/** A Redis of its own on loopback, with its data in a temporary folder. */
export class Redis {
	readonly #server: Server;

	private constructor(
		server: Server,
		readonly port: number,
	) {
		this.#server = server;
	}

	static async start({ parent = tmpdir(), log }: RedisOptions = {}): Promise<Redis> {
		const programs = await ensureRedis(log);
		const folder = await mkdtemp(join(parent, 'lastmile-redis-'));
		const port = await freePort();
		const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
		const server = await Server.start({
			name: 'Redis',
			command: [join(programs, 'redis-server'), ...settings],
			folder,
			isReady: async () =>
				await exec(join(programs, 'redis-cli'), ['-h', '127.0.0.1', '-p', String(port), 'PING']),
		});
		return new Redis(server, port);
	}

	async stop(): Promise<void> {
		await this.#server.stop();
	}
}
