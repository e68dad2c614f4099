import type { Outcome } from './outcome';

/** One attempt to deliver a webhook, with secrets masked. */
export interface Delivery {
	id: number;
	at: string;
	vendor: string;
	jobId: string | null;
	/** The owner's own name for the job. */
	reference: string | null;
	event: string;
	url: string;
	/** The webhook that was called: the id of a registered one, or the URL. */
	webhook: string;
	/** 1 for the first try. */
	attempt: number;
	status: number | null;
	/** Whether the vendor takes this answer for success. */
	accepted: boolean;
	error: string | null;
	outcome: Outcome;
	/** Of the outcome, in a sentence. */
	reason: string | null;
	durationMs: number;
	body: unknown;
	/** The beginning of what the receiver answered. */
	response: string;
}

/** What came of the last call of a webhook. */
export type LastCall = Pick<Delivery, 'at' | 'outcome' | 'reason'>;
