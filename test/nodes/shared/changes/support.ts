import type { IDataObject } from 'n8n-workflow';

import { ChangesMemory } from '../../../../nodes/shared/changes/changesMemory';
import type { JobSource, JobTimes } from '../../../../nodes/shared/changes/changesVendor';
import { type Change, survey } from '../../../../nodes/shared/changes/survey';
import type { Status } from '../../../../nodes/shared/event/deliveryEvent';
import { jobRow } from '../../../../nodes/shared/event/deliveryRow';

export const NOW = new Date('2026-03-10T12:00:00.000Z');

/** A moment some minutes from now; before it, if negative. */
export const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
export const days = (count: number): Date => minutes(count * 1440);

/** A job of a vendor that was made up. */
export interface Parcel {
	id: string;
	status: Status;
	changedAt?: Date | null;
	createdAt?: Date | null;
	settledAt?: Date | null;
	day?: string | null;
	reason?: string;
}

/** A vendor that gives its parcels in parts, and each by its id. */
export class ParcelService {
	parcels: Parcel[] = [];
	partSize = 2;
	/** Parcels that the list leaves out. */
	hidden: string[] = [];
	asked: string[] = [];
	failure: ((request: number) => Error | null) | null = null;
	#requests = 0;

	source(account = 'post'): JobSource {
		return {
			account,
			list: async (place) => {
				const start = Number(place?.from ?? 0);
				this.#request(`list ${start}`);
				const listed = this.parcels.filter(({ id }) => !this.hidden.includes(id));
				const end = start + this.partSize;
				return {
					jobs: listed.slice(start, end) as unknown as IDataObject[],
					next: end < listed.length ? { from: end } : null,
				};
			},
			ask: async (id) => {
				this.#request(id);
				const found = this.parcels.find((parcel) => parcel.id === id);
				return found === undefined ? null : (found as unknown as IDataObject);
			},
			row: (job) => rowOf(job as unknown as Parcel),
			timesOf: (job) => timesOf(job as unknown as Parcel),
		};
	}

	/** Changes a parcel at a moment. */
	change(id: string, status: Status, changedAt: Date | null, more: Partial<Parcel> = {}): void {
		this.parcels = this.parcels.map((parcel) =>
			parcel.id === id ? { ...parcel, status, changedAt, ...more } : parcel,
		);
	}

	#request(what: string): void {
		this.asked.push(what);
		const failure = this.failure?.(++this.#requests);
		if (failure) throw failure;
	}
}

export function rowOf({ id, status, reason }: Parcel) {
	return jobRow('detrack', status, { jobId: id, reason }, { reason: reason ?? null });
}

export function timesOf(parcel: Parcel): JobTimes {
	const { changedAt = null, createdAt = null, settledAt = null, day = null } = parcel;
	const text = (time: Date | null): string | null => time?.toISOString() ?? null;
	return {
		changedAt: text(changedAt),
		createdAt: text(createdAt),
		settledAt: text(settledAt),
		day,
	};
}

/** What n8n keeps of a trigger, and polls of it. */
export class Poller {
	staticData: IDataObject = {};
	lookBack = 7;
	days = 0;
	requests = 10;

	constructor(readonly service: ParcelService) {}

	/** What a poll tells, as job and status. */
	async poll(now = NOW): Promise<string[]> {
		return (await this.changes(now)).map(({ row }) => `${row.jobId} ${row.status}`);
	}

	async changes(now = NOW): Promise<Change[]> {
		const source = this.service.source();
		const { account } = source;
		const { lookBack, days: first, requests } = this;
		const beginning = { account, now, days: first, lookBack };
		const memory = ChangesMemory.read(this.staticData, beginning);
		const allowance = { requests, until: Infinity, clock: () => 0 };
		const { changes } = await survey(source, memory, allowance, now);
		memory.write(this.staticData);
		return changes;
	}

	/** What survives a restart is what n8n has saved, as JSON. */
	save(): string {
		return JSON.stringify(this.staticData);
	}

	restart(saved: string): void {
		this.staticData = JSON.parse(saved) as IDataObject;
	}
}
