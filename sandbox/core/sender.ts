import { setMaxListeners } from 'node:events';

import type { VirtualClock } from './clock';
import type { DeliveryLog } from './deliveries';
import type { Delivery, LastCall } from './delivery';
import { type Hosts, reachedAt } from './hosts';
import type { LogLines } from './lines';
import type { Mask } from './mask';
import type { RetryRule } from './retryRule';
import { isTestUrl, outcomeOf, testUrlOf } from './outcome';
import { transmit } from './transmit';

export interface Outgoing {
	vendor: string;
	jobId: string | null;
	reference: string | null;
	/** All of them, where it is about more than one. */
	references?: readonly string[];
	event: string;
	urls: readonly string[];
	/** A string is sent as it is, anything else as JSON. */
	body: unknown;
	/** What is really sent, where it is not that; `body` is then only shown. */
	text?: string;
	retry: RetryRule;
	/** POST if not given. */
	method?: 'POST' | 'PUT';
	/** Never logged, so they may hold a secret. */
	headers?: Readonly<Record<string, string>>;
	/** The id of the registered webhook that is called. */
	webhook?: string;
	/** Events of one job keep their order within a lane only. */
	lane?: string;
	/** Which answers count as success; any 2xx if not given. */
	accepts?(status: number): boolean;
	/** Asked before every attempt; false gives the event up. */
	wanted?(): boolean;
	/** Told the outcome of every attempt. */
	tried?(delivery: Delivery): void;
}

const TIMEOUT_MS = 10_000;
/** How much of an answer is kept, in characters. */
const SNIPPET = 500;
/** How many calls can be made once more. */
const REPEATABLE = 1000;

type Ready = Outgoing & { text: string };

/** Delivers webhooks: events of one job in order, each to all its addresses at once. */
export class WebhookSender {
	readonly #queues = new Map<string, Promise<unknown>>();
	readonly #active = new Set<Promise<unknown>>();
	/** Vendors whose events go to the test URLs of n8n as well, until the next start. */
	readonly #testing = new Set<string>();
	/** What was sent, by the id of its delivery and with its secrets. */
	readonly #sent = new Map<number, { url: string; ready: Ready }>();
	#stop = newStop();

