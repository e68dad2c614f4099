import type { FastifyInstance } from 'fastify';

import { addKeyControl } from '../core/keys';
import { hint } from '../core/mask';
import { pastedWebhooks } from '../core/pastedWebhooks';
import { standIn } from '../core/standIn';
import { addAccountRoutes } from './accountRoutes';
import { callerOf, unauthorized } from './auth';
import { addBatchRoutes } from './batchRoutes';
import { JOBS } from './cards';
import { addCreateControl } from './createControl';
import { sendRaw } from './deliver';
import { addDocumentRoutes } from './documents';
import { addExportRoutes } from './exportRoutes';
import { addFileRoutes } from './files';
import { addJobRoutes } from './jobRoutes';
import { addSearchRoute } from './listRoutes';
import { otherProblem, problemAnswer } from './problem';
import { addProofControl } from './proofControl';
import { type DetrackApi, DetrackService } from './service';

/** The stand-in for Detrack: its version 2 API, the family of paths that goes by D.O. numbers. */
export const create = standIn({
	name: 'detrack',
	label: 'Detrack',
	service: (services) => new DetrackService(services),
	api: {
		caller: callerOf,
		tell: problemAnswer,
		problem: otherProblem,
		expired: (service) => problemAnswer(service, unauthorized(service)),
		// The key is in a header, which is not logged; in the query it would be a mistake, but a secret still.
		logged: { secretQuery: 'api_key' },
		routes: [
			findOrigin,
			settleContentType,
			addSearchRoute,
			addBatchRoutes,
			addDocumentRoutes,
			addExportRoutes,
			addJobRoutes,
			addAccountRoutes,
			addFileRoutes,
		],
	},
	jobs: [JOBS],
	jobWord: 'job',
	webhooks: pastedWebhooks<DetrackService>('detrack', {
		account: ({ webhooks }) => webhooks,
		column: ({ webhooks }) => ({
			most: 1,
			tokenHint: hint(webhooks.values.password),
			where:
				'Copy the production URL of your Detrack Trigger in n8n and paste it here; one for the whole account. In Detrack itself, that is under Settings → Webhook.',
			secret: {
				label: 'Basic Auth password',
				field: 'password',
				word: 'password',
				beside: `The user name is “${webhooks.values.username}”.`,
			},
		}),
		secret: ({ webhooks }) => webhooks.values.password,
		send: (service, body, urls) => sendRaw(service, body, 'raw payload', urls),
	}),
	control: [addKeyControl, addCreateControl, addProofControl],
	actions: [
		{ name: 'create-job', label: 'Create job', path: 'jobs' },
		{ name: 'create-collection', label: 'Create collection', path: 'collections' },
	],
	empty: 'No job yet.',
});

/** The web framework here adds a charset to JSON, which one of Detrack's own clients does not expect. */
function settleContentType({ app, service }: DetrackApi): void {
	app.addHook('onSend', async (_request, reply, payload) => {
		const isJson = /^application\/json/.test(String(reply.getHeader('content-type')));
		if (isJson && !service.settings.values.answerCharset) {
			void reply.header('content-type', 'application/json');
		}
		return payload;
	});
}

/** Where this process listens; URLs of files begin with it. */
function findOrigin({ app, service }: DetrackApi): void {
	service.reachedAt(() => originIn(app.server.address()));
}

function originIn(address: ReturnType<FastifyInstance['server']['address']>): string {
	if (address === null || typeof address === 'string') return '';
	const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return `http://${host}:${address.port}`;
}
