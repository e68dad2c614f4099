import type { FastifyRequest } from 'fastify';

import { queryValue } from '../core/query';
import type { Order } from './model';
import type { Detail } from './orderView';
import { badField } from './problem';
import type { ReadyCloudSettings } from './settings';
import { toUtc } from './values';

const SEARCHED = 70;

/** The orders that were asked for, newest first; parameters that are not known are ignored. */
export function filterOrders(orders: readonly Order[], request: FastifyRequest): Order[] {
	const asked = (name: string): string | undefined => queryValue(request, name);
	const time = (name: string): number | undefined => {
		const text = asked(name);
		const utc = text === undefined ? undefined : toUtc(text);
		if (text !== undefined && utc === undefined) {
			throw badField(name, 'Enter a valid date/time.');
		}
		return utc === undefined ? undefined : Date.parse(utc);
	};
	const since = time('updated_at__gte') ?? -Infinity;
	const until = time('updated_at__lte') ?? Infinity;
	const primaryId = asked('primary_id');
	const billing = statusTest(asked('billing_status__in'));
	const shipping = statusTest(asked('shipping_status__in'));
	return searched([...orders].reverse(), asked('q')).filter(({ fields, updated_at }) => {
		const updated = Date.parse(updated_at);
		if (updated < since || updated > until) return false;
		if (primaryId !== undefined && fields.primary_id !== primaryId) return false;
		return billing(fields.billing.status) && shipping(fields.shipping.status);
	});
}

/** What `expand` asks for. */
export function detailOf(request: FastifyRequest, { compactItems }: ReadyCloudSettings): Detail {
	const names = (queryValue(request, 'expand') ?? '').split(',');
	const links = compactItems !== 'empty';
	return { boxes: names.includes('boxes'), items: names.includes('items'), links };
}

/** What `only` leaves of a row. */
export function onlyAsked(
	row: Record<string, unknown>,
	request: FastifyRequest,
): Record<string, unknown> {
	const names = queryValue(request, 'only')?.split(',') ?? [];
	const kept = ['nested_updated_at', 'url'].filter((name) => names.includes(name));
	return kept.length === 0 ? row : Object.fromEntries(kept.map((name) => [name, row[name]]));
}

// The first 70 are picked before the filters apply, so the outcome can be incomplete.
function searched(orders: Order[], text: string | undefined): Order[] {
	if (text === undefined || text === '') return orders;
	const wanted = text.toLowerCase();
	const holds = (order: Order): boolean =>
		JSON.stringify(order.fields).toLowerCase().includes(wanted);
	return orders.filter(holds).slice(0, SEARCHED);
}

/** Values with pipes between them; a leading `!` turns the meaning round. */
function statusTest(text: string | undefined): (status: string | null) => boolean {
	if (text === undefined) return () => true;
	const negated = text.startsWith('!');
	const values = text.slice(negated ? 1 : 0).split('|');
	return (status) => values.includes(status ?? '') !== negated;
}
