import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
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
		enter: async (urls) => {
			await stage.story.control('PUT', 'radaro/webhooks', { urls, token: RADARO_WEBHOOK_TOKEN });
		},
		play: async () => {
			const { job } = await stage.radaro({}, { assign: {}, start: {}, deliver: {} });
			return String(job.external_id);
		},
	},
});
