import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';
import { RadaroBench } from '../support/radaro';
import { answerTo } from '../support/webhookContext';
import type { CaseTable } from './case';

const delivered = fixture('radaro/04-job-status-delivered.json');

/** A completed job with other values. */
const job = (values: object) => ({
	...delivered,
	token: RADARO_WEBHOOK_TOKEN,
	order_info: { ...(delivered.order_info as object), ...values },
});

/** Right values of Radaro: what is a delivery, an address, a time. */
export const radaro: CaseTable = {
	slug: 'radaro',
	bench: new RadaroBench(),
	proof: { params: { key: RADARO_KEY } },
	call: async (options) =>
		await answerTo(
			{ credential: { webhookTokens: RADARO_WEBHOOK_TOKEN }, ...options },
			async (context) => await new RadaroTrigger().webhook.call(context),
		),
	triggers: [
		{
			what: 'an address with line breaks',
			call: {
				body: job({
					deliver_address: { address: '14 Banksia St\r\nGeelong VIC 3220\nAustralia' },
					deliver_address_2: 'Unit 5\nrear',
				}),
			},
			row: { address: 'Unit 5, rear, 14 Banksia St, Geelong VIC 3220, Australia' },
		},
		{
			what: 'a comment with a NUL character',
			call: { body: job({ confirmation_comment: 'Left\u0000at the door', completion_codes: [] }) },
			row: { note: 'Left at the door' },
		},
	],
	operations: [],
	standIn: [],
};
