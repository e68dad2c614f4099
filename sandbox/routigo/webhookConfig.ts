import { z } from 'zod';

import { isRecord } from '../core/json';
import { Problem } from '../core/problem';
import { EVENTS, LEGACY_EVENT, LEGACY_TYPE, TYPES } from './defaults';
import { fieldProblem } from './problem';
import type { RoutigoSettings } from './settings';

const INT32 = 2 ** 31 - 1;

const words = z.record(z.string());

const action = z
	.object({
		name: z.string(),
		url: z.string(),
		headers: words.optional(),
		queryParameters: words.optional(),
		minutesToLive: z.number().int().nullish(),
		secondsDelayBeforeRetry: z.number().int().max(INT32).nullish(),
		supplierToFilterOn: z.string().nullish(),
	})
	.strict();

const config = z
	.object({
		routigoEvent: z.string(),
		routigoEventType: z.string(),
		serviceCentres: z.array(z.string()).optional(),
		action,
	})
	.strict();

/** What is sent to create a webhook or to change it. */
export type WebhookConfig = z.output<typeof config>;

/** Checks what a program sent; throws a problem that names what is wrong. */
export function webhookConfigOf(
	settings: RoutigoSettings,
	body: unknown,
	version: 1 | 2,
): WebhookConfig {
	if (!isRecord(body)) throw new Problem(400, 'The body has to be a JSON object');
	const parsed = config.safeParse(body);
	if (!parsed.success) throw fieldProblem(parsed.error);
	const refuse = (field: string, why: string): never => {
		throw new Problem(400, `Property ${field} ${why}`);
	};
	const { routigoEvent, routigoEventType, action: to } = parsed.data;
	if (!isOneOf(version === 2 ? EVENTS : [LEGACY_EVENT], routigoEvent)) {
		refuse('routigoEvent', 'has an unsupported value');
	}
	if (!isOneOf(version === 2 ? TYPES : [LEGACY_TYPE], routigoEventType)) {
		refuse('routigoEventType', 'has an unsupported value');
	}
	const pair = `${routigoEvent}/${routigoEventType}`;
	if (settings.refusedPairs.includes(pair)) {
		refuse('routigoEventType', `can not be combined with ${routigoEvent}`);
	}
	const protocol = URL.canParse(to.url) ? new URL(to.url).protocol : '';
	if (protocol !== 'https:' && (protocol !== 'http:' || settings.httpsOnly)) {
		refuse('action.url', 'is not a URL that can be called');
	}
	for (const name of ['minutesToLive', 'secondsDelayBeforeRetry'] as const) {
		if ((to[name] ?? 1) <= 0) refuse(`action.${name}`, 'has to be positive');
	}
	return parsed.data;
}

function isOneOf(known: readonly string[], value: string): boolean {
	return known.includes(value);
}
