import type { FastifyRequest } from 'fastify';

import type { Answer } from '../core/answer';
import { queryValue } from '../core/query';
import { JOBS_PATH } from './defaults';
import { pdf, tiff } from './documentBytes';
import { fileAnswer, type FileBytes, padded } from './download';
import type { Export } from './exports';
import { POD } from './files';
import { jobInPath } from './find';
import type { Job } from './model';
import { DetrackProblem, invalid, notFound } from './problem';
import type { DetrackApi, DetrackService } from './service';
import { isFinished } from './status';

/** Documents of one job. */
export function addDocumentRoutes({ routes, service }: DetrackApi): void {
	const root = `${JOBS_PATH}/export`;
	for (const path of [`${root}/:doNumber`, `${root}/:doNumber/:date`]) {
		routes.get(path, (request) => documentOf(service, request));
	}
}

function documentOf(service: DetrackService, request: FastifyRequest): Answer {
	const settings = service.settings.values;
	const format = queryValue(request, 'format') || 'pdf';
	const document = queryValue(request, 'document') || 'pod';
	if (format !== 'pdf' && format !== 'tiff') throw notIn('format');
	if (document !== 'pod' && document !== 'shipping-label') throw notIn('document');
	const job = jobInPath(service, request);
	const bare = document === 'pod' && !isFinished(job);
	if (bare && settings.missingPod !== 'blank') {
		if (settings.missingPod === 404) throw notFound();
		throw new DetrackProblem(422, 'invalid_data', 'There is no POD yet');
	}
	const file = documentFile([job], document, format);
	const safe = job.fields.do_number.replace(/[^\w .#-]/g, '_');
	const names = {
		quoted: `filename="${safe}.${format}"`,
		bare: `filename=${encodeURI(`${safe}.${format}`)}`,
		none: undefined,
	};
	return fileAnswer(file, {
		type: 'application/octet-stream',
		name: names[settings.documentName],
	});
}

/** One document about some jobs. */
export function documentFile(
	jobs: readonly Job[],
	document: Export['document'],
	format: 'pdf' | 'tiff',
): FileBytes {
	const bytes = document === 'pod' ? (jobs[0]?.proofs[POD]?.bytes ?? null) : null;
	if (format === 'tiff') return padded(tiff(), bytes);
	const title = document === 'pod' ? 'Proof of delivery' : 'Shipping label';
	return pdf(
		jobs.map(({ fields }) => `${title} ${fields.do_number} ${fields.date}`),
		bytes,
	);
}

/** A value that is not one of those that are known. */
export const notIn = (field: string): DetrackProblem =>
	invalid([{ field, codes: ['is not included in the list'] }]);
