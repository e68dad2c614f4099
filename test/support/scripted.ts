import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Scripted {
	status?: number;
	/** Sent as JSON, except that a text is sent as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	/** No answer at all: the connection is cut, or stays silent. */
	lost?: 'cut' | 'silent';
}

export interface Asked {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A server that answers as a test says, for what no sandbox does on its own. */
export class ScriptedServer {
	readonly asked: Asked[] = [];

	readonly #server: Server;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async start(answer: (asked: Asked) => Scripted): Promise<ScriptedServer> {
		const server = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', () => {
				const url = new URL(request.url ?? '/', 'http://127.0.0.1');
				const asked: Asked = {
					method: request.method ?? '',
					path: url.pathname,
					query: url.searchParams,
					headers: request.headers,
					body: text === '' ? undefined : (JSON.parse(text) as unknown),
				};
				scripted.asked.push(asked);
				const { status = 200, body, headers = {}, lost } = answer(asked);
				if (lost === 'cut') request.socket.destroy();
				if (lost !== undefined) return;
				response.statusCode = status;
				response.setHeader(
					'content-type',
					typeof body === 'string' ? 'text/plain' : 'application/json',
				);
				for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
				response.end(typeof body === 'string' ? body : JSON.stringify(body));
			});
		});
		const scripted = new ScriptedServer(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return scripted;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** The bodies of all requests of a method. */
	bodies(method: string): unknown[] {
		return this.asked.filter((asked) => asked.method === method).map(({ body }) => body);
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