	readonly #parts: {
		clock: VirtualClock;
		deliveries: DeliveryLog;
		mask: Mask;
		log: LogLines;
		changed: () => void;
		/** Told of every event before anybody else is. */
		sending?: (outgoing: Outgoing) => void;
		hosts?: Hosts;
	};

	constructor(parts: {
		clock: VirtualClock;
		deliveries: DeliveryLog;
		mask: Mask;
		log: LogLines;
		changed: () => void;
		/** Told of every event before anybody else is. */
		sending?: (outgoing: Outgoing) => void;
		hosts?: Hosts;
	}) {
		this.#parts = parts;
	}

	/** Resolves after the first attempt at each address; retries go on behind it. */
	send(outgoing: Outgoing): Promise<Delivery[]> {
		// Written out now: the job may have moved on by the time its turn comes.
		const { body } = outgoing;
		const text = outgoing.text ?? (typeof body === 'string' ? body : JSON.stringify(body ?? null));
		const urls = outgoing.urls.flatMap((url) => this.#targets(outgoing.vendor, url));
		const ready = { ...outgoing, urls, text };
		this.#parts.sending?.(outgoing);
		const queue = [outgoing.vendor, outgoing.jobId, outgoing.lane].join(' ');
		const turn = (this.#queues.get(queue) ?? Promise.resolve()).then(() =>
			Promise.all((isWanted(ready) ? ready.urls : []).map((url) => this.#first(url, ready))),
		);
		this.#queues.set(queue, turn);
		void this.#track(turn).then(() => {
			if (this.#queues.get(queue) === turn) this.#queues.delete(queue);
		});
		return turn;
	}

	/** Has a vendor's events go to the test URLs that belong to its URLs as well, or no longer. */
	setTesting(vendor: string, isOn: boolean): void {
		if (isOn) this.#testing.add(vendor);
		else this.#testing.delete(vendor);
	}

	/** Has no vendor's events go to test URLs any more. */
	endTesting(): void {
		this.#testing.clear();
	}

	isTesting(vendor: string): boolean {
		return this.#testing.has(vendor);
	}

	/** What came of the last call of a webhook, by its id or its URL. */
	lastCall(vendor: string, webhook: string): LastCall | null {
		const { mask, deliveries } = this.#parts;
		const last = deliveries.last(vendor, mask.text(webhook));
		return last ? { at: last.at, outcome: last.outcome, reason: last.reason } : null;
	}

	/**
	 * Makes a call once more, as it was, to the same URL or to another one, and never repeats it.
	 * Undefined where it is known no more, as after a restart.
	 */
	async sendAgain(id: number, otherUrl?: string): Promise<Delivery | undefined> {
		const sent = this.#sent.get(id);
		if (!sent) return undefined;
		const elsewhere = otherUrl !== undefined && otherUrl !== sent.url;
		const ready = elsewhere ? { ...sent.ready, webhook: undefined } : sent.ready;
		const call = this.#attempt(otherUrl ?? sent.url, ready, 1, this.#stop.signal);
		return await this.#track(call);
	}

	/** Resolves when nothing is on its way; a retry that waits for its time does not count. */
	async settle(): Promise<void> {
		while (this.#active.size > 0) await Promise.all(this.#active);
	}

	/** Gives up what is on its way or waiting to be retried. */
	cancel(): void {
		this.#stop.abort();
		this.#stop = newStop();
		this.#sent.clear();
	}

	async #first(url: string, ready: Ready): Promise<Delivery> {
		const { signal } = this.#stop;
		const delivery = await this.#attempt(url, ready, 1, signal);
		if (!delivery.accepted && !isTestUrl(url)) void this.#retry(url, ready, signal);
		return delivery;
	}

	async #retry(url: string, ready: Ready, signal: AbortSignal): Promise<void> {
		const { times, delaysSeconds } = ready.retry;
		for (let count = 0; count < times; count++) {
			const seconds = delaysSeconds[count] ?? delaysSeconds.at(-1) ?? 60;
			if (!(await this.#parts.clock.sleep(seconds * 1000, signal)) || !isWanted(ready)) return;
			const delivery = await this.#track(this.#attempt(url, ready, count + 2, signal));
			if (delivery.accepted) return;
		}
	}

	async #attempt(url: string, out: Ready, attempt: number, signal: AbortSignal): Promise<Delivery> {
		const { clock, deliveries, mask, log, hosts = {} } = this.#parts;
		const at = clock.now().toISOString();
		const started = performance.now();
		const answer = signal.aborted
			? { status: null, error: 'Cancelled before it was sent.', response: '' }
			: await transmit(reachedAt(url, hosts), out.text, {
					method: out.method ?? 'POST',
					headers: out.headers ?? {},
					timeoutMs: TIMEOUT_MS,
					signal,
				});
		const durationMs = Math.round(performance.now() - started);
		const outcome = String(answer.status ?? answer.error);
		log.add(`webhook ${out.vendor} "${out.event}" -> ${url} ${outcome} ${durationMs} ms`);
		const masked = {
			url: mask.text(url),
			status: answer.status,
			accepted: answer.status !== null && (out.accepts ?? is2xx)(answer.status),
			error: answer.error && mask.text(answer.error),
		};
		const whole = mask.text(answer.response);
		const delivery = {
			at,
			vendor: out.vendor,
			jobId: out.jobId,
			reference: out.reference && mask.text(out.reference),
			event: out.event,
			webhook: mask.text(out.webhook ?? url),
			attempt,
			...masked,
			...outcomeOf({ ...masked, response: whole }),
			durationMs,
			body: mask.value(out.body),
			// Cut after masking, as half a secret would not be recognised.
			response: whole.slice(0, SNIPPET),
		};
		this.#parts.changed();
		// After a reset the log is empty on purpose; a straggler would look like a new event.
		if (signal.aborted) return { id: 0, ...delivery };
		const added = deliveries.add(delivery);
		this.#remember(added.id, url, out);
		out.tried?.(added);
		return added;
	}

	#targets(vendor: string, url: string): string[] {
		const testUrl = this.#testing.has(vendor) ? testUrlOf(url) : null;
		return testUrl === null ? [url] : [url, testUrl];
	}

	#remember(id: number, url: string, ready: Ready): void {
		this.#sent.set(id, { url, ready });
		const [oldest] = this.#sent.keys();
		if (this.#sent.size > REPEATABLE && oldest !== undefined) this.#sent.delete(oldest);
	}

	#track<T>(work: Promise<T>): Promise<T> {
		this.#active.add(work);
		return work.finally(() => this.#active.delete(work));
	}
}

/** As many may wait for a retry as there are events. */
function newStop(): AbortController {
	const stop = new AbortController();
	setMaxListeners(0, stop.signal);
	return stop;
}

function isWanted(outgoing: Outgoing): boolean {
	return outgoing.wanted?.() ?? true;
}

const is2xx = (status: number): boolean => status >= 200 && status < 300;
