import type { IDataObject } from 'n8n-workflow';

import type { BatchSender } from '../../../shared/action/batchSender';
import { verdictOn } from '../../../shared/action/batchVerdict';
import { batchWords } from '../../../shared/action/batchWords';
import type { ItemError } from '../../../shared/action/operation';
import { type ApiAnswer, type ApiClient, isRefusal } from '../../../shared/api/apiClient';
import { vendorText } from '../../../shared/api/vendorText';
import { idOrNull, isRecord } from '../../../shared/basic/values';
import { presentOrder } from './presentOrder';

const PATH = '/upload';

/** What RoutiGo answers with when it has taken a batch; any other good status is no success. */
const TAKEN = 202;

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
		...batchWords(client, {
			vendor: 'RoutiGo',
			thing: 'order',
			done: 'taken',
			did: 'took',
			lookUp: 'in RoutiGo',
		}),

		async send(orders) {
			const answer = await client.send({ method: 'PUT', path: PATH, body: orders });
			return verdictOn(answer, orders, { answersIn, failureOf });
		},

		recover: async () => undefined,

		recoverMany: async () => {
			throw new Error('RoutiGo has no way to ask for an order.');
		},
	};

	function answersIn({ status, body }: ApiAnswer, orders: IDataObject[]) {
		const trackingId = isRecord(body) ? idOrNull(body.trackingId) : null;
		if (status !== TAKEN || trackingId === null) return undefined;
		return orders.map((order) => ({ result: presentOrder(order, trackingId, body, simplify) }));
	}

	function failureOf(answer: ApiAnswer, order: IDataObject | undefined): ItemError {
		if (isRefusal(answer)) {
			return client.refusal(answer, { subject: order && `order "${String(order.identifier)}"` });
		}
		return client.error({
			message: 'RoutiGo answered without a tracking ID',
			description: `RoutiGo says: ${vendorText(answer.body) ?? 'nothing'} (HTTP status ${answer.status})`,
		});
	}
}
