import type { Log } from '../../runtime/progress';
import { eventCalls } from '../queue/events';
import { sendEvents } from '../queue/sender';
import { tally, type Tally } from '../queue/tally';
import { forgetPeak, peakOf } from './memory';
import type { DayStage } from './stage';

const PROGRESS_EVERY = 500;

/** What became of many events that came at once. */
export interface Receiving extends Tally {
	seconds: number;
	/** Milliseconds from one answer to the next. */
	firstQuarterMs: number;
	lastQuarterMs: number;
	peakMb: number | null;
}

/** Sends events into the log as fast as n8n takes them, eight at a time. */
export async function receiving(
	stage: DayStage,
	{ events, log, signal }: { events: number; log: Log; signal?: AbortSignal },
): Promise<Receiving> {
	const { receive } = stage.log;
	await receive.activate();
	await stage.listening();
	const urls = new Map<string, string[]>();
	for (const trigger of ['radaroTrigger', 'detrackTrigger']) {
		urls.set(trigger, [await receive.address(`n8n-nodes-lastmile.${trigger}`)]);
	}
	await forgetPeak(stage.n8n.pid);
	const startedAt = Date.now();
	const answeredAt: number[] = [];
	const sent = await sendEvents(eventCalls(1, events), {
		urlsOf: (trigger) => urls.get(trigger) ?? [],
		onAnswered: (count) => {
			answeredAt.push(Date.now() - startedAt);
			if (count % PROGRESS_EVERY === 0) log(`${count} of ${events} events answered 200`);
		},
		signal,
	});
	const rows = await stage.log.rows('delivery_events');
	const quarter = Math.floor(events / 4);
	const at = (index: number): number => answeredAt.at(index) ?? NaN;
	return {
		...tally(
			sent.map(({ reference, calls, answered }) => ({
				...{ vendor: '', stateId: null, response: '' },
				eventId: reference,
				calls,
				answers: answered ? 1 : 0,
			})),
			rows.map(({ reference }) => ({ eventId: String(reference), stateId: null })),
		),
		seconds: at(-1) / 1000,
		firstQuarterMs: at(quarter - 1) / quarter,
		lastQuarterMs: (at(-1) - at(-1 - quarter)) / quarter,
		peakMb: await peakOf(stage.n8n.pid),
	};
}
