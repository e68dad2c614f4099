import type { FastifyRequest } from 'fastify';

import { Problem } from '../core/problem';
import type { Key, RoutigoService } from './service';

/** Who asks: a request needs a key or a user's token with the right to use it. */
export function callerOf({ keys }: RoutigoService, { headers }: FastifyRequest): Key {
	const usable = (value: unknown, scheme: Key['scheme']): Key | undefined => {
		const key = keys.usable(value);
		return key?.scheme === scheme ? key : undefined;
	};
	const apiKey = headers['x-api-key'];
	const [, bearer] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
	const key = typeof apiKey === 'string' ? usable(apiKey, 'apiKey') : usable(bearer, 'bearer');
	if (key?.permitted) return key;
	// A supplier's key does not count here, as webhooks are not meant for suppliers.
	throw key
		? new Problem(403, 'These credentials have no permission for this operation')
		: new Problem(401, 'No accepted credentials in this request');
}
