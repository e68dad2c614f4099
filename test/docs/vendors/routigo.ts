import { TRIGGERS } from '../../../nodes/Routigo/event/events';
import { statusAfter } from '../../../nodes/Routigo/event/statuses';
import { verifyRoutigo } from '../../../nodes/Routigo/trigger/verify';
import { routigoWebhook } from '../../../nodes/Routigo/trigger/webhook';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../../sandbox/routigo/defaults';
import { settingsSchema } from '../../../sandbox/routigo/settings';
import { STOP_STEPS } from '../../../sandbox/routigo/stopSteps';
import { FIRST_STEPS, LAST_STEPS } from '../../../sandbox/routigo/tourSteps';
import { call, SANDBOX, type VendorDocuments } from './vendorDocuments';

export const documents: VendorDocuments = {
	webhook: routigoWebhook,
	refusals: [
		verifyRoutigo(call(), null),
		verifyRoutigo(call(), 'y'),
		verifyRoutigo(call({ authorization: ['Bearer x', 'Bearer y'] }), 'y'),
		verifyRoutigo(call({ authorization: 'Bearer x' }), 'y'),
	],
	statuses: TRIGGERS.map((trigger) => [trigger, statusAfter(trigger, [])]),
	statusesByRule: [
		'picked_up',
		'partially_delivered',
		'attempt_failed',
		'on_hold',
		'returned',
		'cancelled',
	],
	sandboxCredential: [
		['Authentication', 'API Key'],
		['API Key', ROUTIGO_API_KEY],
		['Use Another Server', 'on'],
		['Base URL', `${SANDBOX}${ROUTIGO_BASE}`],
	],
	settings: settingsSchema.parse({}),
	steps: { tour: { ...FIRST_STEPS, ...STOP_STEPS, ...LAST_STEPS } },
};
