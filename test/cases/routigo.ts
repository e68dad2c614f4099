import { tagParameters } from '../../nodes/Routigo/event/urlTags';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../nodes/Routigo/trigger/secrets';
import { ROUTIGO_API_KEY } from '../../sandbox/routigo/defaults';
import { RoutigoSandboxBench } from '../support/routigo';
import { answerTo, type CallOptions } from '../support/webhookContext';
import type { CaseTable } from './case';
import { notifications } from './routigoNotifications';
import { uploadRequests, uploads } from './routigoUploads';

const CREDENTIAL = { authentication: 'apiKey', apiKey: 'regular-key-of-a-planner-1', token: '' };
const WEBHOOK_URL = 'https://n8n.example/webhook/cases/routigo';

/** The tags and the proof of a subscription, for a call about that event. */
export function notified(event: string, type: string, options: CallOptions): CallOptions {
	const tags = { event, type };
	const secret = deriveSecret(WEBHOOK_URL, CREDENTIAL.apiKey);
	return {
		...options,
		query: { ...tagParameters(tags), ...options.query },
		headers: {
			authorization: authorizationOf(subscriptionToken(secret, tags)),
			...options.headers,
		},
	};
}

/** Right values of RoutiGo: what is a delivery, whose address, when. */
export const routigo: CaseTable = {
	slug: 'routigo',
	bench: new RoutigoSandboxBench(),
	proof: { headers: { 'X-API-KEY': ROUTIGO_API_KEY } },
	call: async (options) =>
		await answerTo(
			{ credential: CREDENTIAL, ...options },
			async (context) => await new RoutigoTrigger().webhook.call(context),
			{ getNodeWebhookUrl: () => WEBHOOK_URL },
		),
	triggers: [
		...notifications.map(({ event, type, body, query, headers, parameters, ...rest }) => ({
			...rest,
			call: notified(event, type, { body, query, headers, parameters }),
		})),
		{
			what: 'an address with line breaks',
			call: notified('ASSIGNMENT_DONE', 'ASSIGNMENT', {
				body: { id: 'a-1', address: 'Korenbloemlaan 27\r8043XX Zwolle' },
			}),
			row: { address: 'Korenbloemlaan 27, 8043XX Zwolle' },
		},
		{
			what: '0/0, which is no place',
			call: notified('ASSIGNMENT_DONE', 'ASSIGNMENT', {
				body: { id: 'a-1', recipient: { location: { latitude: 0, longitude: '0.0' } } },
			}),
			row: { latitude: null, longitude: null },
		},
	],
	operations: uploads,
	standIn: uploadRequests,
};
