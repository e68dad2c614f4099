import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a service has sent to a webhook. */
export interface Recorded {
	/** Path and query. */
	path: string;
	headers: Record<string, string>;
	body: string;
}

/** What of a call is about the connection that it came by. */
const OF_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding'];

/** Takes calls in the place of n8n, answers 200, and keeps the first one at each path. */
export class Recorder {
	readonly calls = new Map<string, Recorded>();
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			void text(request).then((body) => {
				const path = request.url ?? '';
				const [at = ''] = path.split('?');
				const headers = Object.entries(request.headers).flatMap(([name, value]) =>
					typeof value === 'string' && !OF_CONNECTION.includes(name) ? [[name, value]] : [],
				);
				if (!this.calls.has(at)) {
					this.calls.set(at, { path, headers: Object.fromEntries(headers), body });
				}
				response.end();
			});
		});
	}

	static async start(): Promise<Recorder> {
		const recorder = new Recorder();
		recorder.#server.listen(0, '127.0.0.1');
		await once(recorder.#server, 'listening');
		return recorder;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, 'close');
	}
}
