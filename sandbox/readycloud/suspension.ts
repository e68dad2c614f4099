import type { Hook } from './model';
import type { ReadyCloudSettings } from './settings';

const WINDOW = 6 * 3_600_000;
const FORGIVEN = 3;

/** Counts an answer; says whether the webhook has now failed more than three times in six hours. */
export function isTooMuch(
	hook: Hook,
	status: number | null,
	now: number,
	settings: ReadyCloudSettings,
): boolean {
	if (status === 200) {
		if (settings.successClears) hook.failures = [];
		return false;
	}
	if (status === null && !settings.noAnswerCounts) return false;
	const [first] = hook.failures;
	if (settings.suspensionWindow === 'rolling') {
		hook.failures = hook.failures.filter((time) => time > now - WINDOW);
	} else if (first !== undefined && now - first >= WINDOW) {
		// A fixed window begins with its first failure.
		hook.failures = [];
	}
	hook.failures.push(now);
	return hook.failures.length > FORGIVEN;
}
