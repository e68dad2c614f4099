import type { Webhook } from './model';

const WINDOW = 6 * 3_600_000;
const FORGIVEN = 3;

/** Counts an answer; says whether the webhook has now failed more than three times in six hours. */
export function isTooMuch(webhook: Webhook, status: number | null, now: number): boolean {
	if (status === 200) return false;
	webhook.failures = [...webhook.failures.filter((time) => time > now - WINDOW), now];
	return webhook.failures.length > FORGIVEN;
}
