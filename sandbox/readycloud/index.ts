import { standIn } from '../core/standIn';
import { callerOf, unauthorized } from './auth';
import { CONTACTS, ORDERS } from './cards';
import { addContactRoutes } from './contactRoutes';
import { addCreateControl } from './createControl';
import { addSendControl } from './deliver';
import { addTokenRoute } from './oauth';
import { addOrderRoutes } from './orderRoutes';
import { addOrgRoutes } from './orgRoutes';
import { problemAnswer, ReadyCloudProblem } from './problem';
import { ReadyCloudService } from './service';
import { addTagRoutes } from './tags';
import { addTokenControl } from './tokens';
import { addWebhookRoutes, WEBHOOKS } from './webhooks';

/** The stand-in for ReadyCloud. */
export const create = standIn({
	name: 'readycloud',
	label: 'ReadyCloud',
	service: (services) => new ReadyCloudService(services),
	api: {
		caller: callerOf,
		tell: problemAnswer,
		problem: (status, message) => new ReadyCloudProblem(status, message),
		expired: (service) => problemAnswer(service, unauthorized(true)),
		redirects: true,
		logged: {
			secretQuery: 'bearer_token',
			secretFields: ['bearer_token', 'client_secret', 'refresh_token'],
		},
		routes: [
			addTokenRoute,
			addOrgRoutes,
			addTagRoutes,
			addOrderRoutes,
			addContactRoutes,
			addWebhookRoutes,
		],
	},
	jobs: [ORDERS, CONTACTS],
	jobWord: 'order or contact',
	webhooks: WEBHOOKS,
	control: [addCreateControl, addTokenControl, addSendControl],
	actions: [
		{ name: 'create-order', label: 'Create order', path: 'orders' },
		{ name: 'create-contact', label: 'Create contact', path: 'contacts' },
	],
	empty: 'No order yet.',
});
