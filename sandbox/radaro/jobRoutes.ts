import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonAnswer, NO_CONTENT, type Answer } from '../core/answer';
import { pathValue, queryValue } from '../core/query';
import { mayChange, withKey } from './auth';
import { detailAnswer, fieldsAnswer } from './errors';
import type { Job } from './job';
import type { ApiKey } from './keys';
import { orderInfo } from './orderInfo';
import { JOBS_PATH } from './paths';
import type { RadaroService } from './service';
import { checkChange } from './validate';

type JobHandler = (job: Job, request: FastifyRequest) => Answer;

/** The routes of one job, found by `external_id` or, when asked for, by `order_id`. */
export function addJobRoutes(app: FastifyInstance, service: RadaroService): void {
	const withJob = (handler: JobHandler) =>
		withKey(service, (request, key) => {
			const job = findJob(service, request, key);
			if (job) return handler(job, request);
			return detailAnswer(service.settings.values.errorForm, 404, 'Not found.');
		});
	const path = `${JOBS_PATH}:id/`;

	app.get(
		path,
		withJob((job) => jsonAnswer(200, orderInfo(job))),
	);
	app.patch(
		path,
		withJob((job, request) => patchJob(service, job, request.body)),
	);
	app.delete(
		path,
		withJob((job) => {
			void service.step(job, 'delete', {});
			if (service.settings.values.deleteAnswer === 'empty') return NO_CONTENT;
			return jsonAnswer(200, orderInfo(job));
		}),
	);
}

function findJob(service: RadaroService, request: FastifyRequest, key: ApiKey): Job | undefined {
	const id = pathValue(request, 'id');
	const byOrderId = queryValue(request, 'lookup_field') === 'order_id';
	const job = byOrderId ? service.jobs.byOrderId(Number(id)) : service.jobs.byExternalId(id);
	return job && mayChange(key, job) ? job : undefined;
}

function patchJob(service: RadaroService, job: Job, body: unknown): Answer {
	const settings = service.settings.values;
	const { input, errors } = checkChange(body, {
		settings,
		taken: (id) => (service.jobs.byExternalId(id) ?? job) !== job,
	});
	if (Object.keys(errors).length > 0) return fieldsAnswer(settings.errorForm, errors);
	void service.patch(job, input);
	return jsonAnswer(200, orderInfo(job));
}
