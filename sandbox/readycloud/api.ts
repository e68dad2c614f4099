import type { FastifyInstance } from 'fastify';
import { addApiHooks } from '../core/apiHooks';
import type { Answer } from '../core/answer';
import { addErrorPages } from '../core/errorPages';
import { unauthorized } from './auth';
import { addCollection } from './collection';
import { addContactRoutes } from './contactRoutes';
import { hookView } from './contactView';
import { createHook } from './hooks';
import { addTokenRoute } from './oauth';
import { addOrderRoutes } from './orderRoutes';
import { addOrgRoutes } from './orgRoutes';
import { PATHS } from './paths';
import { Problem, problemAnswer } from './problem';
import { orgScope } from './scopes';
import type { ReadyCloudService } from './service';
import { addTagRoutes } from './tags';

const SECRET_FIELDS = ['bearer_token', 'client_secret', 'refresh_token'];

/** ReadyCloud's API as far as it's known. */
export function addApi(app: FastifyInstance, service: ReadyCloudService): void {
	const { services, requests, faults, settings } = service;
	const secrets = { secretQuery: 'bearer_token', secretFields: SECRET_FIELDS };
	const expired = (): Required<Answer> => unauthorized(service, true);
	addApiHooks(app, { requests, faults, services, expired, ...secrets });
	addErrorPages(app, {
		redirects: () => settings.values.missingSlash === 'redirect',
		failed: (status, message) => problemAnswer(settings.values, new Problem(status, message)),
	});
	addTokenRoute(app, service);
	addOrgRoutes(app, service);
	addTagRoutes(app, service);
	addOrderRoutes(app, service);
	addContactRoutes(app, service);
	addCollection(app, service, {
		path: PATHS.webhooks,
		scope: orgScope,
		all: ({ org }, { client }) =>
			settings.values.webhooksSeen === 'all'
				? org.hooks
				: org.hooks.filter((hook) => hook.client === client),
		show: (at, hook) => hookView(at, hook),
		create: ({ org }, body, { client }) => createHook(service, org, body, client),
		remove: ({ org }, hook) => void (org.hooks = org.hooks.filter((each) => each !== hook)),
	});
}
