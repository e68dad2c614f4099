import { addKeyControl } from '../core/keys';
import { Problem } from '../core/problem';
import { standIn } from '../core/standIn';
import { callerOf } from './auth';
import { ORDERS, TOURS } from './cards';
import { problemAnswer } from './problem';
import { withoutSecrets } from './secrets';
import { addSendControl } from './sendControl';
import { RoutigoService } from './service';
import { addTourControl } from './tourControl';
import { addUploadRoute } from './uploads';
import { addLegacyRoutes, addWebhookRoutes } from './webhookRoutes';
import { WEBHOOKS } from './webhooks';

/** The stand-in for RoutiGo. */
export const create = standIn({
	name: 'routigo',
	label: 'RoutiGo',
	service: (services) => new RoutigoService(services),
	api: {
		caller: callerOf,
		tell: problemAnswer,
		problem: (status, message) => new Problem(status, message),
		logged: { shownBody: withoutSecrets },
		routes: [addWebhookRoutes, addLegacyRoutes, addUploadRoute],
	},
	jobs: [TOURS, ORDERS],
	jobWord: 'tour',
	webhooks: WEBHOOKS,
	control: [addKeyControl, addSendControl, addTourControl],
	actions: [
		{ name: 'create-tour', label: 'Create tour', path: 'tours' },
		{ name: 'upload-orders', label: 'Upload orders', path: 'orders' },
	],
	empty: 'No tour yet.',
});
