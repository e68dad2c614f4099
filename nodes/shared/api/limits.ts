import { instantOf } from '../basic/times';

/**
 * The retry policy, waits and limits of all vendors. What only one of them needs, such as its requests
 * a minute, stands in the `limits.ts` of its own `api/`. When a request is sent again:
 *
 * - 429: by `ApiClient.send`, after what `Retry-After` asks for or 1, 2, 4 … seconds (`pauseAfter`), as
 *   long as Wait When Busy lasts.
 * - 401: once, where the credential renews its token, so that n8n does that and tries again itself; and
 *   once more by `ApiClient`, where another process of n8n has renewed it meanwhile.
 * - No answer, a broken connection, 5xx: not, since the vendor may have done it already. A batch of jobs
 *   goes once more, without those that a look-up finds done, or that could be doubled; see
 *   `action/batch.ts`.
 * - A refused batch: without the jobs to blame, or in halves; jobs that an answer leaves out: alone.
 * - Any other answer is final.
 */

/** Bounds of the requests of one execution, in seconds. */
export interface RequestTimes {
	/** For one request, from its start to the last byte of the answer. */
	timeoutSeconds: number;
	/** For all pauses before one request is answered by anything but 429. */
	longestWaitSeconds: number;
	/** For all requests together, where there is such a bound. */
	totalSeconds?: number;
}

/** What an operation grants where its options say nothing else. */
export const DEFAULT_TIMES: RequestTimes = { timeoutSeconds: 60, longestWaitSeconds: 60 };

/** Somebody waits for the list to open: a refusal now is better than an answer in a minute. */
export const DROP_DOWN_TIMES: RequestTimes = {
	timeoutSeconds: 30,
	longestWaitSeconds: 0,
	totalSeconds: 60,
};

/** How many entries a drop-down shows at once. */
export const MOST_IN_DROP_DOWN = 100;

/** A list that never ends is no list. */
export const MOST_PAGES = 1000;

/** What a limit per minute is counted in: a second more, for requests that are under way for longer. */
export const MINUTE_MS = 61_000;

/** How long to wait in turn for a credential that another process renews, in seconds: n8n stores it at once. */
export const STORED_WITHIN = [0, 0.3, 1];

/**
 * Bytes of JSON in one answer. n8n holds several times as much of it, so that one without an end would
 * end n8n; the largest pages of the vendors are below a hundredth of this.
 */
export const LONGEST_ANSWER = 100_000_000;

/** How long a list may take; what was read until then is given. The longest ones are read by the minute. */
export const LONGEST_LIST_SECONDS = 3600;

/**
 * A vendor waits for the answer to its webhook meanwhile, and gives up one that fails too often: it comes
 * within ten seconds, whatever its API does.
 */
export const WEBHOOK_TIMES: RequestTimes = {
	timeoutSeconds: 8,
	longestWaitSeconds: 0,
	totalSeconds: 8,
};

/** Somebody who publishes a workflow waits for the vendor's webhooks to be there. */
export const PUBLISH_TIMES: RequestTimes = {
	timeoutSeconds: 30,
	longestWaitSeconds: 60,
	totalSeconds: 120,
};

/** For removing again what was made by publishing that failed, also because its time was over. */
export const UNDO_SECONDS = 30;

/** A poll that is told to wait goes on with the next one, and must be done before that begins. */
export const POLL_TIMES: RequestTimes = {
	timeoutSeconds: 30,
	longestWaitSeconds: 0,
	totalSeconds: 55,
};

/** How long a poll sends further requests: n8n's shortest time between two is a minute. */
export const POLL_MS = 40_000;

/** After this many lost answers in a row, a batch takes the vendor for down. */
export const LOST_IN_A_ROW = 2;

/**
 * Seconds until the next try: what the vendor asks for in `Retry-After`, as seconds or as a date, or
 * 1, 2, 4 and so on.
 *
 * @param left how long may still be waited: where the vendor does not say when, that is tried last
 */
export function pauseAfter(retryAfter: string | null, tries: number, left = Infinity): number {
	const asked = Number(retryAfter ?? NaN);
	const until = (instantOf(retryAfter) - Date.now()) / 1000;
	const wanted = [asked, until].find((seconds) => Number.isFinite(seconds));
	return Math.max(1, Math.ceil(wanted ?? Math.min(2 ** tries, left)));
}
