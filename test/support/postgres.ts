import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { z } from 'zod';

import { freePort } from '../../runtime/ports';
import { ensurePostgres } from '../../scripts/lib/postgres.cjs';

const exec = promisify(execFile);
const USER = 'lastmile';
const PASSWORD = 'postgres-password-0001';
const START_TIMEOUT_MS = 30_000;
/** Ends the server when the pipe to this process closes, however this process ends. */
const KEEPER = '"$@" & server=$!; read -r _; kill -INT "$server"; wait "$server"';

/** A PostgreSQL of its own on loopback, with its data in a temporary folder. */
export class Postgres {
	readonly user = USER;
	readonly password = PASSWORD;
	readonly database = 'postgres';

	readonly #programs: string;
	readonly #folder: string;
	readonly #server: ChildProcess;

	private constructor(
		programs: string,
		folder: string,
		server: ChildProcess,
		readonly port: number,
	) {
		this.#programs = programs;
		this.#folder = folder;
		this.#server = server;
	}

	static async start(): Promise<Postgres> {
		const programs = await ensurePostgres();
		const folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-postgres-'));
		const owner = await handOver(folder);
		await createCluster(programs, folder, owner);
		const port = await freePort();
		const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
		const command = [path.join(programs, 'postgres'), '-D', path.join(folder, 'data'), ...listen];
		const stdio: ['pipe', 'ignore', 'ignore'] = ['pipe', 'ignore', 'ignore'];
		const server = spawn('sh', ['-c', KEEPER, 'sh', ...command], { ...owner, cwd: folder, stdio });
		const postgres = new Postgres(programs, folder, server, port);
		await postgres.#waitUntilReady();
		return postgres;
	}

	/** The rows that a SELECT gives. */
	async query(select: string): Promise<Array<Record<string, unknown>>> {
		const rows = await this.run(`SELECT coalesce(json_agg(t), '[]') FROM (${select}) t`);
		return z.array(z.record(z.unknown())).parse(JSON.parse(rows));
	}

	/** The rows of all tables. */
	async everything(): Promise<unknown[]> {
		const tables = await this.query(
			"SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
		);
		return await Promise.all(
			tables.map(async ({ name }) => await this.query(`SELECT * FROM ${String(name)}`)),
		);
	}

	/** Runs any SQL; gives what psql prints. */
	async run(sql: string): Promise<string> {
		const args = ['-h', '127.0.0.1', '-p', String(this.port), '-U', USER, '-d', this.database];
		const { stdout } = await exec(
			path.join(this.#programs, 'psql'),
			[...args, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', sql],
			{ env: { ...process.env, PGPASSWORD: PASSWORD } },
		);
		return stdout;
	}

	async stop(): Promise<void> {
		const ended = once(this.#server, 'exit');
		this.#server.stdin?.end();
		await ended;
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #waitUntilReady(): Promise<void> {
		const limit = Date.now() + START_TIMEOUT_MS;
		for (;;) {
			const answered = await this.run('SELECT 1').catch(() => undefined);
			if (answered !== undefined) return;
			if (Date.now() > limit) {
				await this.stop();
				throw new Error('PostgreSQL did not start in time.');
			}
			await wait(100);
		}
	}
}

interface Owner {
	uid?: number;
	gid?: number;
}

/** PostgreSQL refuses to run as root, so root gives the folder to the user that Debian made for it. */
async function handOver(folder: string): Promise<Owner> {
	if (process.getuid?.() !== 0) return {};
	const [uid = 0, gid = 0] = ['-u', '-g'].map((which) =>
		Number(execFileSync('id', [which, 'postgres'])),
	);
	await chown(folder, uid, gid);
	return { uid, gid };
}

async function createCluster(programs: string, folder: string, owner: Owner): Promise<void> {
	const secret = path.join(folder, 'password');
	await writeFile(secret, PASSWORD, { mode: 0o644 });
	const options = [
		'-U',
		USER,
		'--pwfile',
		secret,
		'-A',
		'scram-sha-256',
		'-E',
		'UTF8',
		'--no-sync',
	];
	const data = path.join(folder, 'data');
	await exec(path.join(programs, 'initdb'), ['-D', data, ...options], { ...owner, cwd: folder });
}
