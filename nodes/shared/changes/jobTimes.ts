import { instantOf } from '../basic/times';
import { textOrNull } from '../basic/values';

/** Clocks differ: what is further ahead is a plan, not something that happened. */
const AHEAD_MS = 86_400_000;

/** The latest of some times as it came; `null` where none is a time, or all are to come. */
export function latestTime(values: readonly unknown[], now: number = Date.now()): string | null {
	let latest: string | null = null;
	let latestAt = -Infinity;
	for (const value of values) {
		const text = textOrNull(value);
		const at = instantOf(text);
		if (text === null || Number.isNaN(at) || at > now + AHEAD_MS || at <= latestAt) continue;
		latest = text;
		latestAt = at;
	}
	return latest;
}
