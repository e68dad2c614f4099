import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Takes connections at one port and hands each to the next of some others, as a proxy before webhook
 * processors does; past one where nothing listens.
 */
export class Balancer {
	#turn = 0;
	readonly #callers = new Set<Socket>();
	readonly #ports: readonly number[];
	readonly #server: Server;

	private constructor(ports: readonly number[]) {
		this.#ports = ports;
		this.#server = createServer((caller) => {
			this.#callers.add(caller);
			caller.once('close', () => this.#callers.delete(caller));
			this.#pass(caller, ports.length);
		});
	}

	/** @param ports on loopback, at least one */
	static async start(ports: readonly number[]): Promise<Balancer> {
		const balancer = new Balancer(ports);
		balancer.#server.listen(0, '127.0.0.1');
		await once(balancer.#server, 'listening');
		return balancer;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.#server.close();
		for (const caller of this.#callers) caller.destroy();
		await once(this.#server, 'close');
	}

	#pass(caller: Socket, tries: number): void {
		const port = this.#ports[this.#turn++ % this.#ports.length] ?? 0;
		const target = connect(port, '127.0.0.1');
		caller.on('error', () => target.destroy());
		target.once('connect', () => {
			caller.pipe(target).pipe(caller);
			// What is cut off on one side is cut off on the other.
			target.on('close', () => caller.destroy());
			caller.on('close', () => target.destroy());
		});
		target.on('error', () => {
			if (!target.pending) return;
			caller.removeAllListeners('error');
			if (tries > 1) this.#pass(caller, tries - 1);
			else caller.destroy();
		});
	}
}
