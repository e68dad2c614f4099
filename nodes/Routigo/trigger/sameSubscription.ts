import { inOneSpelling } from '../../shared/trigger/ownAddress';
import { subscriptionIn } from '../api/subscription';
import type { RoutigoSubscription, RoutigoWebhook } from '../event/schema';

/** What holds where a subscription sets nothing (docs/vendors.md#routigo-webhooks). */
const DEFAULTS = { minutesToLive: 1440, secondsDelayBeforeRetry: 600 };

/**
 * Whether a webhook of RoutiGo's does what a subscription asks for. The order of names and codes makes
 * no difference, nor do capitals of headers, the spelling of the URL, nor whether a default is spelled out. The name is only
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
		[tags.routigoEvent, tags.routigoEventType, inOneSpelling(url) ?? url, supplierToFilterOn],
		[minutesToLive, secondsDelayBeforeRetry],
		[...serviceCentres].sort(),
		plainHeaders.sort(),
		Object.entries(queryParameters).sort(),
	]);
}

/**
 * Whether a webhook still has what a subscription does not set. Values of headers and parameters play
 * no part, as RoutiGo might not show them.
 */
export function hasMore(webhook: RoutigoWebhook, wanted: RoutigoSubscription): boolean {
	const needed = new Set(namesIn(wanted));
	return namesIn(subscriptionIn(webhook)).some((name) => !needed.has(name));
}

/** What a subscription sets, as names. */
function namesIn({ action, serviceCentres = [] }: RoutigoSubscription): string[] {
	const { headers = {}, queryParameters = {}, supplierToFilterOn } = action;
	const timings = { ...DEFAULTS, ...action };
	return [
		...serviceCentres.map((code) => `service centre ${code}`),
		...Object.keys(headers).map((name) => `header ${name.toLowerCase()}`),
		...Object.keys(queryParameters).map((name) => `parameter ${name}`),
		`supplier ${supplierToFilterOn ?? ''}`,
		`minutes ${timings.minutesToLive}`,
		`seconds ${timings.secondsDelayBeforeRetry}`,
	];
}
