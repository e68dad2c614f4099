import { z } from 'zod';

import { OUTCOMES } from '../core/outcome';
import { Refusal } from '../core/refusal';

const reportSchema = z.object({
	id: z.string(),
	steps: z.array(z.object({ name: z.string() })),
	deliveries: z.array(z.object({ status: z.number().nullable(), outcome: z.enum(OUTCOMES) })),
	suspended: z.boolean(),
});

/** What a control route reports of a job. */
export type PlayReport = z.output<typeof reportSchema>;

const refusalSchema = z.object({ error: z.string() });

/** Uses the control interface as the page does. */
export async function callControl(
	sandboxUrl: string,
	path: string,
	body: Record<string, unknown>,
): Promise<PlayReport> {
	const answer = await fetch(`${sandboxUrl}/control/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const told: unknown = await answer.json();
	const refusal = refusalSchema.safeParse(told);
	if (refusal.success) throw new Refusal(answer.status, refusal.data.error);
	return reportSchema.parse(told);
}
