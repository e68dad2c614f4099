import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { VENDORS } from '../../vendors';

/** From one call to the next. */
const PACE_MS = 100;

/** What somebody sends who knows a URL and no secret. */
const BODIES: readonly unknown[] = [
	{},
	{ token: 'a-guess', type: 'job.status' },
	[[[[{ constructor: { prototype: 1 } }]]]],
	'no JSON',
	{ text: 'x'.repeat(100_000) },
];

/** Calls all triggers without a proof until it is over. Gives how many calls were let in or not. */
export async function knock(
	urlsOf: (trigger: string) => readonly string[],
	isOver: () => boolean,
): Promise<{ refused: number; letIn: number }> {
	const calls = VENDORS.flatMap(({ provider }) =>
		urlsOf(`${provider}Trigger`).flatMap((url) => BODIES.map((body) => ({ url, body }))),
	);
	const counts = { refused: 0, letIn: 0 };
	for (let turn = 0; !isOver(); turn++) {
		const { url = '', body } = calls[turn % calls.length] ?? {};
		const options = { proxy: false, validateStatus: () => true, timeout: 30_000 } as const;
		const { status } = await axios.post(url, body, options).catch(() => ({ status: 0 }));
		if (status === 200) counts.letIn++;
		else counts.refused++;
		await sleep(PACE_MS);
	}
	return counts;
}
