import { statusAfter } from '../../../nodes/ReadyCloud/event/statuses';
import { digestOfToken } from '../../../nodes/ReadyCloud/trigger/memory';
import { verifyReadyCloud } from '../../../nodes/ReadyCloud/trigger/verify';
import { readyCloudWebhook } from '../../../nodes/ReadyCloud/trigger/webhook';
import { CONTACT_STEPS } from '../../../sandbox/readycloud/contactSteps';
import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { ORDER_STEPS } from '../../../sandbox/readycloud/orderSteps';
import { settingsSchema } from '../../../sandbox/readycloud/settings';
import { call, SANDBOX, type VendorDocuments } from './vendorDocuments';

const TIME = '2025-06-18T00:13:55Z';

export const documents: VendorDocuments = {
	webhook: readyCloudWebhook,
	refusals: [
		verifyReadyCloud(call(), []),
		verifyReadyCloud(call(), [digestOfToken('y')]),
		verifyReadyCloud(call({ auth: 'x,y' }), [digestOfToken('y')]),
		verifyReadyCloud(call({ auth: 'x' }), [digestOfToken('y')]),
		verifyReadyCloud({ ...call({ auth: 'y' }), query: { entity: 'contact' } }, [
			{ tokenDigest: digestOfToken('y'), entity: 'orders' },
		]),
	],
	// The rules by which the status is made, in the order of the page.
	statuses: [
		[statusAfter('acceptance_scanned', {})],
		[statusAfter('status_changed', {})],
		[statusAfter('job_updated', { boxes: [{ delivered_at: TIME }] })],
		[statusAfter('job_updated', {})],
		[statusAfter('job_updated', { shipping: { shipped_at: TIME, to_ship_at: TIME } })],
		[statusAfter('job_updated', { shipping: { to_ship_at: TIME } })],
		[statusAfter('job_updated', { shipping: {} })],
	],
	statusesByRule: [],
	sandboxCredential: [
		['Access Token', READYCLOUD_TOKEN],
		['Client ID', READYCLOUD_CLIENT_ID],
		['Client Secret', READYCLOUD_CLIENT_SECRET],
		['Refresh Token', READYCLOUD_REFRESH_TOKEN],
		['Use Another Server', 'on'],
		['Base URL', `${SANDBOX}${READYCLOUD_BASE}`],
	],
	settings: settingsSchema.parse({}),
	steps: { order: ORDER_STEPS, contact: CONTACT_STEPS },
};
