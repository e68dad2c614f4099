import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import axios from 'axios';
import { type CompletedRequest, generateCACertificate, getLocal, type Mockttp } from 'mockttp';

/** One call to a host on the internet, as it arrived at the proxy. */
export interface InterceptedCall {
	method: string;
	/** Without the query, in which keys may stand. */
	url: string;
}

export interface InterceptedAnswer {
	statusCode: number;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

/** Gives the local address that stands in for a URL, or an answer. */
export type Handler = (url: URL) => string | InterceptedAnswer;

/** Headers that belong to one connection, not to the message. */
const OF_THE_CONNECTION = ['host', 'connection', 'proxy-connection', 'transfer-encoding'];

/**
 * A proxy on loopback that answers for real host names over HTTPS, with a certificate authority of
 * its own. What no route is for is refused and remembered, so nothing leaves the machine.
 */
export class Intercept {
	readonly calls: InterceptedCall[] = [];
	/** Calls that no route was for; a test expects none. */
	readonly refused: InterceptedCall[] = [];
	readonly #routes: Array<{ host: RegExp; handle: Handler }> = [];

	readonly #server: Mockttp;
	readonly #folder: string;

	private constructor(server: Mockttp, folder: string) {
		this.#server = server;
		this.#folder = folder;
	}

	static async start(): Promise<Intercept> {
		const folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-ca-'));
		const ca = await generateCACertificate({ subject: { commonName: 'Tests on this machine' } });
		await writeFile(path.join(folder, 'ca.pem'), ca.cert);
		const server = getLocal({ https: ca });
		const intercept = new Intercept(server, folder);
		await server.start();
		await server.forAnyRequest().thenCallback(async (request) => await intercept.#answer(request));
		return intercept;
	}

	/** What a process needs in its environment for its calls to come here. */
	get environment(): Record<string, string> {
		const proxy = `http://127.0.0.1:${this.#server.port}`;
		const direct = '127.0.0.1,localhost';
		return {
			HTTP_PROXY: proxy,
			HTTPS_PROXY: proxy,
			NO_PROXY: direct,
			http_proxy: proxy,
			https_proxy: proxy,
			no_proxy: direct,
			NODE_EXTRA_CA_CERTS: path.join(this.#folder, 'ca.pem'),
		};
	}

	/** Answers for a host name from now on; a later route goes before an earlier one. */
	route(host: string | RegExp, handle: Handler): void {
		const pattern =
			typeof host === 'string' ? new RegExp(`^${host.replaceAll('.', '\\.')}$`) : host;
		this.#routes.unshift({ host: pattern, handle });
	}

	/** Sends a host's calls to a local address, path and query appended. */
	forward(host: string | RegExp, base: string): void {
		this.route(host, ({ pathname, search }) => `${base}${pathname}${search}`);
	}

	/** The calls to one host. */
	callsTo(host: string): InterceptedCall[] {
		return this.calls.filter(({ url }) => new URL(url).hostname === host);
	}

	forget(): void {
		this.calls.length = 0;
		this.refused.length = 0;
	}

	async stop(): Promise<void> {
		await this.#server.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #answer(request: CompletedRequest): Promise<InterceptedAnswer | 'reset'> {
		const url = new URL(request.url);
		const call = { method: request.method, url: `${url.origin}${url.pathname}` };
		this.calls.push(call);
		const found = this.#routes.find(({ host }) => host.test(url.hostname));
		if (!found) {
			this.refused.push(call);
			return { statusCode: 502, body: `Nothing stands in for ${url.hostname} in this test.` };
		}
		const target = found.handle(url);
		return typeof target === 'string' ? await forwarded(request, target) : target;
	}
}

async function forwarded(
	request: CompletedRequest,
	target: string,
): Promise<InterceptedAnswer | 'reset'> {
	const headers = Object.entries(request.headers).filter(
		([name]) => !OF_THE_CONNECTION.includes(name.toLowerCase()),
	);
	const body = request.body.buffer;
	try {
		const answer = await axios.request<Buffer>({
			method: request.method,
			url: target,
			headers: Object.fromEntries(headers),
			data: body.length > 0 ? body : undefined,
			proxy: false,
			responseType: 'arraybuffer',
			decompress: false,
			maxRedirects: 0,
			validateStatus: () => true,
			transformRequest: (data: unknown) => data,
		});
		const given = Object.entries(answer.headers)
			.filter(([name]) => !OF_THE_CONNECTION.includes(name))
			.map(([name, value]) => [name, String(value)] as const);
		return {
			statusCode: answer.status,
			headers: Object.fromEntries(given),
			body: Buffer.from(answer.data),
		};
	} catch {
		// The stand-in broke the connection off, as it is told to in some tests; so does the proxy.
		return 'reset';
	}
}
