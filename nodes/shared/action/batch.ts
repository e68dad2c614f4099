import { LOST_IN_A_ROW } from '../api/limits';
import type { BatchAnswer, BatchSender, JobAnswer, Refusal } from './batchSender';

/** Jobs that go into one request, by their positions in the list of all jobs. */
interface Part {
	positions: number[];
	/** Whether an earlier request with these jobs may have been applied. */
	unsure: boolean;
	/** Whether they were sent again already, because it was not known what became of them. */
	isRepeat: boolean;
}

/**
 * Sends jobs in as few requests as `size` allows and gives one result per job, in their order. A
 * refused batch is sent again without the jobs to blame, or in halves where the vendor does not
 * name them; a batch whose answer was lost is looked up where the sender can, and what is not found
 * is sent once more. So it asks for jobs that the vendor does not apply twice, as with a unique
 * reference.
 *
 * @param size how many jobs go into one request: whole, and at least one, whatever a user enters
 */
export async function sendInBatches<Job, Result, Failure>(
	jobs: readonly Job[],
	size: number,
	sender: BatchSender<Job, Result, Failure>,
): Promise<Array<Result | Failure>> {
	return await new BatchRun(jobs, size, sender).run();
}

/** How to tell items for the same job. */
export interface Repeats<Job, Failure> {
	/** The same text for items of the same job. */
	identityOf(job: Job): string;
	/** The failure of an item whose job an earlier one has. */
	repeated(job: Job): Failure;
}

/**
 * Like `sendInBatches`, but of several items for the same job only the first is sent: the vendor would
 * refuse the others or the whole batch, or its answer could not tell them apart.
 */
export async function sendFirsts<Job, Result, Failure>(
	jobs: readonly Job[],
	size: number,
	sender: BatchSender<Job, Result, Failure>,
	{ identityOf, repeated }: Repeats<Job, Failure>,
): Promise<Array<Result | Failure>> {
	const firsts = new Map<string, number>();
	for (const [at, job] of jobs.entries()) {
		const identity = identityOf(job);
		if (!firsts.has(identity)) firsts.set(identity, at);
	}
	const sent = [...firsts.values()];
	const results = await sendInBatches(
		sent.map((at) => jobs[at] as Job),
		size,
		sender,
	);
	const resultAt = new Map(sent.map((at, index) => [at, results[index]]));
	return jobs.map((job, at) => resultAt.get(at) ?? repeated(job));
}

class BatchRun<Job, Result, Failure> {
	readonly #queue: Part[] = [];
	readonly #outcome = new Map<number, Result | Failure>();
	#lostInARow = 0;
	#lookUpsLost = 0;

	readonly #jobs: readonly Job[];
	readonly #sender: BatchSender<Job, Result, Failure>;

