import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type Answer, sendAnswer } from './answer';
import { Problem } from './problem';

/** Answers one route; throws a problem where it cannot. */
export type Handler<Caller> = (request: FastifyRequest, caller: Caller) => Answer | Promise<Answer>;

type Add<Caller> = (path: string, handler: Handler<Caller>) => void;

/** Adds routes that ask the same of every caller. */
export interface Routes<Caller> {
	get: Add<Caller>;
	post: Add<Caller>;
	put: Add<Caller>;
	patch: Add<Caller>;
	delete: Add<Caller>;
}

/**
 * Routes below an API.
 *
 * @param callerOf who asks; throws a problem for those who may not
 * @param tell a problem in the vendor's form
 */
export function routesOf<Caller>(
	app: FastifyInstance,
	callerOf: (request: FastifyRequest) => Caller,
	tell: (problem: Problem) => Answer,
): Routes<Caller> {
	const add =
		(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): Add<Caller> =>
		(url, handler) => {
			const answer = async (request: FastifyRequest): Promise<Answer> => {
				try {
					return await handler(request, callerOf(request));
				} catch (error) {
					if (error instanceof Problem) return tell(error);
					throw error;
				}
			};
			app.route({
				method,
				url,
				handler: async (request, reply): Promise<FastifyReply> =>
					sendAnswer(reply, await answer(request)),
			});
		};
	return {
		get: add('GET'),
		post: add('POST'),
		put: add('PUT'),
		patch: add('PATCH'),
		delete: add('DELETE'),
	};
}
