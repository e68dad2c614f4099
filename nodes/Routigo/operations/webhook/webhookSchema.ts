import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { addressWithoutValues, pairsWithoutValues } from '../../../shared/api/withoutValues';
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
 * themselves with (docs/vendors.md#routigo-lists), and executions are stored. So of headers, query
 * parameters and the address, names are shown, but no values, except for event and type.
 */
export function presentWebhook(webhook: RoutigoWebhook): IDataObject {
	const { action, routigoEvent, routigoEventType } = webhook;
	if (!action) return webhook as IDataObject;
	const { url, headers, queryParameters } = action;
	const told = [routigoEvent, routigoEventType].filter((value) => typeof value === 'string');
	const shown = {
		...webhook,
		action: {
			...action,
			url: addressWithoutValues(url, told),
			headers: isRecord(headers) ? pairsWithoutValues(headers, told) : headers,
			queryParameters: isRecord(queryParameters)
				? pairsWithoutValues(queryParameters, told)
				: queryParameters,
		},
	};
	return maskAll(shown, [...secretsIn(headers), ...secretsIn(queryParameters)]) as IDataObject;
}

/** Whether a value was masked, so that it must not be sent back. */
export function hasMask(value: unknown): boolean {
	return (JSON.stringify(value) ?? '').includes(HIDDEN);
}

/** Also without the scheme before it, as in `Bearer …`. */
function secretsIn(pairs: unknown): string[] {
	const entries = isRecord(pairs) ? Object.entries(pairs) : [];
	return entries.flatMap(([name, value]) =>
		isSecretName(name) && typeof value === 'string' ? [value, ...value.split(' ')] : [],
	);
}
