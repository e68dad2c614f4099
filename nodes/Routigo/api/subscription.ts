import { isRecord } from '../../shared/basic/values';
import type { RoutigoSubscription, RoutigoWebhook } from '../event/schema';
import type { Tags } from '../event/urlTags';
import type { Pairs } from './namedValues';
import type { SubscriptionValues } from './subscriptionOptions';

/** What is called, and what it is called in RoutiGo. */
export interface Target {
	name: string;
	url: string;
}

/** The body of a subscription, without what is unset (docs/vendors.md#routigo-webhooks). */
export function subscriptionOf(
	{ event, type }: Tags,
	{ name, url }: Target,
	values: SubscriptionValues,
): RoutigoSubscription {
	const { serviceCentres, headers, queryParameters } = values;
	const { minutesToLive, secondsDelayBeforeRetry, supplierToFilterOn } = values;
	return {
		routigoEvent: event,
		routigoEventType: type,
		...(serviceCentres.length > 0 ? { serviceCentres } : {}),
		action: {
			name,
			url,
			...(isEmpty(headers) ? {} : { headers }),
			...(isEmpty(queryParameters) ? {} : { queryParameters }),
			...(minutesToLive === null ? {} : { minutesToLive }),
			...(secondsDelayBeforeRetry === null ? {} : { secondsDelayBeforeRetry }),
			...(supplierToFilterOn === null ? {} : { supplierToFilterOn }),
		},
	};
}

/**
 * What a webhook of RoutiGo's is registered with, for comparing it with what it should be: without
 * its id, its nulls and whatever else the answer holds.
 */
export function subscriptionIn(webhook: RoutigoWebhook): RoutigoSubscription {
	const { routigoEvent, routigoEventType, action } = webhook;
	return subscriptionOf(
		{ event: routigoEvent ?? '', type: routigoEventType ?? '' },
		{ name: action?.name ?? '', url: action?.url ?? '' },
		valuesIn(webhook),
	);
}

/** The same without event, type and target. */
export function valuesIn({ serviceCentres, action }: RoutigoWebhook): SubscriptionValues {
	return {
		serviceCentres: serviceCentres ?? [],
		headers: textsIn(action?.headers),
		queryParameters: textsIn(action?.queryParameters),
		minutesToLive: action?.minutesToLive ?? null,
		secondsDelayBeforeRetry: action?.secondsDelayBeforeRetry ?? null,
		supplierToFilterOn: action?.supplierToFilterOn ?? null,
	};
}

function textsIn(pairs: unknown): Pairs {
	const entries = isRecord(pairs) ? Object.entries(pairs) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value ?? '')]));
}

function isEmpty(pairs: Pairs): boolean {
	return Object.keys(pairs).length === 0;
}
