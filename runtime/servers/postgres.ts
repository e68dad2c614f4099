import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { z } from 'zod';

import { freePort } from '../ports';
import { ensurePostgres } from './programs.cjs';
import { Server } from './server';

const exec = promisify(execFile);
const USER = 'lastmile';
const PASSWORD = 'postgres-password-0001';
const DATABASE = 'postgres';

export interface PostgresOptions {
	/**
	 * Where its own folder is made; among the system's temporary files without. PostgreSQL's user must
	 * be able to pass through it.
	 */
	parent?: string;
	log?: (line: string) => void;
}

/** A PostgreSQL of its own on loopback, with its data in a temporary folder. */
export class Postgres {
	readonly user = USER;
	readonly password = PASSWORD;
	readonly database = DATABASE;

	readonly #programs: string;
	readonly #server: Server;

	private constructor(
		programs: string,
		server: Server,
		readonly port: number,
	) {
		this.#programs = programs;
		this.#server = server;
	}

	static async start({ parent = tmpdir(), log }: PostgresOptions = {}): Promise<Postgres> {
		const programs = await ensurePostgres(log);
		const folder = await mkdtemp(join(parent, 'lastmile-postgres-'));
		const owner = await handOver(folder);
		await createCluster(programs, folder, owner);
		const port = await freePort();
		const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
		const server = await Server.start({
			name: 'PostgreSQL',
			command: [join(programs, 'postgres'), '-D', join(folder, 'data'), ...listen],
			folder,
			...owner,
			isReady: async () => await psql(programs, port, 'SELECT 1'),
		});
		return new Postgres(programs, server, port);
	}

	/** What a user enters in n8n's credential “Postgres” for it. */
	get credential() {
		const { port, database, user, password } = this;
		return { host: '127.0.0.1', port, database, user, password, ssl: 'disable' };
	}

	/** The rows that a SELECT gives. */
	async query(
		select: string,
		database: string = DATABASE,
	): Promise<Array<Record<string, unknown>>> {
		const json = `SELECT coalesce(json_agg(t), '[]') FROM (${select}) t`;
		const rows = await this.run(json, database);
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

	/** Runs any SQL, in another database than the first one if it is named; gives what psql prints. */
	async run(sql: string, database: string = DATABASE): Promise<string> {
		return await psql(this.#programs, this.port, sql, database);
	}

	async stop(): Promise<void> {
		await this.#server.stop();
	}
}

async function psql(
	programs: string,
	port: number,
	sql: string,
	database: string = DATABASE,
): Promise<string> {
	const args = ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', database];
	const { stdout } = await exec(
		join(programs, 'psql'),
		[...args, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', sql],
		{ env: { ...process.env, PGPASSWORD: PASSWORD }, maxBuffer: 256 * 1024 * 1024 },
	);
	return stdout;
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
	const secret = join(folder, 'password');
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
	const data = join(folder, 'data');
	await exec(join(programs, 'initdb'), ['-D', data, ...options], { ...owner, cwd: folder });
}
