import { setTimeout as sleep } from 'node:timers/promises';

import { formatDuration, type Log } from '../../runtime/progress';
import type { QueueN8n } from '../../runtime/queue';
import { eventCalls } from './events';
import { type Kill, Killer } from './kills';
import type { UrlsOf } from './publish';
import type { Receiver } from './receiver';
import { sendEvents, type SentEvent } from './sender';
import { type Tally, tally } from './tally';

const POLL_MS = 500;
const PROGRESS_MS = 5_000;
/** Once no row has come for so long after the last answer, none comes any more. */
const STILL_MS = 15_000;

export interface PlayOptions {
	/** Of the first event; plays of one stage must not share numbers. */
	firstNumber?: number;
	events: number;
	kill: Kill;
	log?: Log;
	signal?: AbortSignal;
}

export interface Played extends Tally {
	/** From the first call to the last row, to half a second. */
	seconds: number;
}

/** Sends events to a published workflow, kills processes on the way, and counts what was kept. */
export async function play(
	queue: QueueN8n,
	{ receiver, urlsOf }: { receiver: Receiver; urlsOf: UrlsOf },
	{ firstNumber = 1, events, kill, log = () => {}, signal }: PlayOptions,
): Promise<Played> {
	const startedAt = Date.now();
	const killer = new Killer(queue, { kill, events }, log);
	let answered = 0;
	let sent: SentEvent[] | undefined;
	const sending = sendEvents(eventCalls(firstNumber, events), {
		urlsOf,
		onAnswered: (count) => killer.answered((answered = count)),
		signal,
	}).then(async (all) => {
		await killer.allAreBack();
		sent = all;
	});

	let rows: string[] = [];
	let lastRowAt = startedAt;
	let stillSince = startedAt;
	let toldAt = startedAt;
	for (;;) {
		await Promise.race([sending, sleep(POLL_MS)]);
		const now = Date.now();
		const before = rows.length;
		rows = await receiver.kept(queue.postgres);
		if (rows.length > before) lastRowAt = now;
		if (rows.length > before || sent === undefined) stillSince = now;
		if (now - toldAt >= PROGRESS_MS) {
			toldAt = now;
			log(`${formatDuration(now - startedAt)}: ${answered} answered 200, ${rows.length} rows kept`);
		}
		if (sent === undefined) continue;
		const counted = tally(sent, rows);
		const over = counted.missing.length === 0 || now - stillSince > STILL_MS;
		if (over || signal?.aborted) return { ...counted, seconds: (lastRowAt - startedAt) / 1000 };
	}
}
