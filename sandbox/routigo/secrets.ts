import { isRecord } from '../core/json';
import { hint } from '../core/mask';
import { EVENTS, LEGACY_EVENT, LEGACY_TYPE, TYPES } from './defaults';
import type { WebhookConfig } from './webhookConfig';

// Tags such as ASSIGNMENT_DONE tell nothing, and masking them would make logs unreadable.
const HARMLESS = new Set<string>([...EVENTS, ...TYPES, LEGACY_EVENT, LEGACY_TYPE]);
// A shorter one could turn up anywhere by accident, and would then be masked there.
const SHORTEST = 8;

const SECRET_RECORDS = new Set(['headers', 'queryParameters']);

/** What a webhook proves itself with: the values of its headers and parameters. */
export function secretsOf({ action }: WebhookConfig): string[] {
	const { headers = {}, queryParameters = {} } = action;
	const values = [...Object.values(headers), ...Object.values(queryParameters)];
	// A receiver may show the token without its scheme.
	const bare = values.flatMap((value) => value.split(' ').slice(1));
	return [...values, ...bare].filter((value) => value.length >= SHORTEST && !HARMLESS.has(value));
}

/** A body with the values of headers and parameters masked, wherever they stand. */
export function withoutSecrets(body: unknown, masks = false): unknown {
	if (typeof body === 'string') return masks && !HARMLESS.has(body) ? hint(body) : body;
	if (Array.isArray(body)) return body.map((each) => withoutSecrets(each, masks));
	if (!isRecord(body)) return body;
	const entries = Object.entries(body).map(([name, value]): [string, unknown] => [
		name,
		withoutSecrets(value, masks || SECRET_RECORDS.has(name)),
	]);
	return Object.fromEntries(entries);
}
