import { formatDuration, type Log } from '../../runtime/progress';
import { Random } from '../../sandbox/play/random';
import { type Asked, Asking, type AskedRow } from '../asking';
import type { SentEvents } from './events';
import { Faults } from './faults';
import type { DayJob } from './jobs';
import { Outages } from './outages';
import type { DayOptions } from './options';
import { newRecord, referencesIn } from './records';
import { repeatsAreOver } from './repeats';
import { Road } from './road';
import type { DayStage } from './stage';

const PROGRESS_MS = 15_000;
/** For what readers have left at the end; they go on at their own pace. */
const READERS_TIMEOUT_MS = 1_800_000;
/** When the mail server becomes busy, as a share of the day. */
const BUSY_AT = 0.35;

export interface Played {
	jobs: readonly DayJob[];
	/** RoutiGo's tours, as they stand in the end. */
	tours: readonly unknown[];
	faults: { google: number; erp: number };
	/** What was found by asking, where n8n was down for half of the day. */
	asked: Asked<AskedRow> | null;
	/** How often n8n was killed. */
	kills: number;
	/** Steps that the sandbox refused. */
	refusals: readonly string[];
	/** From the first job to when every reader had passed the last event. */
	seconds: number;
	/** For the last event after the last step. */
	secondsAfterwards: number;
}

/** Plays a day while everything fails, and waits until all readers have done their part. */
export async function play(
	stage: DayStage,
	sent: SentEvents,
	options: DayOptions,
	{ log, signal }: { log: Log; signal?: AbortSignal },
): Promise<Played> {
	const { jobs, seed, minuteMs, down } = options;
	const startedAt = Date.now();
	const random = new Random(seed);
	const faults = new Faults(stage, { minuteMs, random });
	const under: { way: Promise<unknown>[]; happened: number } = { way: [], happened: 0 };
	const road = new Road({
		jobs,
		seed,
		today: stage.today(),
		control: async (path, body) => {
			const isNew = !path.includes('/steps/');
			for (const name of isNew ? referencesIn(body) : []) {
				await stage.control('POST', 'erp/records', newRecord(name));
			}
			return await stage.control('POST', path, body);
		},
		onHappened: (count) => {
			under.happened = count;
			outages.happened(count);
			if (count === Math.ceil(road.planned * BUSY_AT)) {
				under.way.push(faults.mailServerIsBusy(log));
			}
		},
		signal,
	});
	const outages = new Outages({ stage, road, sent, log }, options, random);
	const ticker = setInterval(() => {
		const passed = formatDuration(Date.now() - startedAt);
		const answered = sent.answered.length;
		log(`${passed}: ${under.happened} of ${road.planned} steps, ${answered} events answered 200`);
	}, PROGRESS_MS);
	try {
		await faults.begin();
		const asking = down ? await Asking.begin(stage) : null;
		await road.play();
		await outages.over();
		await Promise.all(under.way);
		await repeatsAreOver(stage, sent);
		const asked = (await asking?.ask(log)) ?? null;
		const roadEndedAt = Date.now();
		log('The day is over. Waiting for the readers.');
		await stage.passed(READERS_TIMEOUT_MS);
		const endedAt = Date.now();
		const erp = await faults.end();
		return {
			jobs: road.jobs,
			tours: [...road.tours.values()],
			faults: { google: faults.quota.refusals, erp },
			asked,
			kills: outages.kills,
			refusals: road.refusals,
			seconds: (endedAt - startedAt) / 1000,
			secondsAfterwards: (endedAt - roadEndedAt) / 1000,
		};
	} finally {
		clearInterval(ticker);
	}
}
