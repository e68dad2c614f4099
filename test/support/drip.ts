import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What drips: a header that never ends, or the body behind whole headers. */
export type Dripping = 'headers' | 'body';

const BEGINNINGS: Record<Dripping, string> = {
	headers: 'HTTP/1.1 200 OK\r\nX-Drip: ',
	body: 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 1000000\r\n\r\n%PDF-',
};

const AT_ONCE = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n';

/** A server that is never silent and never done: it answers everything by a byte every 100 milliseconds. */
export class DripServer {
	readonly #sockets = new Set<Socket>();
	readonly #server: Server;
	dripping: Dripping = 'body';
	/** The first lines of all requests. */
	readonly asked: string[] = [];
	/** What is answered at once after all, as JSON, by the first line of a request. */
	answer: (line: string) => unknown = () => undefined;

	private constructor() {
		this.#server = createServer((socket) => {
			this.#sockets.add(socket);
			socket.on('error', () => undefined);
			socket.once('data', (data) => {
				const line = data.toString().split('\r\n')[0] ?? '';
				this.asked.push(line);
				const answer = this.answer(line);
				if (answer === undefined) socket.write(BEGINNINGS[this.dripping]);
				else socket.end(`${AT_ONCE}${JSON.stringify(answer)}`);
			});
			const timer = setInterval(
				() => socket.bytesRead > 0 && socket.writable && socket.write('x'),
				100,
			);
			socket.on('close', () => {
				clearInterval(timer);
				this.#sockets.delete(socket);
			});
		});
	}

	static async start(): Promise<DripServer> {
		const drip = new DripServer();
		await new Promise<void>((resolve) => drip.#server.listen(0, '127.0.0.1', resolve));
		return drip;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** How many connections are open. */
	get open(): number {
		return this.#sockets.size;
	}

	async stop(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
