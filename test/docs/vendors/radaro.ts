import { RADARO_STATUSES, statusOf } from '../../../nodes/Radaro/event/statuses';
import { verifyRadaro } from '../../../nodes/Radaro/trigger/verify';
import { radaroWebhook } from '../../../nodes/Radaro/trigger/webhook';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import { OTHER_STEPS } from '../../../sandbox/radaro/otherSteps';
import { settingsSchema } from '../../../sandbox/radaro/settings';
import { STATUS_STEPS } from '../../../sandbox/radaro/statusSteps';
import { call, SANDBOX, type VendorDocuments } from './vendorDocuments';

export const documents: VendorDocuments = {
	webhook: radaroWebhook,
	refusals: [
		verifyRadaro(call({}, { token: 'x' }), []),
		verifyRadaro(call(), ['y']),
		verifyRadaro(call({}, { token: 'x' }), ['y']),
	],
	statuses: RADARO_STATUSES.map((code) => [code, statusOf(code)]),
	statusesByRule: ['cancelled'],
	sandboxCredential: [
		['API Key', RADARO_KEY],
		['Webhook Tokens', RADARO_WEBHOOK_TOKEN],
		['Use Another Server', 'on'],
		['Base URL', `${SANDBOX}/radaro`],
	],
	settings: settingsSchema.parse({}),
	steps: { job: { ...STATUS_STEPS, ...OTHER_STEPS } },
};
