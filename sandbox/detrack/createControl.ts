import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isRecord } from '../core/json';
import { parseOrRefuse, Refusal } from '../core/refusal';
import type { Checked } from './checkFields';
import { checkNew, newJob } from './newJob';
import { inWords, invalid } from './problem';
import { report } from './report';
import { sampleJob } from './sampleJob';
import type { DetrackService } from './service';

const MOST = 5000;
const FIRST_NUMBER = 100_001;
const countSchema = z.object({ count: z.number().int().min(1).max(MOST) }).passthrough();

/** Jobs that a person enters, and many at once. */
export function addCreateControl(app: FastifyInstance, service: DetrackService): void {
	const make = async (given: unknown): Promise<Record<string, unknown>> => {
		const { job, sent } = service.create(checked(service, sampleJob(given, service.today())));
		return report(service, job, await sent);
	};
	app.post('/jobs', async (request, reply) => {
		const { body } = request;
		if (!isRecord(body) || !('count' in body)) return reply.code(201).send(await make(body));
		const { count, ...given } = parseOrRefuse(countSchema, body);
		// Nobody is told of them: it's as if they had been there all along.
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
	if (result.errors.length > 0) throw new Refusal(400, inWords(invalid(result.errors)));
	return result;
}
