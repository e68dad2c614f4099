import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { addCollection } from '../core/collection';
import { isRecord } from '../core/json';
import { originOf } from '../core/query';
import { dataOf } from './auth';
import { changeJob, checkChange } from './changeJob';
import { JOBS_PATH } from './defaults';
import { jobIn, jobInPath, jobInQuery } from './find';
import { createJob, removeJob } from './jobLife';
import { jobView } from './jobView';
import { listJobs } from './listRoutes';
import type { Job } from './model';
import { checkNew } from './newJob';
import { badData, DetrackProblem, invalid, serverPage } from './problem';
import { reattempt } from './reattempt';
import type { ApiKey, DetrackApi, DetrackService } from './service';
import { isDeletable } from './status';
import { isDate } from './time';

/** One job: found by its number, with a date perhaps, in the path, the query or the body. */
export function addJobRoutes({ routes, service }: DetrackApi): void {
	const shown = (job: Job): unknown => ({ data: jobView(job, service.view()) });
	addCollection<ApiKey, DetrackService, Job>(
		{
			routes,
			one: (list) => [`${list}/:doNumber`, `${list}/:doNumber/:date`],
			change: ['put'],
			removed: NO_CONTENT,
		},
		{
			path: JOBS_PATH,
			at: () => service,
			list: listJobs,
			find: jobInPath,
			show: (_service, job) => shown(job),
			create: createOne,
			createdHeaders: (_service, { fields }, request) => {
				const [list = ''] = request.url.split('?');
				return {
					location: `${originOf(request)}${list}/${encodeURIComponent(fields.do_number)}`,
				};
			},
			change: updateOne,
			remove: deleteOne,
		},
	);
	for (const path of [`${JOBS_PATH}/show`, `${JOBS_PATH}/show/`]) {
		routes.get(path, (request) => jsonAnswer(200, shown(jobInQuery(service, request))));
	}
	routes.put(`${JOBS_PATH}/update`, ({ body }) => {
		const job = jobIn(service, body);
		updateOne(service, job, body);
		return jsonAnswer(200, shown(job));
	});
	routes.delete(`${JOBS_PATH}/delete`, (request) => {
		deleteOne(service, jobInQuery(service, request));
		return NO_CONTENT;
	});
	routes.post(`${JOBS_PATH}/reattempt`, ({ body }) => {
		const data = dataOf(body);
		const newDate = isRecord(data) ? (data.new_date ?? undefined) : undefined;
		if (newDate !== undefined && !isDate(newDate)) {
			throw invalid([{ field: 'new_date', codes: ['is invalid'] }]);
		}
		const { job } = reattempt(service, jobIn(service, data), newDate);
		const view = jobView(job, service.view());
		const asArray = service.settings.values.reattemptData === 'array';
		return jsonAnswer(200, { data: asArray ? [view] : view });
	});
}

function createOne(service: DetrackService, body: unknown): Job {
	const data = dataOf(body);
	const { listOnCreate } = service.settings.values;
	if (Array.isArray(data) && listOnCreate === 'serverError') throw serverPage();
	if (!isRecord(data)) throw badData();
	const checked = checkNew(service, data);
	if (checked.errors.length > 0) throw invalid(checked.errors);
	return createJob(service, checked).job;
}

function updateOne(service: DetrackService, job: Job, body: unknown): void {
	const data = dataOf(body);
	if (!isRecord(data)) throw badData();
	// Only batches may set the status of a finished job.
	const checked = checkChange(service, job, data, false);
	if (checked.errors.length > 0) throw invalid(checked.errors);
	void changeJob(service, job, checked);
}

function deleteOne(service: DetrackService, job: Job): void {
	if (!isDeletable(job, service.settings.values)) {
		const { forbiddenStatus } = service.settings.values;
		throw new DetrackProblem(forbiddenStatus, 'forbidden', 'Job cannot be deleted');
	}
	void removeJob(service, job);
}
