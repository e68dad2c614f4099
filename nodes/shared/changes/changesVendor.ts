import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { JobColumns } from '../event/deliveryEvent';

/** A part of a vendor's list, as one request gives it. */
export interface ListedPart {
	jobs: IDataObject[];
	/** Where the list goes on, in the vendor's own terms and without secrets; `null` at its end. */
	next: IDataObject | null;
}

/** The times of a job by the vendor's clock; each `null` where the vendor does not tell it. */
export interface JobTimes {
	createdAt: string | null;
	/** When anything about it changed last. */
	changedAt: string | null;
	/** When it was settled, where that is known apart from later changes. */
	settledAt: string | null;
	/** YYYY-MM-DD: a later day until which the vendor may list it, such as that of the delivery. */
	day: string | null;
}

/** How one vendor is asked for jobs, and what its jobs mean. It is made anew for each poll. */
export interface JobSource {
	/** Tells accounts apart, of which each has a memory of its own; without secrets. */
	account: string;
	/**
	 * Asks for one part of the list.
	 *
	 * @param place where it goes on; `null` for its beginning
	 * @param isFirstRound whether the whole list was never read before, so that open jobs are not known
	 * @throws NodeApiError when the vendor refuses or gives no list
	 */
	list(place: IDataObject | null, isFirstRound: boolean): Promise<ListedPart>;
	/**
	 * Asks for one job that the list did not give; `null` where the vendor no longer has it. Without
	 * this, jobs are known by the list alone.
	 */
	ask?(id: string): Promise<IDataObject | null>;
	row(job: IDataObject): JobColumns;
	timesOf(job: IDataObject): JobTimes;
}

/** What a poll is bounded by. */
export interface PollBounds {
	/** How many days back settled jobs count, and are remembered. */
	lookBack: number;
	/** How many requests one poll may send. */
	requests: number;
}

/** One vendor's changes trigger. */
export interface ChangesVendor {
	name: string;
	/** What it lists, as its users call one: `job`. */
	thing: string;
	/** How many requests one poll sends unless the option says otherwise. */
	requestsPerPoll: number;
	/**
	 * Connects to the vendor.
	 *
	 * @param bounds as the options say
	 * @throws NodeOperationError when the credential or a parameter cannot be used
	 */
	connect(context: IPollFunctions, bounds: PollBounds): Promise<JobSource>;
}
