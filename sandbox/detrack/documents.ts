import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queryValue } from '../core/query';
import { withKey } from './auth';
import { pdf, tiff } from './documentBytes';
import { padded, type Download, type FileBytes } from './download';
import type { Export } from './exports';
import { POD } from './files';
import { jobInPath } from './find';
import type { Job } from './model';
import { JOBS_PATH } from './paths';
import { invalid, notFound, Problem } from './problem';
import type { DetrackService } from './service';
import { isFinished } from './status';

/** Documents of one job. */
export function addDocumentRoutes(app: FastifyInstance, service: DetrackService): void {
	const root = `${JOBS_PATH}/export`;
	for (const path of [`${root}/:doNumber`, `${root}/:doNumber/:date`]) {
		app.get(
			path,
			withKey(service, (request) => documentOf(service, request)),
		);
	}
}

function documentOf(service: DetrackService, request: FastifyRequest): Download {
	const settings = service.settings.values;
	const format = queryValue(request, 'format') || settings.defaultFormat;
	const document = queryValue(request, 'document') || 'pod';
	if (format !== 'pdf' && format !== 'tiff') throw notIn('format');
	if (document !== 'pod' && document !== 'shipping-label') throw notIn('document');
	const job = jobInPath(service, request);
	const bare = document === 'pod' && !isFinished(job);
	if (bare && settings.missingPod !== 'blank') {
		if (settings.missingPod === 404) throw notFound();
		throw new Problem(422, 'invalid_data', 'There is no POD yet');
	}
	const file = documentFile([job], document, format);
	const safe = job.fields.do_number.replace(/[^\w .#-]/g, '_');
	const name = `${safe}.${format}`;
	const { documentName, documentType, fileLength } = settings;
	const told = documentName === 'quoted' ? `filename="${name}"` : `filename=${encodeURI(name)}`;
	return {
		file,
		type: documentType === 'own' ? file.type : 'application/octet-stream',
		disposition: documentName === 'none' ? null : `attachment; ${told}`,
		length: fileLength,
	};
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

/** A value that isn't one of those that are known. */
export const notIn = (field: string): Problem =>
	invalid([{ field, codes: ['is not included in the list'] }]);
