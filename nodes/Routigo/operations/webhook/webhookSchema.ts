import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { maskAll } from '../../../shared/basic/secrets';
import { isRecord } from '../../../shared/basic/values';
import { isSecretName } from '../../api/secretNames';
import type { RoutigoWebhook } from '../../event/schema';

const HIDDEN = '***';

/** What a webhook looks like as an output item. */
export const webhookOutput = z.object({
	id: z.string(),
	routigoEvent: z.string(),
	routigoEventType: z.string(),
	serviceCentres: z.array(z.string()).nullable(),
	action: z.object({
		name: z.string(),
		url: z.string(),
		headers: z.record(z.string(), z.string()).nullable(),
		queryParameters: z.record(z.string(), z.string()).nullable(),
		minutesToLive: z.number().nullable(),
		secondsDelayBeforeRetry: z.number().nullable(),
		supplierToFilterOn: z.string().nullable(),
	}),
});

/**
 * A webhook as RoutiGo gives it, without secrets: RoutiGo shows what everybody's webhooks prove
 * themselves with (docs/vendors.md#routigo-lists), and executions are stored.
 */
export function presentWebhook(webhook: RoutigoWebhook): IDataObject {
	const { action } = webhook;
	if (!action) return webhook as IDataObject;
	const { url, headers, queryParameters } = action;
	const shown = {
		...webhook,
		action: {
			...action,
			url: urlWithoutSecrets(url),
			headers: hidden(headers),
			queryParameters: hidden(queryParameters),
		},
	};
	return maskAll(shown, [...secretsIn(headers), ...secretsIn(queryParameters)]) as IDataObject;
}

/** Whether a value was masked, so that it must not be sent back. */
export function hasMask(value: unknown): boolean {
	return (JSON.stringify(value) ?? '').includes(HIDDEN);
}

function hidden(pairs: unknown): unknown {
	if (!isRecord(pairs)) return pairs;
	return Object.fromEntries(
		Object.entries(pairs).map(([name, value]) => [name, isSecretName(name) ? HIDDEN : value]),
	);
}

/** Also without the scheme before it, as in `Bearer …`. */
function secretsIn(pairs: unknown): string[] {
	const entries = isRecord(pairs) ? Object.entries(pairs) : [];
	return entries.flatMap(([name, value]) =>
		isSecretName(name) && typeof value === 'string' ? [value, ...value.split(' ')] : [],
	);
}

/** Without a password before the host, and without values of telling names in the query. */
function urlWithoutSecrets(url: unknown): unknown {
	if (typeof url !== 'string') return url;
	return url
		.replace(/^([a-z]+:\/\/)[^/?#@]*@/i, `$1${HIDDEN}@`)
		.replace(/([?&])([^=&#]+)=([^&#]*)/g, (all, before: string, name: string) =>
			isSecretName(name) ? `${before}${name}=${HIDDEN}` : all,
		);
}
