import { hint } from '../core/mask';
import type { Webhook } from './model';
import type { RoutigoSettings } from './settings';

/** A webhook as RoutiGo answers it. */
export function webhookView(
	{ id, config }: Webhook,
	settings: RoutigoSettings,
): Record<string, unknown> {
	const { routigoEvent, routigoEventType, serviceCentres, action } = config;
	const timing = (value: number | string | null | undefined): unknown =>
		value ?? (settings.unsetTimings === 'null' ? null : undefined);
	return {
		id,
		routigoEvent,
		routigoEventType,
		serviceCentres: serviceCentres ?? unset(settings.unsetServiceCentres, []),
		action: {
			name: action.name,
			url: action.url,
			headers: secret(action.headers, settings),
			queryParameters: secret(action.queryParameters, settings),
			minutesToLive: timing(action.minutesToLive),
			secondsDelayBeforeRetry: timing(action.secondsDelayBeforeRetry),
			supplierToFilterOn: timing(action.supplierToFilterOn),
		},
	};
}

function secret(values: Record<string, string> | undefined, settings: RoutigoSettings): unknown {
	if (values === undefined) return unset(settings.unsetRecords, {});
	if (settings.secretsShown === 'clear') return values;
	if (settings.secretsShown === 'omitted') return undefined;
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hint(value)]));
}

// What is undefined is left out of JSON.
function unset(form: 'omitted' | 'null' | 'empty', empty: unknown): unknown {
	if (form === 'empty') return empty;
	return form === 'null' ? null : undefined;
}
