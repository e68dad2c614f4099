import { setTimeout as delay } from 'node:timers/promises';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { type Answer, sendAnswer } from './answer';
import { faultAnswer } from './faultAnswer';
import type { Fault } from './faults';
import { isRecord } from './json';
import type { RequestEntry } from './requests';
import type { StandInService } from './service';

/** What the request log leaves out of a request. */
export interface Logged {
	/** The query parameter that holds a secret; even a wrong one is one. */
	secretQuery?: string;
	/** Likewise fields of bodies. */
	secretFields?: readonly string[];
	/** A body as the log may show it, where secrets stand deeper. */
	shownBody?(body: unknown): unknown;
}

/** Puts the request log and the faults around every route of an API. */
export function addApiHooks(
	app: FastifyInstance,
	parts: {
		service: StandInService;
		/** The form in which this vendor tells errors. */
		failed(status: number, message: string): Answer;
		/** The vendor's own answer to an expired secret. */
		expired?: (() => Answer) | undefined;
		logged?: Logged | undefined;
	},
): void {
	const { requests, faults, services } = parts.service;
	const { secretQuery, secretFields = [], shownBody } = parts.logged ?? {};
	const entries = new WeakMap<FastifyRequest, { entry: RequestEntry; started: number }>();
	const never = new Promise<never>(() => undefined);

	const settle = (request: FastifyRequest, status: number | null, fault?: Fault): void => {
		const known = entries.get(request);
		if (!known) return;
		const { entry, started } = known;
		entry.status = status;
		if (fault) entry.fault = `${fault.kind} ${fault.when}`;
		const outcome = [status ?? 'no answer', entry.fault && `(fault: ${entry.fault})`];
		const took = `${Math.round(performance.now() - started)} ms`;
		services.log.add([entry.method, entry.path, ...outcome, took].filter(Boolean).join(' '));
	};
	const wait = (fault: Fault): Promise<unknown> =>
		delay(fault.ms, undefined, { signal: services.closing }).catch(() => undefined);

	const answerOf = (
		fault: Fault,
		request: FastifyRequest,
		real?: { status: number; body: string },
	): Answer => {
		if (fault.kind === 'expiredKey' && parts.expired) return parts.expired();
		return faultAnswer(fault, absoluteUrl(request), parts.failed, real);
	};

	app.addHook('onRequest', async (request) => {
		const path = request.url.split('?')[0] ?? '';
		const query = isRecord(request.query) ? { ...request.query } : {};
		if (secretQuery !== undefined) delete query[secretQuery];
		const entry: RequestEntry = {
			at: services.clock.now().toISOString(),
			method: request.method,
			path: services.mask.text(path),
			query,
			body: undefined,
			status: null,
			fault: null,
		};
		requests.add(entry);
		entries.set(request, { entry, started: performance.now() });
	});

	app.addHook('preHandler', async (request, reply) => {
		const entry = entries.get(request)?.entry;
		const body = without(request.body, secretFields);
		if (entry) entry.body = services.mask.value(shownBody?.(body) ?? body);
		const fault = faults.take('before', request.method, entry?.path ?? '');
		if (!fault) return;
		if (entry) entry.fault = `${fault.kind} before`;
		if (fault.kind === 'slow') {
			await wait(fault);
		} else if (fault.kind === 'reset' || fault.kind === 'timeout') {
			settle(request, null, fault);
			reply.hijack();
			if (fault.kind === 'reset') request.raw.socket.resetAndDestroy();
		} else {
			const answer = answerOf(fault, request);
			await sendAnswer(reply, answer);
		}
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const entry = entries.get(request)?.entry;
		const fault = entry?.fault
			? undefined
			: faults.take('after', request.method, entry?.path ?? '');
		if (fault?.kind === 'reset' || fault?.kind === 'timeout') {
			settle(request, null, fault);
			if (fault.kind === 'reset') request.raw.socket.resetAndDestroy();
			return never;
		}
		if (fault?.kind === 'slow') await wait(fault);
		const body = typeof payload === 'string' ? payload : '';
		const answer =
			fault && fault.kind !== 'slow'
				? answerOf(fault, request, { status: reply.statusCode, body })
				: undefined;
		settle(request, answer?.status ?? reply.statusCode, fault);
		if (!answer) return payload;
		void reply
			.code(answer.status)
			.headers(answer.headers ?? {})
			.type(answer.type);
		return answer.body;
	});
}

function without(body: unknown, names: readonly string[]): unknown {
	if (!isRecord(body) || names.length === 0) return body;
	return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

function absoluteUrl(request: FastifyRequest): string {
	return `${request.protocol}://${request.host}${request.url}`;
}
