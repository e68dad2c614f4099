import { type IDataObject, NodeApiError } from 'n8n-workflow';

import type { BatchSender } from '../../../shared/action/batchSender';
import type { ItemError } from '../../../shared/action/operation';
import { type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { vendorText } from '../../../shared/api/vendorText';
import { idOrNull, isRecord } from '../../../shared/basic/values';
import { presentOrder } from './presentOrder';

const PATH = '/upload';

/** What RoutiGo answers with when it has taken a batch; any other good status is no success. */
const TAKEN = 202;

/** Statuses after which no other order has a chance: key, address, or too many requests. */
const HOPELESS = [300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 429];

/**
 * Uploads several orders with one request. Whether a second upload of an order would double it is
 * not documented, so no order is sent again that may have been taken
 * (docs/vendors.md#routigo-upload).
 */
export function uploadSender(
	client: ApiClient,
	simplify: boolean,
): BatchSender<IDataObject, IDataObject, ItemError> {
	return {
		async send(orders) {
			const request = { method: 'PUT', path: PATH, body: orders } as const;
			const answer = await client.send(request);
			if (answer instanceof NodeApiError) return { kind: 'lost', failure: answer };
			const trackingId = isRecord(answer.body) ? idOrNull(answer.body.trackingId) : null;
			if (answer.status === TAKEN && trackingId !== null) {
				const answers = orders.map((order) => ({
					result: presentOrder(order, trackingId, answer.body, simplify),
				}));
				return { kind: 'answered', answers };
			}
			const subject = orders.length === 1 ? `order "${String(orders[0]?.identifier)}"` : undefined;
			const failure = isRefusal(answer)
				? client.refusal(answer, { subject })
				: client.error({
						message: 'RoutiGo answered without a tracking ID',
						description: `RoutiGo says: ${vendorText(answer.body) ?? 'nothing'} (HTTP status ${answer.status})`,
					});
			if (HOPELESS.includes(answer.status)) return { kind: 'stopped', failure };
			if (answer.status >= 500 || answer.status < 300) return { kind: 'lost', failure };
			return { kind: 'refused', failure, reasons: [] };
		},

		recover: async () => undefined,

		recoverMany: async () => {
			throw new Error('RoutiGo has no way to ask for an order.');
		},

		notSent: (last) =>
			client.error({
				message: 'This order was not sent, because the requests before it got no usable answer',
				description: `${last.message}. Run the items with an error again.`,
			}),

		notMentioned: () => client.error(unsure('nothing')),

		notSure: (last) => client.error(unsure(last.message)),

		unexpected: (error) =>
			client.error({
				message: "RoutiGo's answer cannot be understood",
				description: error instanceof Error ? error.message : 'No reason is known.',
			}),
	};
}

function unsure(last: string) {
	return {
		message: 'RoutiGo may have taken this order, but that is not certain',
		description: `Look it up in RoutiGo before you send it again. The last thing that happened: ${last}.`,
	};
}
