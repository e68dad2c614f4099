import type { FastifyRequest } from 'fastify';

import { ERP_KEY, ERP_SECRET } from './defaults';
import { ErpProblem } from './problem';

/** Throws unless the request carries the key and the secret, in either of the two documented ways. */
export function requireLogin(request: FastifyRequest): null {
	const { authorization = '' } = request.headers;
	if (authorization === '') {
		// Without a login one is the framework's guest, who may read nothing.
		throw new ErpProblem(403, 'PermissionError', 'Login to access');
	}
	const [, scheme = '', sent = ''] = /^(token|basic) +(\S+) *$/i.exec(authorization) ?? [];
	const pair = scheme.toLowerCase() === 'basic' ? Buffer.from(sent, 'base64').toString() : sent;
	if (pair === `${ERP_KEY}:${ERP_SECRET}`) return null;
	throw new ErpProblem(401, 'AuthenticationError', 'Invalid API key or secret');
}
