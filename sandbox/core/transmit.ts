import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

import axios from 'axios';

import { errorCode } from './errorCode';

const LIMIT = 50;

// Fresh connections: a kept one that the receiver has just closed would look like a failed delivery.
const httpAgent = new Agent({ keepAlive: false, maxSockets: LIMIT });
const httpsAgent = new SecureAgent({ keepAlive: false, maxSockets: LIMIT });

export interface Outcome {
	status: number | null;
	/** Why there is none, in the system's words. */
	error: string | null;
	response: string;
}

/** Sends JSON text and reports what came back; never throws. */
export async function transmit(
	url: string,
	text: string,
	options: {
		method: 'POST' | 'PUT';
		headers: Readonly<Record<string, string>>;
		timeoutMs: number;
		signal: AbortSignal;
	},
): Promise<Outcome> {
	const own = { 'Content-Type': 'application/json', 'User-Agent': 'lastmile-sandbox' };
	try {
		const response = await axios.request<string>({
			url,
			method: options.method,
			data: text,
			headers: { ...own, ...options.headers },
			httpAgent,
			httpsAgent,
			// Receivers are on this machine; a proxy from the environment would lose them.
			proxy: false,
			maxRedirects: 0,
			responseType: 'text',
			transformRequest: (data: string) => data,
			transformResponse: (data: string) => data,
			validateStatus: () => true,
			timeout: options.timeoutMs,
			signal: options.signal,
		});
		return { status: response.status, error: null, response: response.data };
	} catch (error) {
		return { status: null, error: reason(error, options.timeoutMs), response: '' };
	}
}

/** The system's code, which says more to who repairs it; a sentence for others is in `noAnswer.ts`. */
function reason(error: unknown, timeoutMs: number): string {
	const code = errorCode(error);
	if (code === 'ECONNABORTED') return `No answer within ${timeoutMs} ms`;
	if (typeof code === 'string') return code;
	return error instanceof Error && error.message ? error.message : 'unknown error';
}
