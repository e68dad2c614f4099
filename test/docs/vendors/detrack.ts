import { DETRACK_STATUSES } from '../../../nodes/Detrack/event/codes';
import { statusOf } from '../../../nodes/Detrack/event/statuses';
import { verifyDetrack } from '../../../nodes/Detrack/trigger/verify';
import { detrackWebhook } from '../../../nodes/Detrack/trigger/webhook';
import { DETRACK_API_KEY, DETRACK_BASE } from '../../../sandbox/detrack/defaults';
import { DRIVER_STEPS } from '../../../sandbox/detrack/driverSteps';
import { OFFICE_STEPS } from '../../../sandbox/detrack/officeSteps';
import { settingsSchema } from '../../../sandbox/detrack/settings';
import { call, SANDBOX, type VendorDocuments } from './vendorDocuments';

const BASIC_AUTH = { header: 'authorization', values: ['Basic eDp5'] };

export const documents: VendorDocuments = {
	webhook: detrackWebhook({ today: null }),
	refusals: [
		verifyDetrack(call(), { header: '', values: [] }),
		verifyDetrack(call(), BASIC_AUTH),
		verifyDetrack(call({ authorization: 'Basic eDp6' }), BASIC_AUTH),
	],
	statuses: DETRACK_STATUSES.map((code) => [
		code,
		statusOf({ status: code, assign_to: 'Van 07', date: '2026-03-03' }, '2026-03-03'),
	]),
	statusesByRule: ['scheduled', 'assigned', 'picked_up', 'arriving', 'cancelled'],
	sandboxCredential: [
		['API Key', DETRACK_API_KEY],
		['Use Another Server', 'on'],
		['Base URL', `${SANDBOX}${DETRACK_BASE}`],
	],
	settings: settingsSchema.parse({}),
	steps: { job: { ...OFFICE_STEPS, ...DRIVER_STEPS } },
};
