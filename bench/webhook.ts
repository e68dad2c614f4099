import { z } from 'zod';
import { UserError } from '../runtime/plain/errors.cjs';
import type { Bodies } from './bodies';
import type { Repetitions } from './options';
import type { Probes } from './probe';
import type { WebhookInput } from './probes/webhook';
import type { Subject } from './subjects';

const figureSchema = z.object({
	/** Microseconds. */
	p50: z.number(),
	p99: z.number(),
	calls: z.number(),
	/** Calls that gave the item that they should give. */
	right: z.number(),
});

export type CallFigure = z.infer<typeof figureSchema>;

/** The figures for one body, in the order of the subjects. */
export interface BodyFigures {
	/** Whose body it is. */
	vendor: string;
	bytes: number;
	targetP99?: number;
	figures: CallFigure[];
}

/** All triggers and bodies in one process, taking turns, so that all see the same noise. */
export async function measureWebhook(
	probes: Probes,
	subjects: readonly Subject[],
	calls: Repetitions['calls'],
	{ vendor, token, targetP99, sender, texts }: Bodies,
): Promise<BodyFigures[]> {
	const input: WebhookInput = { n8nFile: probes.n8nFile, subjects, token, sender, texts, ...calls };
	const all = z.array(figureSchema).parse(await probes.run('webhook', input));
	if (all.some(({ calls: made, right }) => right !== made)) {
		throw new UserError('Some calls did not give the item that they should give: no figures.');
	}
	return texts.map((text, index) => ({
		vendor,
		targetP99,
		bytes: Buffer.byteLength(text),
		figures: all.filter((_, position) => position % texts.length === index),
	}));
}
