import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { N8nInstallation } from './install';
import { type N8n, startN8n } from './n8n';
import { packPackage } from './pack';
import type { Log } from './progress';
import type { N8nCommand } from './readiness';
import { Postgres } from './servers/postgres';
import { Redis } from './servers/redis';

export interface QueueOptions {
	installation: N8nInstallation;
	/** Settings of every process that win over the defaults. */
	env?: Readonly<Record<string, string>>;
	/** Where progress goes; silent without. */
	log?: Log;
	/** Ends everything when aborted, also in the middle of a start. */
	signal?: AbortSignal;
}

/** n8n in queue mode. Each N8n in it is a process that can be killed and started again by itself. */
export interface QueueN8n {
	/** Editor, REST interface and timers; it takes no webhook calls. */
	readonly main: N8n;
	/** They take webhook calls; the caller chooses one, as a load balancer would. */
	readonly processors: readonly [N8n, N8n];
	/** They run workflows. */
	readonly workers: readonly [N8n, N8n];
	/** For the tables of workflows; n8n's own are in another database there. */
	readonly postgres: Postgres;
	/** Ends everything in its own way and removes its files. */
	stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** The database of n8n's own tables. */
const DATABASE = 'n8n';

/**
 * Starts n8n as it is run for many events: one main, two webhook processors and two workers, each with
 * the package, beside a Redis that holds the queue and a PostgreSQL that holds the rest. All of it is
 * on loopback, with its files in one temporary folder. Throws a UserError, and leaves nothing behind,
 * where it cannot.
 */
export async function startQueue(options: QueueOptions): Promise<QueueN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'lastmile-queue-'));
	const servers: Stop[] = [];
	const processes: Stop[] = [];
	const stop = async (): Promise<void> => {
		for (const group of [processes, servers]) {
			await Promise.all(group.splice(0).map(async (each) => await each()));
		}
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const { postgres, env } = await startServers(folder, options, servers);
		const tarball = await packPackage({ outDir: folder });
		const start = async (name: string, command: N8nCommand): Promise<N8n> => {
			options.signal?.throwIfAborted();
			const userFolder = join(folder, name.replaceAll(' ', '-'));
			const n8n = await startN8n({ ...options, command, userFolder, env, tarballs: [tarball] });
			processes.push(async () => await n8n.stop());
			options.log?.(`The ${name} is ready: process ${n8n.pid}.`);
			return n8n;
		};
		// The others want the tables that the main makes.
		const main = await start('main', 'start');
		const starting = [
			start('first webhook processor', 'webhook'),
			start('second webhook processor', 'webhook'),
			start('first worker', 'worker'),
			start('second worker', 'worker'),
		] as const;
		// Nothing may still be starting when the first failure is thrown.
		await Promise.allSettled(starting);
		const [first, second, third, fourth] = await Promise.all(starting);
		return { main, processors: [first, second], workers: [third, fourth], postgres, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Starts PostgreSQL and Redis; gives the environment that makes an n8n use them. */
async function startServers(
	folder: string,
	{ env, log = () => {} }: QueueOptions,
	servers: Stop[],
): Promise<{ postgres: Postgres; env: Record<string, string> }> {
	// PostgreSQL's user must be able to pass through it.
	await chmod(folder, 0o711);
	const postgres = await Postgres.start({ parent: folder, log });
	servers.push(async () => await postgres.stop());
	const redis = await Redis.start({ parent: folder, log });
	servers.push(async () => await redis.stop());
	await postgres.run(`CREATE DATABASE ${DATABASE}`);
	log('PostgreSQL and Redis are ready.');
	return { postgres, env: { ...queueEnvironment(postgres, redis), ...env } };
}

/** What makes processes one n8n; see “Queue mode” in n8n's documentation. */
function queueEnvironment(postgres: Postgres, redis: Redis): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomUUID(),
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		// Seconds. What a killed worker had in hand never ends; who waits for it would hold up the end.
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		// What a later n8n does without being told.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: DATABASE,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
	};
}
