import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox';
import { JOBS_PATH, RADARO_KEY } from '../../../sandbox/radaro/defaults';

export type Dict = Record<string, unknown>;
export interface Reply {
	status: number;
	text: string;
	headers: Headers;
	/** Parsed, typed by what the test expects; the assertions check it. */
	json<T = Dict>(): T;
}

export async function http(
	url: string,
	method = 'GET',
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	const response = await fetch(url, {
		method,
		redirect: 'manual',
		headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
		body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, text, headers: response.headers, json: () => JSON.parse(text) };
}

/** A running sandbox with short words for what tests do most. */
export class Bench {
	constructor(readonly sandbox: Sandbox) {}

	static async start(options: SandboxOptions = {}): Promise<Bench> {
		return new Bench(await startSandbox(options));
	}

	control(method: string, path: string, body?: unknown): Promise<Reply> {
		return http(`${this.sandbox.url}/control/${path}`, method, body);
	}

	/** A call under `jobs/`. */
	jobs(method: string, rest = '', body?: unknown, key: string | null = RADARO_KEY): Promise<Reply> {
		return this.api(method, `${JOBS_PATH}${rest}`, body, key);
	}

	api(method: string, path: string, body?: unknown, key: string | null = RADARO_KEY) {
		const url = new URL(`${this.sandbox.url}/radaro${path}`);
		if (key !== null) url.searchParams.set('key', key);
		return http(url.href, method, body);
	}

	async settings(changes: Dict): Promise<void> {
		const reply = await this.control('PATCH', 'radaro/settings', changes);
		if (reply.status !== 200) throw new Error(reply.text);
	}

	async step(orderId: unknown, step: string, body?: unknown): Promise<Reply> {
		return this.control('POST', `radaro/jobs/${String(orderId)}/steps/${step}`, body);
	}
}

/** What a job needs at least. */
export function minimal(externalId: string, more: Dict = {}): Dict {
	return {
		external_id: externalId,
		customer: { name: 'Ada Byron' },
		deliver_address: { address: '1 Quay St, Geelong VIC 3220' },
		...more,
	};
}

export interface Received {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	text: string;
	body: Dict;
}

const OK = '{"ok":true}';

/** A receiver of webhooks. */
export class Receiver {
	readonly received: Received[] = [];
	/** What it answers next; a function may take its time. */
	answer: () => number | Promise<number> = () => 200;
	/** What it says then. */
	answerText = OK;
	readonly #server: Server;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async start(): Promise<Receiver> {
		const server = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', async () => {
				const { method = '', url = '', headers } = request;
				const body = text.startsWith('{') && text.endsWith('}') ? JSON.parse(text) : {};
				receiver.received.push({ method, url, headers, text, body });
				response.writeHead(await receiver.answer()).end(receiver.answerText);
			});
		});
		const receiver = new Receiver(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return receiver;
	}

	url(path = '/hook'): string {
		const address = this.#server.address() as AddressInfo;
		return `http://127.0.0.1:${address.port}${path}`;
	}

	get bodies(): Dict[] {
		return this.received.map(({ body }) => body);
	}

	close(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}

/** One of the committed sample payloads. */
export function fixture(name: string): Dict {
	return JSON.parse(readFileSync(join(__dirname, '../../fixtures/radaro', name), 'utf8'));
}

/** The key paths of a value; arrays count by their first element. */
export function keyPaths(value: unknown, prefix = ''): string[] {
	if (Array.isArray(value)) return keyPaths(value[0], `${prefix}[]`);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const path = prefix ? `${prefix}.${key}` : key;
		return [path, ...keyPaths(inner, path)];
	});
}
