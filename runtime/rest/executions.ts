import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import type { Session } from './session';

const summary = z.object({
	id: z.string(),
	workflowId: z.string(),
	workflowName: z.string().nullish(),
	/** `success`, `error`, `running`, `waiting`, … */
	status: z.string(),
	mode: z.string(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
});
export type ExecutionSummary = z.infer<typeof summary>;

const page = z.object({ results: z.array(summary), nextCursor: z.string().nullish() });

const item = z.object({ json: z.record(z.string(), z.unknown()) }).passthrough();
const run = z.object({
	data: z
		.object({ main: z.array(z.array(item).nullable()) })
		.partial()
		.optional(),
	error: z.object({ message: z.string() }).passthrough().optional(),
});
const runData = z.object({
	resultData: z.object({
		runData: z.record(z.string(), z.array(run)),
		error: z.object({ message: z.string() }).passthrough().optional(),
		lastNodeExecuted: z.string().optional(),
	}),
});

export interface Execution extends ExecutionSummary {
	/** Items per node name: those of the first output of its last run. */
	items: Record<string, Array<Record<string, unknown>>>;
	/** Why it failed. */
	error?: string;
	/** All of n8n's data, for what is not above. */
	data: z.infer<typeof runData>;
}

const POLL_MS = 150;
const PAGE = 100;
/** States in which something may still change. */
const OPEN = new Set(['new', 'running', 'waiting', 'unknown']);

/** `installDir` is where n8n is installed: it stores data in the form of its own `flatted`. */
export function executionCalls(session: Session, installDir: string) {
	const list = async (filter: object, cursor?: string) =>
		await session.call({
			action: 'list the executions',
			path: 'executions',
			query: { filter: JSON.stringify(filter), limit: PAGE, ...(cursor ? { cursor } : {}) },
			answer: page,
		});

	const calls = {
		/** Executions of one workflow, newest first. */
		async listExecutions({ workflowId }: { workflowId: string }): Promise<ExecutionSummary[]> {
			const all: ExecutionSummary[] = [];
			let cursor: string | undefined;
			do {
				const { results, nextCursor } = await list({ workflowId }, cursor);
				all.push(...results);
				cursor = nextCursor ?? undefined;
			} while (cursor !== undefined);
			return all;
		},

		/** The last executions of all workflows that have failed, newest first. */
		async listFailedExecutions(): Promise<ExecutionSummary[]> {
			return (await list({ status: ['error'] })).results;
		},

		async countExecutions(workflowId: string): Promise<number> {
			return (await calls.listExecutions({ workflowId })).length;
		},

		async getExecution(id: string): Promise<Execution> {
			const action = 'show the execution';
			const answer = summary.extend({ data: z.string() });
			const found = await session.call({ action, path: `executions/${id}`, answer });
			const data = runData.parse(unflatten(found.data, installDir));
			const { resultData } = data;
			const error = resultData.error?.message;
			return { ...found, data, items: itemsOf(resultData.runData), ...(error ? { error } : {}) };
		},

		/** Waits until `count` executions have ended; throws with what there was when time is over. */
		async waitForExecutions(
			workflowId: string,
			count: number,
			timeoutMs = 15_000,
		): Promise<ExecutionSummary[]> {
			const limit = Date.now() + timeoutMs;
			for (;;) {
				const all = await calls.listExecutions({ workflowId });
				const ended = all.filter(({ status }) => !OPEN.has(status));
				if (ended.length >= count) return ended;
				if (Date.now() > limit) {
					const states = all.map(({ status }) => status).join(', ') || 'none';
					throw new Error(
						`Waited ${timeoutMs / 1000} s for ${count} executions to end; there were: ${states}.`,
					);
				}
				await sleep(POLL_MS);
			}
		},
	};
	return calls;
}

const flattedSchema = z.object({ parse: z.function(z.tuple([z.string()]), z.unknown()) });

function unflatten(text: string, installDir: string): unknown {
	const load = createRequire(join(installDir, 'node_modules', 'n8n', 'package.json'));
	return flattedSchema.parse(load('flatted')).parse(text);
}

function itemsOf(runs: Record<string, Array<z.infer<typeof run>>>): Execution['items'] {
	return Object.fromEntries(
		Object.entries(runs).map(([name, list]) => {
			const first = list.at(-1)?.data?.main?.[0] ?? [];
			return [name, first.map(({ json }) => json)];
		}),
	);
}
