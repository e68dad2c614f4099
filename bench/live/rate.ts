import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A call of a webhook. */
export interface Call {
	url: string;
	headers: Record<string, string>;
	body: string;
	/** The status that it must be answered with. */
	status: number;
}

/** Calls in hand at once: more than one n8n works at, fewer than it lets wait. */
const SIDE_BY_SIDE = 4;

/** In queue mode n8n does not answer a few calls at all. */
const TIMEOUT_MS = 10_000;

/** Calls n8n for some time, and gives how many it answered a second. Throws at a wrong answer. */
export async function rateOf(calls: readonly Call[], milliseconds: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE });
	const startedAt = performance.now();
	let made = 0;
	let answered = 0;
	const callers = Array.from({ length: SIDE_BY_SIDE }, async () => {
		while (performance.now() - startedAt < milliseconds) {
			const call = calls[made++ % calls.length];
			if (call && (await isAnswered(call, agent))) answered++;
		}
	});
	try {
		await Promise.all(callers);
	} finally {
		agent.destroy();
	}
	return answered / ((performance.now() - startedAt) / 1000);
}

async function isAnswered({ url, headers, body, status }: Call, agent: Agent): Promise<boolean> {
	const length = String(Buffer.byteLength(body));
	const sent = request(url, {
		method: 'POST',
		agent,
		headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
		signal: AbortSignal.timeout(TIMEOUT_MS),
	});
	try {
		sent.end(body);
		const [answer] = (await once(sent, 'response')) as [IncomingMessage];
		await text(answer);
		if (answer.statusCode === status) return true;
		throw new Error(`${url} answered ${answer.statusCode} instead of ${status}.`);
	} catch (error) {
		if (error instanceof Error && error.name === 'AbortError') return false;
		throw error;
	}
}
