import type { FastifyRequest } from 'fastify';
import { Problem } from '../core/problem';
import type { Key, RoutigoService } from './service';

// RoutiGo's two documents name the supplier's header differently.
const SUPPLIER_HEADERS = ['x-supplier-api-key', 'x-api-key-supplier'];

/** Who asks: a request needs a key or a user's token with the right to use it. */
export function callerOf({ keys, settings }: RoutigoService, { headers }: FastifyRequest): Key {
	const usable = (value: unknown, scheme: Key['scheme']): Key | undefined => {
		const key = keys.usable(value);
		return key?.scheme === scheme ? key : undefined;
	};
	const apiKey = headers['x-api-key'];
	const [, bearer] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
	const key = typeof apiKey === 'string' ? usable(apiKey, 'apiKey') : usable(bearer, 'bearer');
	if (key?.permitted) return key;
	const supplier = SUPPLIER_HEADERS.some((name) => usable(headers[name], 'supplier'));
	const status = key ? 403 : supplier ? settings.values.supplierKeyStatus : 401;
	throw status === 403
		? new Problem(403, 'These credentials have no permission for this operation')
		: new Problem(401, 'No accepted credentials in this request');
}
