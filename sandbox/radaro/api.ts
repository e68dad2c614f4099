import type { FastifyInstance } from 'fastify';
import type { Answer } from '../core/answer';
import { addApiHooks } from '../core/apiHooks';
import { addErrorPages } from '../core/errorPages';
import { withKey } from './auth';
import { createJobs } from './createJobs';
import { COMPLETION_CODES, SUB_BRANDS } from './defaults';
import { detailAnswer } from './errors';
import { addJobRoutes } from './jobRoutes';
import { orderInfo } from './orderInfo';
import { pageOf } from './paging';
import { COMPLETION_CODES_PATH, JOBS_PATH, SUB_BRANDS_PATH } from './paths';
import type { RadaroService } from './service';

/** Radaro's API as far as it's known. */
export function addApi(app: FastifyInstance, service: RadaroService): void {
	const settings = (): RadaroService['settings']['values'] => service.settings.values;
	const failed = (status: number, message: string): Answer =>
		detailAnswer(settings().errorForm, status, message);
	addApiHooks(app, { service, failed, logged: { secretQuery: 'key' } });
	addErrorPages(app, { redirects: () => settings().missingSlash === 'redirect', failed });

	app.post(
		JOBS_PATH,
		withKey(service, (request, { key }) => createJobs(service, request.body, key)),
	);
	app.get(
		JOBS_PATH,
		withKey(service, (request, key) => {
			const jobs = service.jobs.all().filter((job) => key.master || job.key === key.key);
			return pageOf(request, jobs, settings(), (job) => orderInfo(job));
		}),
	);
	addJobRoutes(app, service);
	const lists = [
		[SUB_BRANDS_PATH, SUB_BRANDS],
		[COMPLETION_CODES_PATH, COMPLETION_CODES],
	] as const;
	for (const [path, all] of lists) {
		app.get(
			path,
			withKey(service, (request) => pageOf<unknown>(request, all, settings(), (each) => each)),
		);
	}
}
