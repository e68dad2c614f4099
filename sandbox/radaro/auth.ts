import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../core/answer';
import { queryValue } from '../core/query';
import { detailAnswer } from './errors';
import type { Job } from './job';
import type { ApiKey } from './keys';
import type { RadaroService } from './service';

type Handler = (request: FastifyRequest, key: ApiKey) => Answer;

/** A route that needs a known key which is switched on. */
export function withKey(service: RadaroService, handler: Handler) {
	return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
		const key = service.keys.usable(queryValue(request, 'key'));
		if (key) return sendAnswer(reply, handler(request, key));
		const { errorForm, authStatus } = service.settings.values;
		const detail = 'The API key is incorrect or not enabled.';
		return sendAnswer(reply, detailAnswer(errorForm, authStatus, detail));
	};
}

/** A master key sees every job, another one only those made with it. */
export function mayChange(key: ApiKey, job: Job): boolean {
	return key.master || job.key === key.key;
}
