import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { isRecord } from '../core/json';
import { originOf, pathValue, queryValue } from '../core/query';
import { dataOf } from './auth';
import { checkSize } from './batchRoutes';
import { JOBS_PATH } from './defaults';
import { documentFile, notIn } from './documents';
import { fileAnswer } from './download';
import type { Export } from './exports';
import { isExpired, storageRefusal } from './fileUrls';
import { namedIn } from './find';
import { badData, notFound } from './problem';
import type { DetrackApi, DetrackService } from './service';
import { isFinished } from './status';

const MOST = 1000;
const LIFETIME_SECONDS = 900;
const ROOT = `${JOBS_PATH}/export`;

/** Documents of many jobs, in an export that is polled. */
export function addExportRoutes({ routes, open, service }: DetrackApi): void {
	routes.post(`${JOBS_PATH}/bulk/export`, (request) => {
		const started = startExport(service, dataOf(request.body));
		const status_url = `${originOf(request)}/detrack${ROOT}/status/${started.id}`;
		return jsonAnswer(200, { data: { status_url } });
	});
	routes.get(`${ROOT}/status/:id`, (request) => exportStatus(service, request));
	open.get('/exports/:id', (request) => exportFile(service, request));
}

function startExport(service: DetrackService, data: unknown): Export {
	const { query, document } = isRecord(data) ? data : {};
	if (!isRecord(query) || !Array.isArray(query.do_numbers) || query.do_numbers.length === 0) {
		throw badData();
	}
	// Here it is a plural, for a single document a singular.
	if (document !== 'pod' && document !== 'shipping-labels') throw notIn('document');
	checkSize(query.do_numbers.length, MOST);
	const { date, type } = namedIn(query);
	const jobs = query.do_numbers
		.map((do_number) => service.jobs.find({ do_number: String(do_number), date, type }))
		.filter((job) => job !== undefined)
		.filter((job) => document !== 'pod' || isFinished(job));
	if (jobs.length === 0) throw notFound();
	const kind = document === 'pod' ? document : 'shipping-label';
	return service.exports.start(
		jobs.map(({ id }) => id),
		kind,
	);
}

function exportStatus(service: DetrackService, request: FastifyRequest): Answer {
	const started = service.exports.find(pathValue(request, 'id'));
	if (!started) throw notFound();
	const settings = service.settings.values;
	const waiting = settings.exportStatuses[started.polls++];
	const status = waiting ?? settings.exportEnd;
	if (status !== 'completed') return jsonAnswer(200, { data: { status, download_url: null } });
	const expires = Math.floor(service.services.clock.now().getTime() / 1000) + LIFETIME_SECONDS;
	const signature = `X-Amz-Expires=${LIFETIME_SECONDS}&Expires=${expires}`;
	const download_url = `${originOf(request)}/detrack/exports/${started.id}.pdf?${signature}`;
	return jsonAnswer(200, { data: { status, download_url } });
}

function exportFile(service: DetrackService, request: FastifyRequest): Answer {
	const started = service.exports.find(pathValue(request, 'id').replace(/\.pdf$/, ''));
	const expires = queryValue(request, 'Expires');
	const { now } = service.view();
	if (!started || expires === undefined || isExpired(expires, now)) return storageRefusal();
	const jobs = started.jobs.flatMap((id) => service.jobs.byId(id) ?? []);
	if (jobs.length === 0) return storageRefusal(404);
	const file = documentFile(jobs, started.document, 'pdf');
	return fileAnswer(file, { type: file.type });
}
