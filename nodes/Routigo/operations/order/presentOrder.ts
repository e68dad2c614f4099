import type { IDataObject } from 'n8n-workflow';

import { normalizeRoutigoOrder } from '../../event/normalize';

/**
 * An uploaded order as an output item. RoutiGo answers only with the number of the whole batch, so
 * everything else is what was sent.
 */
export function presentOrder(
	order: IDataObject,
	trackingId: string,
	answer: unknown,
	simplify: boolean,
): IDataObject {
	const identifier = order.identifier ?? null;
	if (!simplify) return { identifier, trackingId, order, answer: answer as IDataObject };
	return { identifier, trackingId, ...normalizeRoutigoOrder(order) };
}
