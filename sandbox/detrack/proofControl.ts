import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { pathValue } from '../core/query';
import { parseOrRefuse, Refusal } from '../core/refusal';
import { JOBS } from './cards';
import { photo, POD, SIGNATURE } from './files';
import { addPhoto } from './finish';
import type { Job } from './model';
import type { DetrackService } from './service';

const PHOTO = /^photo_([1-9]|10)$/;
const MEGABYTE = 1024 * 1024;

/** What `POST /control/detrack/jobs/:id/proof` takes: makes a file, or makes it as large as asked. */
const proofSchema = z
	.object({
		file: z.union([z.literal('signature'), z.literal('pod'), z.string().regex(PHOTO)]),
		/** The smallest possible size if not given. */
		megabytes: z.number().positive().max(500).optional(),
	})
	.strict();

/** Shows a job, and adds or resizes its files. */
export function addProofControl(app: FastifyInstance, service: DetrackService): void {
	const jobOf = (request: FastifyRequest): Job => {
		const id = pathValue(request, 'id');
		const job = JOBS.find(service, id);
		if (!job) throw new Refusal(404, `There is no job ${id}.`);
		return job;
	};
	app.get('/jobs/:id', (request) => JOBS.report(service, jobOf(request), []));
	app.post('/jobs/:id/proof', (request) => {
		const job = jobOf(request);
		// Nobody is told of it.
		putProof(service, job, parseOrRefuse(proofSchema, request.body));
		return JOBS.report(service, job, []);
	});
}

function putProof(
	service: DetrackService,
	job: Job,
	{ file, megabytes }: z.output<typeof proofSchema>,
): void {
	const bytes = megabytes === undefined ? null : Math.round(megabytes * MEGABYTE);
	if (file === 'pod') {
		job.proofs[POD] = { bytes };
	} else if (file === 'signature') {
		job.fields.signed_at ??= service.jobs.stamp();
		job.proofs[SIGNATURE] = { bytes };
	} else {
		const number = Number(PHOTO.exec(file)?.[1]);
		if (!(photo(number) in job.proofs)) addPhoto(job, number, service);
		job.proofs[photo(number)] = { bytes };
	}
}
