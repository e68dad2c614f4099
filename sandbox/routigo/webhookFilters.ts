import type { FastifyRequest } from 'fastify';

import { queryValue } from '../core/query';
import type { Webhook } from './model';

const FILTERS = [
	['event', 'routigoEvent'],
	['type', 'routigoEventType'],
] as const;

/** The webhooks that were asked for; a word that nobody knows matches nothing. */
export function filtered(
	webhooks: readonly Webhook[],
	request: FastifyRequest,
): readonly Webhook[] {
	return webhooks.filter(({ config }) =>
		FILTERS.every(
			([name, field]) => (queryValue(request, name) ?? config[field]) === config[field],
		),
	);
}
