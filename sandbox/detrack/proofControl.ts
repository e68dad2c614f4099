import { z } from 'zod';
import { addPhoto } from './finish';
import { photo, POD, SIGNATURE } from './files';
import type { Job } from './model';
import type { DetrackService } from './service';

const PHOTO = /^photo_([1-9]|10)$/;
const MEGABYTE = 1024 * 1024;

/** What `POST /control/detrack/jobs/:id/proof` takes: makes a file, or makes it as large as asked. */
export const proofSchema = z
	.object({
		file: z.union([z.literal('signature'), z.literal('pod'), z.string().regex(PHOTO)]),
		/** The smallest possible size if not given. */
		megabytes: z.number().positive().max(500).optional(),
	})
	.strict();

/** Adds or resizes a file of a job's; nobody is told of it. */
export function putProof(
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
