import { z } from 'zod';

import { UserError } from '../runtime/plain/errors.cjs';
import type { Repetitions } from './options';
import type { Probes } from './probe';
import type { WebhookInput } from './probes/webhook';
import type { Sample } from './samples/sample';
import type { TriggerSubject } from './subjects';

const figureSchema = z.object({
	/** Microseconds. */
	p50: z.number(),
	p99: z.number(),
	/** What `JSON.parse` of the same body took in the same process, the median of it. */
	parse: z.number(),
	calls: z.number(),
	/** Calls that gave the item that they should give. */
	right: z.number(),
});

export type CallFigure = z.infer<typeof figureSchema>;

/** The figures for one body, in the order of the triggers. */
export interface BodyFigures {
	bytes: number;
	figures: CallFigure[];
}

/** All triggers and bodies in one process, taking turns, so that all see the same noise. */
export async function measureWebhook(
	probes: Probes,
	triggers: readonly TriggerSubject[],
	calls: Repetitions['calls'],
	{ token, sender, texts }: Sample,
): Promise<BodyFigures[]> {
	const input: WebhookInput = { n8nFile: probes.n8nFile, triggers, token, sender, texts, ...calls };
	const all = z.array(figureSchema).parse(await probes.run('webhook', input));
	if (all.some(({ calls: made, right }) => right !== made)) {
		throw new UserError('Some calls did not give the item that they should give: no figures.');
	}
	return texts.map((text, index) => ({
		bytes: Buffer.byteLength(text),
		figures: all.filter((_, position) => position % texts.length === index),
	}));
}