	constructor(jobs: readonly Job[], size: number, sender: BatchSender<Job, Result, Failure>) {
		this.#jobs = jobs;
		this.#sender = sender;
		const all = [...jobs.keys()];
		const step = Math.max(1, Math.floor(size));
		for (let start = 0; start < all.length; start += step) {
			this.#queue.push({
				positions: all.slice(start, start + step),
				unsure: false,
				isRepeat: false,
			});
		}
	}

	async run(): Promise<Array<Result | Failure>> {
		for (let part = this.#queue.shift(); part !== undefined; part = this.#queue.shift()) {
			const answer = await this.#send(part);
			this.#lostInARow = answer.kind === 'lost' ? this.#lostInARow + 1 : 0;
			switch (answer.kind) {
				case 'answered':
					await this.#answered(part, answer.answers);
					break;
				case 'refused':
					await this.#refused(part, answer);
					break;
				case 'lost':
					await this.#lost(part, answer.failure);
					break;
				case 'stopped':
					for (const each of [part, ...this.#queue.splice(0)]) this.#giveUp(each, answer.failure);
			}
		}
		return this.#jobs.map((_job, at) => this.#outcome.get(at) as Result | Failure);
	}

	async #send({ positions }: Part): Promise<BatchAnswer<Result, Failure>> {
		try {
			return await this.#sender.send(positions.map((at) => this.#jobAt(at)));
		} catch (error) {
			return { kind: 'lost', failure: this.#sender.unexpected(error) };
		}
	}

	/** Jobs that the answer leaves out are sent again alone: each then gets a reason, or exists. */
	async #answered(
		{ positions, unsure }: Part,
		answers: Array<JobAnswer<Result, Failure>>,
	): Promise<void> {
		for (const [index, at] of positions.entries()) {
			const answer = answers[index];
			if (answer === undefined && positions.length > 1 && this.#mayRepeat(at)) {
				this.#queue.unshift({ positions: [at], unsure: true, isRepeat: true });
			} else if (answer !== undefined && 'result' in answer) {
				this.#outcome.set(at, answer.result);
			} else {
				const failure = answer?.failure ?? this.#sender.notMentioned();
				await this.#fail(at, failure, unsure || answer === undefined);
			}
		}
	}

	/** Those to blame are done with; the others are sent again, in halves where nobody is to blame. */
	async #refused(
		{ positions, unsure, isRepeat }: Part,
		{ failure, reasons, mayBePartial = false }: Refusal<Failure>,
	): Promise<void> {
		const rest: number[] = [];
		for (const [index, at] of positions.entries()) {
			const reason = reasons[index] ?? (positions.length === 1 ? failure : undefined);
			if (reason === undefined) rest.push(at);
			else await this.#fail(at, reason, unsure);
		}
		const isNobodyBlamed = rest.length === positions.length;
		const cut = isNobodyBlamed ? Math.ceil(rest.length / 2) : rest.length;
		const parts = [rest.slice(0, cut), rest.slice(cut)].filter((part) => part.length > 0);
		const isUnsure = unsure || mayBePartial;
		this.#queue.unshift(...parts.map((part) => ({ positions: part, unsure: isUnsure, isRepeat })));
	}

	/** What an earlier request has done already counts as the job's result. */
	async #fail(at: number, failure: Failure, unsure: boolean): Promise<void> {
		if (!unsure) {
			this.#outcome.set(at, failure);
			return;
		}
		const found = await this.#recover(this.#jobAt(at));
		this.#outcome.set(at, found === 'lost' ? this.#sender.notSure(failure) : (found ?? failure));
	}

	/** Not asked any more after some look-ups in a row that got no answer. */
	async #recover(job: Job): Promise<Result | undefined | 'lost'> {
		if (this.#lookUpsLost >= LOST_IN_A_ROW) return 'lost';
		try {
			const found = await this.#sender.recover(job);
			this.#lookUpsLost = 0;
			return found;
		} catch {
			this.#lookUpsLost++;
			return 'lost';
		}
	}

	async #lost(part: Part, failure: Failure): Promise<void> {
		const isDown = this.#lostInARow >= LOST_IN_A_ROW;
		if (!isDown && !part.isRepeat) {
			await this.#sendAgain(part, failure);
			return;
		}
		// A batch that was sent only once may have been applied just as well.
		this.#giveUp({ ...part, unsure: true }, failure);
		if (!isDown) return;
		for (const rest of this.#queue.splice(0)) {
			this.#giveUp(rest, failure, this.#sender.notSent(failure));
		}
	}

	/** Only what is not found to have been applied; nothing where that cannot be told. */
	async #sendAgain({ positions }: Part, failure: Failure): Promise<void> {
		let rest = positions;
		if (this.#sender.recoverMany !== undefined) {
			try {
				const found = await this.#sender.recoverMany(positions.map((at) => this.#jobAt(at)));
				rest = positions.filter((at, index) => {
					const result = found[index];
					if (result !== undefined) this.#outcome.set(at, result);
					return result === undefined;
				});
			} catch {
				this.#giveUp({ positions, unsure: true }, failure);
				return;
			}
		}
		const once = rest.filter((at) => !this.#mayRepeat(at));
		this.#giveUp({ positions: once, unsure: true }, failure);
		const again = rest.filter((at) => this.#mayRepeat(at));
		if (again.length > 0) this.#queue.unshift({ positions: again, unsure: true, isRepeat: true });
	}

	#mayRepeat(at: number): boolean {
		return this.#sender.mayRepeat?.(this.#jobAt(at)) ?? true;
	}

	/**
	 * No more requests for these jobs.
	 *
	 * @param last what happened last
	 * @param failure where it is certain that they were not applied
	 */
	#giveUp(
		{ positions, unsure }: Pick<Part, 'positions' | 'unsure'>,
		last: Failure,
		failure = last,
	): void {
		const outcome = unsure ? this.#sender.notSure(last) : failure;
		for (const at of positions) this.#outcome.set(at, outcome);
	}

	#jobAt(at: number): Job {
		return this.#jobs[at] as Job;
	}
}
