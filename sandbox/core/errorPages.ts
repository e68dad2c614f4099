import type { FastifyInstance } from 'fastify';

import { type Answer, htmlAnswer, sendAnswer } from './answer';

/** Answers for unknown paths, for paths without their last slash, and for bodies that cannot be read. */
export function addErrorPages(
	app: FastifyInstance,
	vendor: { redirects: boolean; failed(status: number, message: string): Answer },
): void {
	app.setNotFoundHandler((request, reply) => {
		const [path = '', query] = request.url.split('?');
		const slashed = `${path}/${query === undefined ? '' : `?${query}`}`;
		if (vendor.redirects && request.method === 'GET' && !path.endsWith('/')) {
			return reply.redirect(slashed, 301);
		}
		return sendAnswer(reply, htmlAnswer(404, 'Not Found'));
	});
	app.setErrorHandler((error, _request, reply) => {
		const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
		const message = error instanceof Error ? error.message : 'Server error.';
		return sendAnswer(reply, vendor.failed(status, message));
	});
}
