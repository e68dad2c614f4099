import type { FastifyRequest } from 'fastify';

import { originOf } from '../core/query';
import { ROUTIGO_BASE } from './defaults';
import type { Webhook } from './model';
import type { RoutigoSettings } from './settings';

// Of the right length, and of no webhook.
const NOBODY = '000000000000000000000000';

/** The header `Location` of a new webhook; the documented form fits no route. */
export function locationOf(
	request: FastifyRequest,
	{ id }: Webhook,
	{ location }: RoutigoSettings,
): Record<string, string> {
	const path = `${ROUTIGO_BASE}/v2/webhooks/${id}`;
	switch (location) {
		case 'relative':
			return { location: `webhook/${id}` };
		case 'path':
			return { location: path };
		case 'absolute':
			return { location: `${originOf(request)}${path}` };
		case 'misleading':
			return { location: `webhook/${NOBODY}` };
		case 'none':
			return {};
	}
}
