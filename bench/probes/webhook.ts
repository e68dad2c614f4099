/**
 * Runs in a fresh process: how long triggers take for a call.
 * Argument: the input as JSON. Writes the result as JSON, microseconds by trigger and body.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { IDataObject, INodeType } from 'n8n-workflow';

import { overRounds } from '../statistics';
import type { TriggerSubject } from '../subjects';
import { callFrom, type Sender, senderOf } from './context';

export interface WebhookInput {
	n8nFile: string;
	triggers: readonly TriggerSubject[];
	token: string;
	sender?: Partial<Sender>;
	texts: string[];
	measured: number;
	warmUp: number;
}

interface Series {
	trigger: INodeType;
	sender: Sender;
	expected: Array<[string, unknown]>;
	microseconds: Float64Array;
	/** What n8n needs to parse the same body, just before. */
	parsing: Float64Array;
	calls: number;
	right: number;
}

/** Calls in a row of one series: short enough that a slow moment of the machine hits all series. */
const BLOCK = 500;

void main();

async function main(): Promise<void> {
	const input = JSON.parse(process.argv[2] ?? '') as WebhookInput;
	const fromN8n = createRequire(input.n8nFile);
	for (const name of ['n8n-workflow', 'zod']) fromN8n(name);
	const all = input.triggers.flatMap((trigger) => seriesOf(trigger, input));

	await takeTurns(all, input.warmUp);
	for (const series of all) series.calls = series.right = 0;
	await takeTurns(all, input.measured);

	const figures = all.map(({ microseconds, parsing, calls, right }) => ({
		p50: overRounds(microseconds, 0.5),
		p99: overRounds(microseconds, 0.99),
		parse: overRounds(parsing, 0.5),
		calls,
		right,
	}));
	process.stdout.write(JSON.stringify(figures));
}

function seriesOf(subject: TriggerSubject, input: WebhookInput): Series[] {
	const file = join(subject.dir, subject.file);
	const loaded = createRequire(file)(file) as Record<string, new () => INodeType>;
	const Trigger = loaded[subject.className];
	if (!Trigger) throw new Error(`${file} has no ${subject.className}.`);
	const node = new Trigger();
	return input.texts.map((text) => ({
		trigger: node,
		sender: senderOf(text, input.token, input.sender),
		expected: Object.entries(subject.item),
		microseconds: new Float64Array(input.measured),
		parsing: new Float64Array(input.measured),
		calls: 0,
		right: 0,
	}));
}

async function takeTurns(all: readonly Series[], calls: number): Promise<void> {
	for (let done = 0; done < calls; done += BLOCK) {
		const count = Math.min(BLOCK, calls - done);
		for (const series of all) {
			for (let i = 0; i < count; i++) await callOnce(series);
		}
	}
}

async function callOnce(series: Series): Promise<void> {
	const parsedFrom = performance.now();
	const body = JSON.parse(series.sender.text) as IDataObject;
	series.parsing[series.calls] = (performance.now() - parsedFrom) * 1000;
	const call = callFrom(series.sender, body);
	const startedAt = performance.now();
	const answer = await series.trigger.webhook?.call(call);
	series.microseconds[series.calls++] = (performance.now() - startedAt) * 1000;
	const items = answer?.workflowData?.[0] ?? [];
	const json = items[0]?.json ?? {};
	const right = items.length === 1 && series.expected.every(([key, value]) => json[key] === value);
	if (right) series.right++;
}
