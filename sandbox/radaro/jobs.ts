import type { FastifyInstance } from 'fastify';

import { jobsOf, type Steps } from '../core/jobs';
import type { Card } from '../core/vendor';
import { createByHand } from './createJobs';
import { DRIVERS } from './defaults';
import { type Job, STATUS_LABELS } from './model';
import { orderInfo } from './orderInfo';
import { OTHER_STEPS } from './otherSteps';
import { sampleJob } from './sampleJob';
import type { RadaroService } from './service';
import { STATUS_STEPS } from './statusSteps';
import { type StepOptions, stepOptionsSchema } from './step';

/** Every step, together with sending what it brings about. */
const STEPS: Steps<RadaroService, Job, StepOptions> = Object.fromEntries(
	Object.entries({ ...STATUS_STEPS, ...OTHER_STEPS }).map(([name, step]) => [
		name,
		{
			...step,
			run: (job: Job, options: StepOptions, service: RadaroService) =>
				service.act(job, step, options),
		},
	]),
);

/** Jobs, and what happens to them in Radaro's portal and its drivers' app. */
export const JOBS = jobsOf<RadaroService, Job, StepOptions>({
	word: 'job',
	all: ({ jobs }) => jobs.all(),
	find: ({ jobs }, id) => jobs.byOrderId(Number(id)),
	idOf: ({ info }) => String(info.order_id),
	inWords: ({ info }) => `a job that is "${info.status}"`,
	view: (job) => orderInfo(job),
	card: ({ info }) => {
		const driver = DRIVERS.find((each) => each.id === info.driver);
		const lines = [
			info.customer.name,
			info.deliver_address.address || info.deliver_address.location,
			driver ? `Driver: ${driver.name}` : 'No driver yet',
		];
		if (info.rating !== null) {
			lines.push(`Rated ${info.rating} of 10: ${info.customer_comment ?? ''}`);
		}
		return {
			title: info.external_id ?? `Job ${info.order_id}`,
			lines,
			status: info.status,
			statusLabel: STATUS_LABELS[info.status] ?? info.status,
			tone: tone(info.status),
		};
	},
	states: ({ info }) => [
		{
			id: String(info.order_id),
			reference: info.external_id,
			status: info.status,
			isDelivered: info.status === 'delivered' || info.status === 'confirmed',
			email: info.customer.email || null,
		},
	],
	steps: STEPS,
	options: stepOptionsSchema,
});

function tone(status: string): Card['tone'] {
	if (status === 'delivered' || status === 'confirmed') return 'good';
	if (status === 'failed') return 'bad';
	return status === 'pending' || status === 'not_assigned' ? 'waiting' : 'moving';
}

/** Makes a job by hand. */
export function addCreateControl(app: FastifyInstance, service: RadaroService): void {
	app.post('/jobs', async (request, reply) => {
		const input = sampleJob(request.body, service.services.clock.now());
		const { job, sent } = createByHand(service, input);
		return reply.code(201).send(JOBS.report(service, job, await sent));
	});
}
