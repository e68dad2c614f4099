import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type N8n, startN8n } from '../../runtime/n8n';
import { packPackage } from '../../runtime/pack';
import { formatDuration, type Log } from '../../runtime/progress';
import { Reception, RECEPTION_ENVIRONMENT } from '../reception';
import { drive } from '../road';
import { gaugeEnvironment, gaugeOf, type Reading } from './gauge';
import { knock } from './strangers';

/** Before anything is compared, everything has happened that happens only once. */
const WARM_UP_MS = 30_000;
/** The heap is read so often, three times in each third. */
const READINGS = 9;
/** After which nothing is under way any more. */
const QUIET_MS = 2_000;
/** For so long connections are kept open for the next call, and at most until everything is closed. */
const KEPT_OPEN_MS = 8_000;
const CLOSING_MS = 90_000;
/** Days of the sandbox must not share jobs. */
const SEEDS = 50_000;

export interface SoakOptions {
	minutes: number;
	log?: Log;
	signal?: AbortSignal;
}

export interface Soaked {
	/** Different events that were sent, and how many of them were answered 200. */
	sent: number;
	answered: number;
	/** Calls without a proof. */
	refused: number;
	letIn: number;
	/** Bytes of the heap after a collection of garbage, one after each part of the time. */
	heap: number[];
	/** What was open before and after, by kind. */
	before: Record<string, number>;
	after: Record<string, number>;
	/** What the sandbox refused to do, in sentences. */
	problems: string[];
}

/** Sends events of all services, and calls of strangers, to one n8n for some time, and reads what it holds. */
export async function soak({ minutes, log = () => {}, signal }: SoakOptions): Promise<Soaked> {
	const folder = await mkdtemp(join(tmpdir(), 'lastmile-soak-'));
	const file = join(folder, 'gauge.json');
	let n8n: N8n | undefined;
	let reception: Reception | undefined;
	try {
		n8n = await startN8n({
			tarballs: [process.env.LASTMILE_TARBALL ?? (await packPackage({ outDir: folder }))],
			env: {
				...RECEPTION_ENVIRONMENT,
				...gaugeEnvironment(file),
				// As it is advised for what receives events.
				EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
			},
			signal,
		});
		reception = await Reception.open({ target: n8n, receivers: [n8n.url] });
		const { pid = 0 } = n8n;
		const read = async (): Promise<Reading> => await gaugeOf(pid, file);
		return await play(reception, read, { minutes, log, signal });
	} finally {
		await reception?.close();
		await n8n?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function play(
	reception: Reception,
	read: () => Promise<Reading>,
	{ minutes, log, signal }: Required<Pick<SoakOptions, 'minutes' | 'log'>> & SoakOptions,
): Promise<Soaked> {
	const urlsOf = await reception.listen('whenFinished');
	await reception.makeTables();
	const problems: string[] = [];
	const strangers = { refused: 0, letIn: 0 };
	let parts = 0;
	/** Traffic for a time, and the reading once it is quiet again. */
	const part = async (ms: number): Promise<Reading> => {
		const limit = Date.now() + ms;
		const isOver = (): boolean => Date.now() > limit || signal?.aborted === true;
		const { sandboxUrl } = reception;
		const [refusals, knocked] = await Promise.all([
			drive({ sandboxUrl, seed: ++parts * SEEDS, isOver, signal }),
			knock(urlsOf, isOver),
		]);
		problems.push(...refusals);
		strangers.refused += knocked.refused;
		strangers.letIn += knocked.letIn;
		await reception.control('POST', 'settle');
		await sleep(QUIET_MS);
		return await read();
	};
	const startedAt = Date.now();
	const warm = await part(WARM_UP_MS);
	await sleep(KEPT_OPEN_MS);
	const before = (await read()).handles;
	const heap: number[] = [];
	for (let turn = 0; turn < READINGS && !signal?.aborted; turn++) {
		const { heapUsed } = await part((minutes * 60_000) / READINGS);
		heap.push(heapUsed);
		const { size, answered } = reception.sent;
		const passed = formatDuration(Date.now() - startedAt);
		log(`${passed}: ${size} events sent, ${answered} answered 200, ${megabytes(heapUsed)} MB`);
	}
	log(`After the warm-up it was ${megabytes(warm.heapUsed)} MB.`);
	const after = (await closed(read, before, signal)).handles;
	const { size: sent, answered } = reception.sent;
	return { sent, answered, ...strangers, heap, before, after, problems };
}

/** The reading once no more is open than before, or the time in which that may close is over. */
async function closed(
	read: () => Promise<Reading>,
	before: Record<string, number>,
	signal?: AbortSignal,
): Promise<Reading> {
	const limit = Date.now() + CLOSING_MS;
	for (;;) {
		const reading = await read();
		const isClosed = leftOpen({ before, after: reading.handles }).length === 0;
		if (isClosed || Date.now() > limit || signal?.aborted) return reading;
		await sleep(QUIET_MS);
	}
}

/** What is open that was not open before: how many more of which kind. */
export function leftOpen({ before, after }: Pick<Soaked, 'before' | 'after'>): string[] {
	return Object.entries(after).flatMap(([kind, count]) => {
		const more = count - (before[kind] ?? 0);
		return more > 0 ? [`${more} × ${kind}`] : [];
	});
}

/** How much more the heap holds in the end than after the first third, in bytes. */
export function growth({ heap }: Pick<Soaked, 'heap'>): number {
	return (heap.at(-1) ?? 0) - (heap[READINGS / 3 - 1] ?? 0);
}

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
