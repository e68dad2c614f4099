import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { z } from 'zod';

/** n8n's answer before it does anything, while its database does not answer. */
const NOT_READY = 503;
const MOST_TRIES = 30;
const PAUSE_MS = 1_000;

/** What n8n refused. Holds the status and n8n's own words, never what was sent. */
export class RestError extends Error {
	override readonly name = 'RestError';

	constructor(
		readonly status: number,
		action: string,
		readonly reason: string,
	) {
		super(`n8n refused to ${action} (${status}): ${reason}`);
	}
}

export interface Request<T extends z.ZodTypeAny> {
	/** Continues the sentence "n8n refused to …". */
	action: string;
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** Below /rest, unless it starts with a slash. */
	path: string;
	query?: Record<string, string | number>;
	body?: unknown;
	/** Shape of what is used of the answer, its `data` wrapper taken off. */
	answer: T;
}

const wrapped = z.object({ data: z.unknown() });
const refusal = z.object({ message: z.string() });

/** Calls n8n's REST interface the way the editor does, keeping its session cookie. */
export class Session {
	readonly #http: AxiosInstance;
	#cookie = '';

	constructor(readonly url: string) {
		this.#http = axios.create({
			baseURL: url,
			proxy: false,
			// Its list of nodes has 20 MB, which would take longer to pack than to hand over on one machine.
			headers: { 'accept-encoding': 'identity' },
			// n8n may close a kept connection in the very moment in which it is used again.
			httpAgent: new Agent({ keepAlive: false }),
			// n8n installs a package before it answers.
			timeout: 180_000,
			validateStatus: () => true,
		});
	}

	async call<T extends z.ZodTypeAny>(request: Request<T>): Promise<z.output<T>> {
		const { path, action } = request;
		let response = await this.#send(request);
		for (let tries = 1; response.status === NOT_READY && tries < MOST_TRIES; tries++) {
			await sleep(PAUSE_MS);
			response = await this.#send(request);
		}
		this.#keepCookies(response);
		if (response.status >= 400) throw new RestError(response.status, action, reasonOf(response));
		const wrap = path.startsWith('/') ? undefined : wrapped.safeParse(response.data);
		const parsed = request.answer.safeParse(wrap?.success ? wrap.data.data : response.data);
		if (parsed.success) return parsed.data;
		const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
		throw new RestError(
			response.status,
			action,
			`the answer has another form than expected (${where})`,
		);
	}

	async #send({
		method = 'GET',
		path,
		query,
		body,
		action,
	}: Request<z.ZodTypeAny>): Promise<AxiosResponse<unknown>> {
		return await this.#http
			.request<unknown>({
				method,
				url: path.startsWith('/') ? path : `/rest/${path}`,
				params: query,
				data: body,
				headers: this.#cookie ? { cookie: this.#cookie } : {},
			})
			// An axios error carries the request, so its message alone goes on.
			.catch((error: Error) => {
				throw new RestError(0, action, error.message);
			});
	}

	#keepCookies(response: AxiosResponse<unknown>): void {
		const header: unknown = response.headers['set-cookie'];
		const cookies = z.array(z.string()).safeParse(header);
		if (!cookies.success || cookies.data.length === 0) return;
		this.#cookie = cookies.data.map((cookie) => cookie.split(';')[0]).join('; ');
	}
}

function reasonOf(response: AxiosResponse<unknown>): string {
	const parsed = refusal.safeParse(response.data);
	if (parsed.success) return parsed.data.message;
	return typeof response.data === 'string' ? response.data.slice(0, 200) : response.statusText;
}
