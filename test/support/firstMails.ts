import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY } from '../../sandbox/routigo/defaults';
import { sampleOrders } from '../../sandbox/routigo/samples';
import type { FirstMail } from './firstMail';
import type { Stage } from './stage';

/** The way to the first mail at each service, by its slug. */
export const firstMails = (stage: Stage): Record<string, FirstMail> => ({
	radaro: {
		slug: 'radaro',
		table: 'Radaro deliveries',
		word: 'courier',
		choices: ['Radaro', 'On job completed'],
		connect: 'Connect to Radaro Webhook',
		right: { 'Webhook Tokens': RADARO_WEBHOOK_TOKEN },
		// Radaro takes several addresses.
		enter: async (urls) => {
			const account = { urls: Object.values(urls), token: RADARO_WEBHOOK_TOKEN };
			await stage.story.control('PUT', 'radaro/webhooks', account);
		},
		status: 'delivered',
		play: async (reference) => {
			const steps = { assign: {}, start: {}, deliver: {} };
			await stage.radaro({ external_id: reference }, steps);
		},
	},
	detrack: {
		slug: 'detrack',
		table: 'Detrack deliveries',
		word: 'driver',
		choices: ['Detrack', 'On completed'],
		connect: 'Connect to Detrack Webhook',
		right: { Username: DETRACK_WEBHOOK_USERNAME, Password: DETRACK_WEBHOOK_PASSWORD },
		// Detrack takes one.
		enter: async ({ test, production }) => {
			const account = { basicAuth: true, password: DETRACK_WEBHOOK_PASSWORD };
			const urls = [test ?? production];
			await stage.story.control('PUT', 'detrack/webhooks', { ...account, urls });
		},
		status: 'delivered',
		play: async (reference) => {
			await stage.detrack({ do_number: reference }, { assign: {}, complete: {} });
		},
	},
	routigo: {
		slug: 'routigo',
		table: 'RoutiGo deliveries',
		word: 'tour',
		choices: ['RoutiGo', 'On assignment done'],
		connect: 'Connect to RoutiGo',
		wrong: { 'API Key': '5a4db0c5-wrong' },
		refusal: 'RoutiGo does not accept the API key or token',
		right: { 'API Key': ROUTIGO_API_KEY },
		status: 'delivered',
		play: async (reference) => {
			const [sample] = sampleOrders(1, new Date()) as object[];
			// The goods are in the warehouse already, so that one assignment is left.
			const order = { ...sample, identifier: reference, pickupLocation: undefined };
			await stage.routigo({ orders: [order] }, { plan: {}, assign: {}, start: {}, done: {} });
		},
	},
	readycloud: {
		slug: 'readycloud',
		table: 'ReadyCloud orders',
		word: 'parcel',
		choices: ['ReadyCloud', 'On order changed'],
		connect: 'Connect to ReadyCloud',
		wrong: { 'Access Token': '5a4dwrong' },
		refusal: 'ReadyCloud does not accept the access token',
		right: { 'Access Token': READYCLOUD_TOKEN },
		prepare: async (walker) => await walker.choose('Organization', 'Example Outfitters'),
		status: 'created',
		play: async (reference) => {
			await stage.readyCloud({ primary_id: reference });
		},
	},
});
