import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../core/answer';
import type { Key } from './keys';
import { Problem, problemAnswer } from './problem';
import type { RoutigoService } from './service';

type Handler = (request: FastifyRequest, key: Key) => Answer | Promise<Answer>;

// RoutiGo's two documents name the supplier's header differently.
const SUPPLIER_HEADERS = ['x-supplier-api-key', 'x-api-key-supplier'];

/** A route that needs a key or a user's token with the right to use it. */
export function withKey(service: RoutigoService, handler: Handler) {
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
		try {
			return sendAnswer(reply, await handler(request, keyOf(service, request)));
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			return sendAnswer(reply, problemAnswer(service.settings.values, error));
		}
	};
}

function keyOf(service: RoutigoService, { headers }: FastifyRequest): Key {
	const apiKey = headers['x-api-key'];
	const [, bearer] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
	const key =
		typeof apiKey === 'string'
			? service.keys.usable(apiKey, 'apiKey')
			: service.keys.usable(bearer ?? '', 'bearer');
	if (key?.permitted) return key;
	const supplier = SUPPLIER_HEADERS.some(
		(name) => service.keys.usable(String(headers[name] ?? ''), 'supplier') !== undefined,
	);
	const status = key ? 403 : supplier ? service.settings.values.supplierKeyStatus : 401;
	throw status === 403
		? new Problem(403, 'These credentials have no permission for this operation')
		: unauthorized();
}

/** For credentials that are missing or no good. */
export function unauthorized(): Problem {
	return new Problem(401, 'No accepted credentials in this request');
}
