import type { RoutigoSubscription, RoutigoWebhook } from './schema';
import { subscriptionIn } from './subscription';

/** What holds where a subscription sets nothing (docs/vendors.md#routigo-webhooks). */
const DEFAULTS = { minutesToLive: 1440, secondsDelayBeforeRetry: 600 };

/**
 * Whether a webhook of RoutiGo's does what a subscription asks for. The order of names and codes makes
 * no difference, nor do capitals of headers, nor whether a default is spelled out. The name is only
 * for people.
 */
export function isSameSubscription(webhook: RoutigoWebhook, wanted: RoutigoSubscription): boolean {
	return comparable(subscriptionIn(webhook)) === comparable(wanted);
}

function comparable({ action, serviceCentres = [], ...tags }: RoutigoSubscription): string {
	const { headers = {}, queryParameters = {}, url, supplierToFilterOn = null } = action;
	const { minutesToLive, secondsDelayBeforeRetry } = { ...DEFAULTS, ...action };
	const plainHeaders = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return JSON.stringify([
		[tags.routigoEvent, tags.routigoEventType, url, supplierToFilterOn],
		[minutesToLive, secondsDelayBeforeRetry],
		[...serviceCentres].sort(),
		plainHeaders.sort(),
		Object.entries(queryParameters).sort(),
	]);
}
