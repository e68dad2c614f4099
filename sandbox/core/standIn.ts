import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Answer } from './answer';
import { addApiHooks, type Logged } from './apiHooks';
import { addCommonControl } from './commonControl';
import { addErrorPages } from './errorPages';
import type { JobKind } from './jobs';
import type { Problem } from './problem';
import { pathValue } from './query';
import { Refusal } from './refusal';
import { type Routes, routesOf } from './routes';
import type { StandInService } from './service';
import type { ColumnAction, Mounted, Services, Vendor } from './vendor';
import type { WebhookDoor } from './webhookDoor';

/** What a vendor's routes are added to. */
export interface Api<Service, Caller> {
	app: FastifyInstance;
	service: Service;
	/** For those who prove who they are. */
	routes: Routes<Caller>;
	/** For everybody. */
	open: Routes<null>;
}

/** A vendor's API, as far as it is known. */
export interface ApiSpec<Service, Caller> {
	/** Who asks; throws a problem for those who may not, or too often. */
	caller(service: Service, request: FastifyRequest): Caller;
	/** A problem in the vendor's form. */
	tell(service: Service, problem: Problem): Answer;
	/** The problem that is told with a status, for what goes wrong outside of the routes. */
	problem(status: number, message: string): Problem;
	/** The vendor's own answer to a secret that has expired. */
	expired?(service: Service): Answer;
	/** Whether a path without its last slash leads to the one with it. */
	redirects?: boolean;
	/** What the request log leaves out, as even a wrong secret is one. */
	logged?: Logged;
	routes: ReadonlyArray<(api: Api<Service, Caller>) => void>;
}

type Control<Service> = (app: FastifyInstance, service: Service) => void;

/** A stand-in: what it answers, and what can be done to it. */
export interface Spec<Service, Caller> {
	name: string;
	api: ApiSpec<Service, Caller>;
	/** Routes below `/control/<name>` of this vendor alone. */
	control: ReadonlyArray<Control<Service>>;
}

/** A vendor's stand-in, which has a column on the page. */
export interface VendorSpec<Service, Caller> extends Spec<Service, Caller> {
	label: string;
	service(services: Services): Service;
	/** What happens to whom; the first kind that has a job of an id is meant. */
	jobs: ReadonlyArray<JobKind<Service>>;
	/** What there is, for a refusal, such as: tour. */
	jobWord: string;
	webhooks: WebhookDoor<Service>;
	/** What a person can make here. */
	actions: readonly ColumnAction[];
	/** Shown while there is no card, such as: No job yet. */
	empty: string;
}

/** The part of a stand-in that every service has: API, settings, faults, request log, reset, snapshot. */
export function mounted<Service extends StandInService, Caller>(
	{ name, api, control }: Spec<Service, Caller>,
	service: Service,
): Mounted {
	const tell = (problem: Problem): Answer => api.tell(service, problem);
	const failed = (status: number, message: string): Answer => tell(api.problem(status, message));
	return {
		name,
		api: (app) => {
			const expired = api.expired && ((): Answer => api.expired?.(service) ?? failed(401, ''));
			addApiHooks(app, { service, failed, expired, logged: api.logged });
			addErrorPages(app, { redirects: api.redirects ?? false, failed });
			const routes = routesOf(app, (request) => api.caller(service, request), tell);
			const open = routesOf(app, () => null, tell);
			for (const add of api.routes) add({ app, service, routes, open });
		},
		control: (app) => {
			addCommonControl(app, service);
			for (const add of control) add(app, service);
		},
		reset: () => service.reset(),
		forget: () => service.forget(),
		snapshot: () => service.snapshot(),
		restore: (kept) => service.restore(kept),
	};
}

/** The stand-in for a vendor. */
export function standIn<Service extends StandInService, Caller>(
	spec: VendorSpec<Service, Caller>,
): (services: Services) => Vendor {
	const { name, label, jobs, jobWord, webhooks, actions, empty } = spec;
	const addSteps: Control<Service> = (app, service) => {
		app.post('/jobs/:id/steps/:step', async (request) => {
			const [id, step] = [pathValue(request, 'id'), pathValue(request, 'step')];
			for (const kind of jobs) {
				const done = kind.step(service, id, step, request.body);
				if (done) return await done;
			}
			throw new Refusal(404, `There is no ${jobWord} ${id}.`);
		});
	};
	const control = [webhooks.control, addSteps, ...spec.control];
	return (services) => {
		const service = spec.service(services);
		return {
			...mounted({ ...spec, control }, service),
			column: () => ({
				name,
				label,
				jobs: jobs.flatMap((kind) => kind.cards(service)),
				kinds: jobs.map((kind) => ({ word: kind.word, count: kind.count(service) })),
				jobCount: jobs.reduce((sum, kind) => sum + kind.count(service), 0),
				actions,
				empty,
				...webhooks.column(service),
			}),
			states: () => jobs.flatMap((kind) => kind.states(service)),
		};
	};
}
