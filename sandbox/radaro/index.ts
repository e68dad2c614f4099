import { addKeyControl } from '../core/keys';
import { hint } from '../core/mask';
import { pastedWebhooks } from '../core/pastedWebhooks';
import { Problem } from '../core/problem';
import { standIn } from '../core/standIn';
import { addJobRoutes, addListRoutes, callerOf } from './jobRoutes';
import { addCreateControl, JOBS } from './jobs';
import { problemAnswer } from './problem';
import { RadaroService } from './service';

/** The stand-in for Radaro. */
export const create = standIn({
	name: 'radaro',
	label: 'Radaro',
	service: (services) => new RadaroService(services),
	api: {
		caller: callerOf,
		tell: problemAnswer,
		problem: (status, message) => new Problem(status, message),
		logged: { secretQuery: 'key' },
		routes: [addJobRoutes, addListRoutes],
	},
	jobs: [JOBS],
	jobWord: 'job',
	webhooks: pastedWebhooks<RadaroService>('radaro', {
		account: ({ webhooks }) => webhooks,
		column: ({ webhooks }) => ({
			most: null,
			tokenHint: hint(webhooks.token),
			where:
				'Copy the production URL of your Radaro Trigger in n8n and paste it here, each address in a line of its own. In Radaro itself, that is under Settings → General → API Settings.',
			secret: { label: 'Webhook token', field: 'token', word: 'webhook token' },
		}),
		secret: ({ webhooks }) => webhooks.token,
		send: (service, body, urls) => service.send(body, 'raw payload', null, urls),
	}),
	control: [addKeyControl, addCreateControl],
	actions: [{ name: 'create-job', label: 'Create job', path: 'jobs' }],
	empty: 'No job yet.',
});
