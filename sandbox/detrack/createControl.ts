import type { FastifyInstance } from 'fastify';

import type { Report } from '../core/jobs';
import { isRecord } from '../core/json';
import { FIRST_NUMBER, manyAsked } from '../core/many';
import { Refusal } from '../core/refusal';
import { JOBS } from './cards';
import type { Checked } from './checkFields';
import { createJob } from './jobLife';
import { checkNew, newJob } from './newJob';
import { invalid } from './problem';
import { sampleJob } from './sampleJob';
import type { DetrackService } from './service';

/** Jobs that a person enters, and many at once. */
export function addCreateControl(app: FastifyInstance, service: DetrackService): void {
	const make = async (given: unknown): Promise<Report> => {
		const { job, sent } = createJob(service, checked(service, sampleJob(given, service.today())));
		return JOBS.report(service, job, await sent);
	};
	app.post('/jobs', async (request, reply) => {
		const many = manyAsked(request.body);
		if (!many) return reply.code(201).send(await make(request.body));
		const { count, given } = many;
		// Nobody is told of them: it is as if they had been there all along.
		const ids = Array.from({ length: count }, (_, index) => {
			const sample = sampleJob(given, service.today(), FIRST_NUMBER + service.jobs.size + index);
			return checked(service, sample);
		}).map((each) => {
			const job = newJob(service, each);
			service.jobs.add(job);
			return job.id;
		});
		return reply.code(201).send({ count, ids });
	});
	app.post('/collections', async (request, reply) => {
		const given = isRecord(request.body) ? request.body : {};
		return reply.code(201).send(await make({ type: 'Collection', ...given }));
	});
}

function checked(service: DetrackService, body: unknown): Checked {
	const result = checkNew(service, body);
	if (result.errors.length > 0) throw new Refusal(400, invalid(result.errors).sentence);
	return result;
}
