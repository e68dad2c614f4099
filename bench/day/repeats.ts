import { setTimeout as sleep } from 'node:timers/promises';

import type { SentEvents } from './events';
import type { DayStage } from './stage';

/** From one repeat to the next, for n8n to take a breath. */
const REPEAT_MS = 1_000;
/** RoutiGo tries for a day. */
const MOST_REPEATS = 12;

/** Lets time pass until RoutiGo has nothing left to repeat. */
export async function repeatsAreOver(stage: DayStage, sent: SentEvents): Promise<void> {
	const open = (): boolean =>
		[...sent.all.values()].some(({ vendor, answers }) => vendor === 'routigo' && answers === 0);
	for (let repeats = 0; open() && repeats < MOST_REPEATS; repeats++) {
		await stage.tenMinutesPass();
		await sleep(REPEAT_MS);
	}
}
