import { setTimeout as sleep } from 'node:timers/promises';

import { formatDuration, type Log } from '../../runtime/progress';
import { Asking } from '../asking';
import type { Reception } from '../reception';
import { drive } from '../road';
import { type Kill, Killer } from './kills';
import type { QueueStage } from './stage';
import { type Recovered, recovered, type Tally, tally } from './tally';

const POLL_MS = 500;
const PROGRESS_MS = 15_000;
/** Once no row has come for so long after the last answer, none comes any more. */
const STILL_MS = 15_000;
/** Between RoutiGo's tries of a call, by its own default; it tries for a day. */
const ROUTIGO_PAUSE_SECONDS = 600;
const MOST_REPEATS = 144;

export interface PlayOptions {
	/** Of the first jobs; plays of one stage must be some hundreds apart. */
	seed?: number;
	/** So many different events, or a few more, are sent. */
	events: number;
	kill: Kill;
	/** Whether the services are asked in the end for what was not kept. */
	ask?: boolean;
	log?: Log;
	signal?: AbortSignal;
}

export interface Played extends Tally {
	/** From the first call to the last row that a call brought, to half a second. */
	seconds: number;
	/** What asking the services brought; null where they were not asked. */
	recovered: Recovered | null;
	/** What the sandbox refused to do, in sentences. */
	problems: string[];
}

/** Has services send events to a stage that listens, kills processes on the way, and counts. */
export async function play(
	stage: QueueStage,
	{ seed = 1, events, kill, ask = false, log = () => {}, signal }: PlayOptions,
): Promise<Played> {
	const { reception } = stage;
	const asking = ask ? await Asking.begin(stage) : null;
	const startedAt = Date.now();
	const killer = new Killer(stage.queue, { kill, events }, log);
	const ticker = setInterval(() => {
		const { answered } = reception.sent;
		log(`${formatDuration(Date.now() - startedAt)}: ${answered} events answered 200`);
	}, PROGRESS_MS);
	try {
		const problems = await drive({
			sandboxUrl: reception.sandboxUrl,
			seed,
			isOver: () => {
				killer.answered(reception.sent.answered);
				return reception.sent.size >= events || signal?.aborted === true;
			},
			signal,
		});
		await killer.allAreBack();
		await repeatsAreOver(reception, signal);
		const { counted, lastRowAt } = await kept(stage, signal);
		const asked = (await asking?.ask(log)) ?? null;
		return {
			...counted,
			seconds: (lastRowAt - startedAt) / 1000,
			recovered: asked && recovered(counted.lost, await stage.rows(), asked),
			problems,
		};
	} finally {
		clearInterval(ticker);
	}
}

/** Lets time pass at the services until RoutiGo has nothing left to repeat. */
async function repeatsAreOver(reception: Reception, signal?: AbortSignal): Promise<void> {
	await reception.control('POST', 'settle');
	for (let repeats = 0; repeats < MOST_REPEATS && !signal?.aborted; repeats++) {
		if (!reception.sent.isOpen('routigo')) return;
		await reception.control('POST', 'clock', { advanceSeconds: ROUTIGO_PAUSE_SECONDS });
		await reception.control('POST', 'settle');
	}
}

/** Counts once all that was answered is there, or no row comes any more. */
async function kept(
	stage: QueueStage,
	signal?: AbortSignal,
): Promise<{ counted: Tally; lastRowAt: number }> {
	let count = 0;
	let lastRowAt = Date.now();
	for (;;) {
		const rows = await stage.rows();
		const counted = tally(stage.reception.sent.all, rows);
		if (rows.length > count) lastRowAt = Date.now();
		count = rows.length;
		const isStill = Date.now() - lastRowAt > STILL_MS;
		if (counted.missing.length === 0 || isStill || signal?.aborted) return { counted, lastRowAt };
		await sleep(POLL_MS);
	}
}
