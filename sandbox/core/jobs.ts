import type { z } from 'zod';

import type { Delivery } from './delivery';
import type { JobState } from './jobState';
import { parseOrRefuse } from './refusal';
import { choicesFor, chooseStep, type Possible } from './steps';
import type { Card, StepChoice } from './vendor';

// More would only slow the page down; the API lists them all.
const SHOWN = 100;

/** One thing that can happen to a job. */
export interface Step<Service, Job, Options> extends Possible<Job> {
	/** Changes something and sends what belongs to it. */
	run(job: Job, options: Options, service: Service): Promise<Delivery[]>;
}

export type Steps<Service, Job, Options> = Readonly<Record<string, Step<Service, Job, Options>>>;

/** What came of something that was done to a job. */
export interface Report {
	id: string;
	job: unknown;
	steps: StepChoice[];
	deliveries: Delivery[];
	/** Whether nothing was sent because the service has suspended the webhooks that wait for it. */
	suspended: boolean;
}

/** What things happen to: jobs, tours, orders, contacts. */
export interface JobSpec<Service, Job, Options> {
	/** What one is called, such as: tour. */
	word: string;
	/** Oldest first. */
	all(service: Service): readonly Job[];
	idOf(job: Job): string;
	/** By the id, and by whatever else a person may call it. */
	find(service: Service, id: string): Job | undefined;
	/** The job in words, such as: a job that is "assigned". */
	inWords(job: Job): string;
	/** As reports show it. */
	view(job: Job, service: Service): unknown;
	/** As the page shows it. */
	card(job: Job, service: Service): Omit<Card, 'id' | 'steps'>;
	/** What should have arrived of it: one state, none of what no event is about, or one for each part. */
	states(job: Job): JobState[];
	/** Whether all webhooks that wait for what happened last are suspended, where a service does that. */
	isSuspended?(job: Job): boolean;
	steps: Steps<Service, Job, Options>;
	/** What may be sent along with a step. */
	options: z.ZodType<Options, z.ZodTypeDef, unknown>;
}

/** A kind of job as the page and the control interface deal with it. */
export interface JobKind<Service> {
	word: string;
	count(service: Service): number;
	/** The newest, newest first. */
	cards(service: Service): Card[];
	/** Those of all jobs. */
	states(service: Service): JobState[];
	/** Does a step; gives undefined where there is no such job. */
	step(service: Service, id: string, name: string, body: unknown): Promise<Report> | undefined;
}

/** One whose jobs are known. */
export interface Jobs<Service, Job> extends JobKind<Service> {
	find(service: Service, id: string): Job | undefined;
	report(service: Service, job: Job, deliveries: Delivery[]): Report;
}

/** Makes a kind of job out of what is special about it. */
export function jobsOf<Service, Job, Options>(
	spec: JobSpec<Service, Job, Options>,
): Jobs<Service, Job> {
	const report = (service: Service, job: Job, deliveries: Delivery[]): Report => ({
		id: spec.idOf(job),
		job: spec.view(job, service),
		steps: choicesFor(spec.steps, job),
		deliveries,
		suspended: deliveries.length === 0 && (spec.isSuspended?.(job) ?? false),
	});
	return {
		word: spec.word,
		report,
		find: spec.find,
		count: (service) => spec.all(service).length,
		cards: (service) =>
			spec
				.all(service)
				.slice(-SHOWN)
				.reverse()
				.map((job) => ({
					id: spec.idOf(job),
					...spec.card(job, service),
					steps: choicesFor(spec.steps, job),
				})),
		states: (service) => spec.all(service).flatMap((job) => spec.states(job)),
		step: (service, id, name, body) => {
			const job = spec.find(service, id);
			if (job === undefined) return undefined;
			const step = chooseStep(spec.steps, job, name, spec.inWords(job));
			const options = parseOrRefuse(spec.options, body ?? {});
			return step.run(job, options, service).then((sent) => report(service, job, sent));
		},
	};
}
