import type { Webhook } from './model';
import type { ReadyCloudSettings } from './settings';

const WINDOW = 6 * 3_600_000;
const FORGIVEN = 3;

/** Counts an answer; says whether the webhook has now failed more than three times in six hours. */
export function isTooMuch(
	webhook: Webhook,
	status: number | null,
	now: number,
	settings: ReadyCloudSettings,
): boolean {
	if (status === 200) {
		if (settings.successClears) webhook.failures = [];
		return false;
	}
	if (status === null && !settings.noAnswerCounts) return false;
	const [first] = webhook.failures;
	if (settings.suspensionWindow === 'rolling') {
		webhook.failures = webhook.failures.filter((time) => time > now - WINDOW);
	} else if (first !== undefined && now - first >= WINDOW) {
		// A fixed window begins with its first failure.
		webhook.failures = [];
	}
	webhook.failures.push(now);
	return webhook.failures.length > FORGIVEN;
}
