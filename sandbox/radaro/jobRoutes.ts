import type { FastifyRequest } from 'fastify';

import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { addCollection } from '../core/collection';
import { Problem } from '../core/problem';
import { pathValue, queryValue } from '../core/query';
import { createJobs } from './createJobs';
import { API_PATH, COMPLETION_CODES, JOBS_PATH, SUB_BRANDS } from './defaults';
import type { Job } from './model';
import { orderInfo } from './orderInfo';
import { pageOf } from './paging';
import { FieldsProblem, notFound } from './problem';
import type { ApiKey, RadaroApi, RadaroService } from './service';
import { checkFields } from './validate';

/** Who asks: a request needs a known key which is switched on. */
export function callerOf({ keys, settings }: RadaroService, request: FastifyRequest): ApiKey {
	const key = keys.usable(queryValue(request, 'key'));
	if (key) return key;
	throw new Problem(settings.values.authStatus, 'The API key is incorrect or not enabled.');
}

/** Jobs, found by `external_id` or, when asked for, by `order_id`. */
export function addJobRoutes({ routes, service }: RadaroApi): void {
	const { jobs, settings } = service;
	const seen = (key: ApiKey, job: Job): boolean => key.master || job.key === key.key;
	const find = (key: ApiKey, request: FastifyRequest): Job => {
		const id = pathValue(request, 'id');
		const byOrderId = queryValue(request, 'lookup_field') === 'order_id';
		const job = byOrderId ? jobs.byOrderId(Number(id)) : jobs.byExternalId(id);
		if (!job || !seen(key, job)) throw notFound();
		return job;
	};
	routes.post(JOBS_PATH, ({ body }, { key }) => createJobs(service, body, key));
	addCollection<ApiKey, ApiKey, Job>(
		{ routes, one: (list) => [`${list}:id/`], change: ['patch'], removed: NO_CONTENT },
		{
			path: JOBS_PATH,
			at: (_request, key) => key,
			list: (key, request) => {
				const all = jobs.all().filter((job) => seen(key, job));
				return pageOf(request, all.reverse(), settings.values, (job) => orderInfo(job));
			},
			find,
			show: (_key, job) => orderInfo(job),
			change: (_key, job, body) => {
				const taken = (id: string): boolean => (jobs.byExternalId(id) ?? job) !== job;
				const { input, errors } = checkFields(body, { taken });
				if (Object.keys(errors).length > 0) throw new FieldsProblem(errors);
				void service.patch(job, input);
			},
		},
	);
	routes.delete(`${JOBS_PATH}:id/`, (request, key) => {
		const job = find(key, request);
		void service.remove(job);
		if (settings.values.deleteAnswer === 'empty') return NO_CONTENT;
		return jsonAnswer(200, orderInfo(job));
	});
}

/** Sub-brands and completion codes, of which there are only lists. */
export function addListRoutes({ routes, service }: RadaroApi): void {
	const lists = [
		['sub-brands/', SUB_BRANDS],
		['completion-codes/', COMPLETION_CODES],
	] as const;
	for (const [path, all] of lists) {
		routes.get(`${API_PATH}${path}`, (request) =>
			pageOf<unknown>(request, all, service.settings.values, (each) => each),
		);
	}
}
