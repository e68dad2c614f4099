import type { IDataObject } from 'n8n-workflow';

import { dayAfter, instantOf } from '../basic/times';
import { isRecord, keysOf, textOrNull } from '../basic/values';
import { JobMemory, WRAP } from './jobMemory';

/**
 * The days after their last change for which open jobs are kept at least: so long they are asked for
 * where the vendor's list no longer gives them.
 */
export const OPEN_DAYS = 30;

/** How a first poll begins. */
export interface Beginning {
	account: string;
	now: Date;
	/** Days of which the changes are told at first; 0 tells nothing that was before. */
	days: number;
	lookBack: number;
}

/** What a changes trigger remembers from poll to poll. */
export class ChangesMemory {
	readonly account: string;
	readonly lookBack: number;
	readonly jobs: JobMemory;
	/** Milliseconds since 1970: what changed before is not news, even if it was never seen. */
	knownSince: number;
	/** Whether this is the first poll, and one that only learns. */
	readonly isLearning: boolean;
	/** Whether the whole list was read since then. */
	isSurveyed: boolean;
	/** Which time the list is read, from 0 to 63 and round again. */
	round: number;
	/** Where the list goes on. */
	place: IDataObject | null;
	/** The open job that was asked for last. */
	asked = '';
	/** Which poll of four it is, from 0. */
	turn = 0;

	private constructor(given: Given) {
		this.account = given.account;
		this.knownSince = given.knownSince;
		this.lookBack = given.lookBack;
		this.jobs = given.jobs;
		this.isLearning = given.isLearning;
		this.isSurveyed = given.isSurveyed;
		this.round = given.round;
		this.place = given.place;
	}

	/**
	 * What is remembered, or a new memory where nothing is, or it is of another account.
	 *
	 * @param staticData the part of the workflow's static data that belongs to the node; it is only read
	 */
	static read(staticData: IDataObject, beginning: Beginning): ChangesMemory {
		const stored = keysOf(staticData.changes);
		const knownSince = Date.parse(textOrNull(stored.knownSince) ?? '');
		if (stored.account !== beginning.account || Number.isNaN(knownSince)) {
			return ChangesMemory.begin(beginning);
		}
		const { lookBack, now } = beginning;
		const before = Number(stored.lookBack);
		const memory = new ChangesMemory({
			account: beginning.account,
			// Of days that were not kept until now it is not known what was told.
			knownSince: lookBack > before ? Math.max(knownSince, startOf(now, before)) : knownSince,
			lookBack,
			jobs: new JobMemory(stored.jobs),
			isLearning: false,
			isSurveyed: stored.isSurveyed === true,
			round: Number(stored.round) % WRAP || 0,
			place: isRecord(stored.place) ? (stored.place as IDataObject) : null,
		});
		memory.asked = textOrNull(stored.asked) ?? '';
		memory.turn = Number(stored.turn) % TURNS || 0;
		memory.jobs.forgetBefore(oldestDay(memory, now, true), oldestDay(memory, now, false));
		return memory;
	}

	static begin({ account, now, days, lookBack }: Beginning): ChangesMemory {
		return new ChangesMemory({
			account,
			knownSince: now.getTime() - days * DAY_MS,
			lookBack,
			jobs: new JobMemory(),
			isLearning: days === 0,
			isSurveyed: false,
			round: 0,
			place: null,
		});
	}

	/**
	 * Takes a time of the vendor's for one that has passed: where its clock is ahead, what it calls later
	 * than now was before the first poll all the same.
	 */
	learn(time: string | null, now: Date): void {
		const at = Math.min(instantOf(time), now.getTime() + SKEW_MS);
		if (at >= this.knownSince) this.knownSince = at + 1;
	}

	/** Ids of the open jobs that the list leaves out, beginning behind the one that was asked for last. */
	missedOpen(): string[] {
		const ids = this.jobs.missedOpen(this.round).sort();
		const next = ids.findIndex((id) => id > this.asked);
		return next === -1 ? ids : [...ids.slice(next), ...ids.slice(0, next)];
	}

	/** How many of the requests of this poll are for open jobs first: a quarter of those of four polls. */
	takeTurn(requests: number): number {
		const before = Math.floor((this.turn * requests) / TURNS);
		const share = Math.floor(((this.turn + 1) * requests) / TURNS) - before;
		this.turn = (this.turn + 1) % TURNS;
		return share;
	}

	/** The list was read to its end. */
	endRound(): void {
		this.round = (this.round + 1) % WRAP;
		this.jobs.keepUnseen(this.round);
		this.isSurveyed = true;
		this.place = null;
	}

	write(staticData: IDataObject): void {
		const { account, lookBack, jobs, isSurveyed, round, place, asked, turn } = this;
		const knownSince = new Date(this.knownSince).toISOString();
		const stored = { account, knownSince, lookBack, isSurveyed, round, place, asked, turn };
		staticData.changes = { ...stored, jobs: { ...jobs.toStored() } };
	}
}

/** What a memory is made of; the rest begins as it does in each. */
type Given = Pick<
	ChangesMemory,
	'account' | 'lookBack' | 'jobs' | 'knownSince' | 'isLearning' | 'isSurveyed' | 'round' | 'place'
>;

const DAY_MS = 86_400_000;

/** Of so many requests one is for open jobs, even where a poll sends fewer. */
const TURNS = 4;

/** No clock is further ahead. */
const SKEW_MS = 300_000;

function startOf(now: Date, daysBack: number): number {
	return Date.parse(`${dayAfter(now.toISOString().slice(0, 10), -daysBack)}T00:00:00Z`);
}

/** YYYY-MM-DD in UTC: jobs that changed last before it are forgotten. */
export function oldestDay(
	{ lookBack }: Pick<ChangesMemory, 'lookBack'>,
	now: Date,
	isSettled: boolean,
): string {
	const days = isSettled ? lookBack : Math.max(lookBack, OPEN_DAYS);
	return dayAfter(now.toISOString().slice(0, 10), -days);
}
