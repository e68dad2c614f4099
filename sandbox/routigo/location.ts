import type { FastifyRequest } from 'fastify';
import { ROUTIGO_BASE } from './defaults';
import type { Hook } from './model';
import type { RoutigoSettings } from './settings';

// Of the right length, and of no webhook.
const NOBODY = '000000000000000000000000';

/** The header `Location` of a new webhook; the documented form fits no route. */
export function locationOf(
	request: FastifyRequest,
	{ id }: Hook,
	{ location }: RoutigoSettings,
): string | null {
	const path = `${ROUTIGO_BASE}/v2/webhooks/${id}`;
	switch (location) {
		case 'relative':
			return `webhook/${id}`;
		case 'path':
			return path;
		case 'absolute':
			return `${request.protocol}://${request.host}${path}`;
		case 'misleading':
			return `webhook/${NOBODY}`;
		case 'none':
			return null;
	}
}
