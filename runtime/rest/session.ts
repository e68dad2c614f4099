import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { z } from 'zod';

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
			timeout: 60_000,
			validateStatus: () => true,
		});
	}

	async call<T extends z.ZodTypeAny>(request: Request<T>): Promise<z.output<T>> {
		const { method = 'GET', path, query, body, action } = request;
		const response: AxiosResponse<unknown> = await this.#http
			.request({
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
