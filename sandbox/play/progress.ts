import { noOutcomes, type Outcome } from '../core/outcome';

/** What came of one vendor's part in a day. */
export interface VendorProgress {
	jobs: number;
	steps: number;
	/** Deliveries of webhooks: an event goes to as many addresses as wait for it. */
	sent: number;
	/** Steps of which nobody was told, as no address waits for them. */
	unheard: number;
	/** Steps of which nobody was told, as the service has suspended the webhooks that wait for them. */
	suspended: number;
	/** Deliveries by status; "none" where no answer came. */
	answers: Record<string, number>;
	outcomes: Record<Outcome, number>;
}

/** How far a day is. */
export interface Progress extends VendorProgress {
	state: 'running' | 'done' | 'stopped';
	seed: number;
	pace: number;
	/** Jobs to be made, and everything that is to happen. */
	jobsPlanned: number;
	stepsPlanned: number;
	startedAt: string;
	endedAt: string | null;
	vendors: Record<string, VendorProgress>;
	/** What could not be done, in sentences; only the first few. */
	problems: string[];
}

/** Nothing has happened yet. */
export function noProgress(): VendorProgress {
	return {
		jobs: 0,
		steps: 0,
		sent: 0,
		unheard: 0,
		suspended: 0,
		answers: {},
		outcomes: noOutcomes(),
	};
}

/** What came of the webhooks that told of one thing, or that the service has suspended. */
interface Answers {
	deliveries: ReadonlyArray<{ status: number | null; outcome: Outcome }>;
	suspended: boolean;
}

/** Counts one thing that happened, and the answers to the webhooks that told of it. */
export function count(
	progress: VendorProgress,
	isNew: boolean,
	{ deliveries, suspended }: Answers,
): void {
	progress.steps++;
	if (isNew) progress.jobs++;
	if (suspended) progress.suspended++;
	else if (deliveries.length === 0) progress.unheard++;
	progress.sent += deliveries.length;
	for (const { status, outcome } of deliveries) {
		progress.outcomes[outcome]++;
		const answer = String(status ?? 'none');
		progress.answers[answer] = (progress.answers[answer] ?? 0) + 1;
	}
}
