import type { FastifyInstance } from 'fastify';
import { addCommonControl } from '../core/commonControl';
import { addAddressControl } from '../core/webhooks';
import type { Delivery } from '../core/delivery';
import { pathValue } from '../core/query';
import { parseOrRefuse, Refusal } from '../core/refusal';
import { createByHand } from './createJobs';
import { flatten } from '../core/fieldErrors';
import type { Job } from './job';
import { keySchema } from './keys';
import { orderInfo } from './orderInfo';
import { sampleJob } from './sampleJob';
import type { RadaroService } from './service';
import { stepOptionsSchema } from './stepOptions';
import { possibleSteps } from './steps';

/** What a person does in Radaro's portal and drivers do in its app, and the sandbox's own switches. */
export function addControl(app: FastifyInstance, service: RadaroService): void {
	addCommonControl(app, service);
	addAddressControl(app, service);

	app.get('/keys', () => service.keys.masked());
	app.post('/keys', (request, reply) => {
		service.keys.put(parseOrRefuse(keySchema, request.body));
		service.hideKeys();
		return reply.code(201).send(service.keys.masked());
	});

	app.post('/jobs', async (request, reply) => {
		const input = sampleJob(request.body, service.services.clock.now());
		const result = createByHand(service, input);
		if ('errors' in result) throw new Refusal(400, flatten(result.errors));
		return reply.code(201).send(report(result.job, await result.sent));
	});
	app.post('/jobs/:orderId/steps/:step', async (request) => {
		const orderId = pathValue(request, 'orderId');
		const job = service.jobs.byOrderId(Number(orderId));
		if (!job) throw new Refusal(404, `There is no job ${orderId}.`);
		const options = parseOrRefuse(stepOptionsSchema, request.body ?? {});
		return report(job, await service.step(job, pathValue(request, 'step'), options));
	});
}

function report(job: Job, deliveries: Delivery[]): Record<string, unknown> {
	const id = String(job.info.order_id);
	return { id, job: orderInfo(job), steps: possibleSteps(job), deliveries };
}
