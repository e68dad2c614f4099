import type { Order } from './model';

/** How far an order has come; ReadyCloud itself has no such field. */
export type Stage = 'new' | 'packed' | 'shipped' | 'delivered' | 'cancelled';

export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
	new: 'New',
	packed: 'Packed',
	shipped: 'Shipped',
	delivered: 'Delivered',
	cancelled: 'Payment cancelled',
};

/** Reads an order's stage off its fields, however they got there. */
export function stageOf({ fields: { billing, shipping, printed_at }, boxes }: Order): Stage {
	if (billing.status === 'cancelled') return 'cancelled';
	if (boxes.length > 0 && boxes.every((box) => box.fields.delivered_at !== null)) {
		return 'delivered';
	}
	if (shipping.status === 'fulfilled' || shipping.shipped_at !== null) return 'shipped';
	return printed_at === null ? 'new' : 'packed';
}

/** A condition on the order's stage. */
export function at(...stages: Stage[]): (scope: { order: Order }) => boolean {
	return ({ order }) => stages.includes(stageOf(order));
}
