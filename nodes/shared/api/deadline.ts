import { type IHttpRequestOptions, sleep } from 'n8n-workflow';

/** What a timer of Node.js can wait for; it would wait for a millisecond where it is told more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A moment by which something must be done. It is counted by a clock that nobody sets, and what is not
 * done by then is ended: what limits an answer elsewhere, as `timeout` does in requests, limits the silence
 * before it and within it, so that a server which sends a byte a second would be waited for for ever.
 */
export class Deadline {
	/** In milliseconds of `performance.now()`. */
	readonly #at: number;
	readonly #seconds: number;

	private constructor(at: number, seconds: number) {
		this.#at = at;
		this.#seconds = seconds;
	}

	/** @param seconds from now; `Infinity` for none */
	static after(seconds: number): Deadline {
		return new Deadline(performance.now() + seconds * 1000, seconds);
	}

	/** How many seconds are left, at least 0. */
	get left(): number {
		return Math.max(0, (this.#at - performance.now()) / 1000);
	}

	get isOver(): boolean {
		return this.left === 0;
	}

	/** How many seconds there were at its beginning. */
	get seconds(): number {
		return this.#seconds;
	}

	/** This one, or that in so many seconds where it comes first. */
	orAfter(seconds: number): Deadline {
		return this.left <= seconds ? this : Deadline.after(seconds);
	}

	/** A signal that is given at the deadline. */
	signal(): AbortSignal {
		// A timer may be early by less than a millisecond, and nothing is late before the deadline.
		return signalAfter(this.left * 1000 + 1);
	}

	/**
	 * What comes, unless the deadline is before it. Whatever it is must end at the deadline by itself, too:
	 * here it is only no longer waited for.
	 *
	 * @throws an error with the code `ETIMEDOUT`, or what `coming` fails with
	 */
	async bound<Value>(coming: Promise<Value>): Promise<Value> {
		const signal = this.signal();
		let stop = (): void => undefined;
		const passed = new Promise<never>((_resolve, reject) => {
			stop = () => reject(this.#tooLate());
			if (signal.aborted) stop();
			else signal.addEventListener('abort', stop);
		});
		try {
			return await Promise.race([coming, passed]).catch((error: unknown) => {
				// What ended because of the deadline says so in words of its own.
				this.check();
				throw error;
			});
		} finally {
			signal.removeEventListener('abort', stop);
		}
	}

	/** @throws the same error where the deadline is over */
	check(): void {
		if (this.isOver) throw this.#tooLate();
	}

	#tooLate(): Error {
		const error = new Error(`it was not done within ${this.#seconds} seconds.`);
		return Object.assign(error, { code: 'ETIMEDOUT' });
	}
}

/**
 * A request that ends when its `timeout` is over, whatever has come until then. Every credential's
 * `authenticate` ends with this, because n8n replaces the signal of an execution's requests before, and a
 * second try after a renewal must not begin anew.
 */
export function withinTimeout(request: IHttpRequestOptions): IHttpRequestOptions {
	const { timeout, abortSignal } = request;
	if (timeout === undefined) return request;
	const own = signalAfter(timeout);
	const signals = abortSignal instanceof AbortSignal ? [abortSignal, own] : [own];
	const signal = AbortSignal.any(signals);
	SOURCES.set(signal, own);
	return { ...request, abortSignal: signal };
}

/**
 * The signals that others were made of: Node.js 20 collects them as garbage, where nothing else holds
 * them, and then neither is ever given.
 */
const SOURCES = new WeakMap<AbortSignal, AbortSignal>();

function signalAfter(milliseconds: number): AbortSignal {
	return AbortSignal.timeout(Math.min(Math.ceil(milliseconds), LONGEST_TIMER_MS));
}

/** Waits for some seconds, also for more than a timer can. */
export async function pause(seconds: number): Promise<void> {
	for (let left = seconds * 1000; left > 0; left -= LONGEST_TIMER_MS) {
		await sleep(Math.min(left, LONGEST_TIMER_MS));
	}
}
