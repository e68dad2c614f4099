import type { SentEvents } from './events';
import type { DayStage } from './stage';

/** So that not all repeats come in one moment. */
const SECONDS_AT_ONCE = 1;
/** RoutiGo tries for a day; what is not answered after two hours never will be. */
const MOST_SECONDS = 7_200;

/** Lets time pass until RoutiGo has nothing left to repeat, by its own default ten minutes after a call. */
export async function repeatsAreOver(stage: DayStage, sent: SentEvents): Promise<void> {
	const open = (): boolean =>
		[...sent.all.values()].some(({ vendor, answers }) => vendor === 'routigo' && answers === 0);
	for (let seconds = 0; open() && seconds < MOST_SECONDS; seconds += SECONDS_AT_ONCE) {
		await stage.timePasses(SECONDS_AT_ONCE);
	}
}
