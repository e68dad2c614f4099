import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonAnswer, NO_CONTENT, type Answer } from '../core/answer';
import { isRecord } from '../core/json';
import { dataOf, withKey } from './auth';
import { changeJob, checkChange } from './changeJob';
import { jobIn, jobInPath, jobInQuery } from './find';
import { jobView } from './jobView';
import type { Job } from './model';
import { checkNew } from './newJob';
import { JOBS_PATH } from './paths';
import { badData, invalid, Problem } from './problem';
import { reattempt } from './reattempt';
import type { DetrackService } from './service';
import { isDeletable } from './deletable';
import { isDate } from './time';

/** Creates, shows, changes, deletes and reattempts one job. */
export function addJobRoutes(app: FastifyInstance, service: DetrackService): void {
	const shown = (status: number, job: Job): Answer =>
		jsonAnswer(status, { data: jobView(job, service.view()) });
	const update = (job: Job, request: FastifyRequest): Answer => {
		updateOne(service, job, request);
		return shown(200, job);
	};

	app.post(
		JOBS_PATH,
		withKey(service, (request) => {
			const data = dataOf(request);
			if (!isRecord(data)) throw badData();
			const checked = checkNew(service, data);
			if (checked.errors.length > 0) throw invalid(checked.errors);
			return shown(201, service.create(checked).job);
		}),
	);
	app.post(
		`${JOBS_PATH}/reattempt`,
		withKey(service, (request) => {
			const data = dataOf(request);
			const newDate = isRecord(data) ? (data.new_date ?? undefined) : undefined;
			if (newDate !== undefined && !isDate(newDate)) {
				throw invalid([{ field: 'new_date', codes: ['is invalid'] }]);
			}
			const { job } = reattempt(service, jobIn(service, data), newDate);
			const view = jobView(job, service.view());
			const asArray = service.settings.values.reattemptData === 'array';
			return jsonAnswer(200, { data: asArray ? [view] : view });
		}),
	);
	for (const path of [`${JOBS_PATH}/show`, `${JOBS_PATH}/show/`]) {
		app.get(
			path,
			withKey(service, (request) => shown(200, jobInQuery(service, request))),
		);
	}
	app.put(
		`${JOBS_PATH}/update`,
		withKey(service, (request) => update(jobIn(service, request.body), request)),
	);
	app.delete(
		`${JOBS_PATH}/delete`,
		withKey(service, (request) => deleteOne(service, jobInQuery(service, request))),
	);
	for (const path of [`${JOBS_PATH}/:doNumber`, `${JOBS_PATH}/:doNumber/:date`]) {
		app.get(
			path,
			withKey(service, (request) => shown(200, jobInPath(service, request))),
		);
		app.put(
			path,
			withKey(service, (request) => update(jobInPath(service, request), request)),
		);
		app.delete(
			path,
			withKey(service, (request) => deleteOne(service, jobInPath(service, request))),
		);
	}
}

function updateOne(service: DetrackService, job: Job, request: FastifyRequest): void {
	const data = dataOf(request);
	if (!isRecord(data)) throw badData();
	const { finishedUpdate, singleOverwrite } = service.settings.values;
	const overwrite = isRecord(request.body) && request.body.overwrite === true;
	const mayFinish = finishedUpdate === 'accepted' || (singleOverwrite && overwrite);
	const checked = checkChange(service, job, data, mayFinish);
	if (checked.errors.length > 0) throw invalid(checked.errors);
	void changeJob(service, job, checked);
}

function deleteOne(service: DetrackService, job: Job): Answer {
	if (!isDeletable(job, service.settings.values)) {
		const { forbiddenStatus } = service.settings.values;
		throw new Problem(forbiddenStatus, 'forbidden', 'Job cannot be deleted');
	}
	void service.remove(job);
	return NO_CONTENT;
}
