import type { SandboxOptions } from '../../../sandbox';
import { Bench, type Dict, Receiver, type Reply } from './bench';

/** A vendor in a running sandbox, with a receiver of its webhooks; each vendor adds its own words. */
export abstract class VendorBench {
	/** Its name in the sandbox. */
	protected abstract readonly vendor: string;
	protected readonly options: SandboxOptions = {};
	#bench: Bench | undefined;
	#receiver: Receiver | undefined;

	/** Without parts, `use` has them started. */
	constructor(bench?: Bench, receiver?: Receiver) {
		this.#bench = bench;
		this.#receiver = receiver;
	}

	/** One that runs during the tests of a file or a group, as it was at first before each of them. */
	static use<B extends VendorBench>(this: new () => B): B {
		const bench = new this();
		beforeAll(() => bench.start());
		afterAll(() => bench.close());
		beforeEach(() => bench.reset());
		return bench;
	}

	get bench(): Bench {
		if (this.#bench === undefined) throw new Error('The sandbox has not been started.');
		return this.#bench;
	}

	get receiver(): Receiver {
		if (this.#receiver === undefined) throw new Error('The receiver has not been started.');
		return this.#receiver;
	}

	async start(): Promise<void> {
		this.#bench = await Bench.start(this.options);
		this.#receiver = await Receiver.start();
	}

	async close(): Promise<void> {
		this.receiver.close();
		await this.bench.sandbox.close();
	}

	async reset(): Promise<void> {
		await this.bench.control('POST', 'reset');
		this.receiver.received.length = 0;
		this.receiver.answer = () => 200;
	}

	control(method: string, path: string, body?: unknown): Promise<Reply> {
		return this.bench.control(method, `${this.vendor}/${path}`, body);
	}

	async settings(changes: Dict): Promise<void> {
		const reply = await this.control('PATCH', 'settings', changes);
		if (reply.status !== 200) throw new Error(reply.text);
	}

	async advance(seconds: number): Promise<void> {
		await this.bench.control('POST', 'clock', { advanceSeconds: seconds });
	}

	settle(): Promise<Reply> {
		return this.bench.control('POST', 'settle');
	}
}
