import type { FastifyReply, FastifyRequest } from 'fastify';

import { isLoopback } from './loopback';

/** Refuses what a web page elsewhere could send: a foreign `Origin`, or a `Host` brought here by DNS. */
export async function refuseForeign(request: FastifyRequest, reply: FastifyReply): Promise<void> {
	const host = request.headers.host ?? '';
	if (!isLoopback(host.replace(/:\d+$/, ''))) {
		await reply.code(403).send({
			error: 'The sandbox is driven only under a loopback address, such as 127.0.0.1.',
		});
		return;
	}
	await refuseForeignPage(request, reply);
}

/** Refuses calls that a web page elsewhere makes in somebody's browser; programs send no `Origin`. */
export async function refuseForeignPage(
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { origin, host = '' } = request.headers;
	if (origin !== undefined && origin !== `http://${host}`) {
		await reply.code(403).send({ error: 'The sandbox is not driven by pages of other origins.' });
	}
}
