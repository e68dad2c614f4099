/** What became of one job; `undefined` where the answer does not mention it. */
export type JobAnswer<Result, Failure> = { result: Result } | { failure: Failure } | undefined;

/** The refusal of a whole request: nothing was applied, unless the vendor leaves that open. */
export interface Refusal<Failure> {
	kind: 'refused';
	failure: Failure;
	/** Those of the jobs to blame, where the vendor tells. */
	reasons: Array<Failure | undefined>;
	/** Whether those that are not to blame may have been applied all the same. */
	mayBePartial?: boolean;
}

/** What one request with several jobs led to. Answers and reasons stand in the order of the jobs. */
export type BatchAnswer<Result, Failure> =
	| { kind: 'answered'; answers: Array<JobAnswer<Result, Failure>> }
	| Refusal<Failure>
	/** No telling whether it was applied. */
	| { kind: 'lost'; failure: Failure }
	/** Hopeless for all other jobs as well, as with a key that is not accepted. */
	| { kind: 'stopped'; failure: Failure };

export interface BatchSender<Job, Result, Failure> {
	send(jobs: Job[]): Promise<BatchAnswer<Result, Failure>>;
	/** Looks up a job that may have been applied by a request whose answer was lost. */
	recover(job: Job): Promise<Result | undefined>;
	/**
	 * Whether a job may be sent again when it is not known whether it was applied. Without this all may.
	 */
	mayRepeat?(job: Job): boolean;
	/**
	 * Looks up all jobs of a request whose answer was lost, before any of them is sent again. Without
	 * it they are sent again at once. Throws where the look-up gets no answer.
	 */
	recoverMany?(jobs: Job[]): Promise<Array<Result | undefined>>;
	/** The failure of jobs that were not sent any more, because those before them got no answer. */
	notSent(last: Failure): Failure;
	/** The failure of a job that its own answer does not mention. */
	notMentioned(): Failure;
	/** The failure of jobs that cannot be tried again, although they may have been applied. */
	notSure(last: Failure): Failure;
	/** The failure for an exception, so that it never hides what was applied before. */
	unexpected(error: unknown): Failure;
}
