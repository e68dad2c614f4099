import type { Org, Told, Webhook } from './model';

const WINDOW = 6 * 3_600_000;
const FORGIVEN = 3;

/** Counts an answer; says whether the webhook has now failed more than three times in six hours. */
export function isTooMuch(webhook: Webhook, status: number | null, now: number): boolean {
	if (status === 200) return false;
	webhook.failures = [...webhook.failures.filter((time) => time > now - WINDOW), now];
	return webhook.failures.length > FORGIVEN;
}

/** Whether webhooks were registered for these events, and all of them are suspended. */
export function areSuspendedFor(events: readonly Told[], { webhooks }: Org): boolean {
	const asked = webhooks.filter(({ entity }) => events.some((event) => event.entity === entity));
	return asked.length > 0 && asked.every(({ suspended_at }) => suspended_at !== null);
}
