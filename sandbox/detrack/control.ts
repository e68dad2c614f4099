import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { json } from '../core/jsonSchema';
import { pathValue } from '../core/query';
import { parseOrRefuse, Refusal } from '../core/refusal';
import { addCommonControl } from '../core/commonControl';
import { webhooksSchema } from '../core/webhooks';
import { hooksChangeSchema } from './accountHooks';
import { addCreateControl } from './createControl';
import { sendRaw } from './deliver';
import { keySchema } from './keys';
import type { Job } from './model';
import { inWords, Problem } from './problem';
import { proofSchema, putProof } from './proofControl';
import { report } from './report';
import type { DetrackService } from './service';
import { stepOptionsSchema } from './step';
import { stepFor } from './steps';

const sendSchema = z.object({ body: json, urls: webhooksSchema.shape.urls.optional() }).strict();

/** What dispatchers do in the dashboard and drivers in the app, and the sandbox's own switches. */
export function addControl(app: FastifyInstance, service: DetrackService): void {
	addCommonControl(app, service);
	addCreateControl(app, service);

	app.get('/webhooks', () => service.hooks.masked());
	app.put('/webhooks', (request) => {
		service.hooks.set(parseOrRefuse(hooksChangeSchema, request.body));
		return service.hooks.masked();
	});
	app.post('/send', async (request) => {
		const { body, urls } = parseOrRefuse(sendSchema, request.body);
		return { deliveries: await sendRaw(service, body, 'raw payload', urls) };
	});
	app.get('/keys', () => service.keys.masked());
	app.post('/keys', (request, reply) => {
		service.keys.put(parseOrRefuse(keySchema, request.body));
		service.hideKeys();
		return reply.code(201).send(service.keys.masked());
	});

	app.get('/jobs/:id', (request) => report(service, jobOf(service, request), []));
	app.post('/jobs/:id/proof', (request) => {
		const job = jobOf(service, request);
		putProof(service, job, parseOrRefuse(proofSchema, request.body));
		return report(service, job, []);
	});
	app.post('/jobs/:id/steps/:step', async (request) => {
		const job = jobOf(service, request);
		const step = stepFor(job, pathValue(request, 'step'));
		const options = parseOrRefuse(stepOptionsSchema, request.body ?? {});
		return report(service, job, await told(() => step.run(job, options, service)));
	});
}

/** By Detrack's id, or by D.O. number. */
function jobOf({ jobs, settings }: DetrackService, request: FastifyRequest): Job {
	const id = pathValue(request, 'id');
	const job = jobs.byId(id) ?? jobs.find({ do_number: id }, settings.values);
	if (!job) throw new Refusal(404, `There is no job ${id}.`);
	return job;
}

async function told<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Problem) throw new Refusal(error.status, inWords(error));
		throw error;
	}
}
