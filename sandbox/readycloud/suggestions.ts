import type { FastifyRequest } from 'fastify';

import { isRecord } from '../core/json';
import { queryValue } from '../core/query';

type View = Record<string, unknown>;

// Where a suggestion's name differs from the field's, the vendor's page has it so.
const NAMES = {
	order: ['message', 'weight', 'po_number', 'customer_number', 'terms_auto'],
	billing: ['subtotal', 'status', 'shipping', 'tax', 'total'],
	shipping: ['status', 'ship_via', 'ship_type', 'warehouse'],
};

/** Adds the keys that `suggestions` asks for; what the vendor would suggest is not known, so null. */
export function withSuggestions(order: View, request: FastifyRequest): View {
	const mode = queryValue(request, 'suggestions');
	if (mode !== '1' && mode !== '2') return order;
	const add = (view: View, names: string[]): View => {
		const asked = names.filter((name) => mode === '2' || (view[name] ?? null) === null);
		return { ...view, ...Object.fromEntries(asked.map((name) => [`${name}?`, null])) };
	};
	const { billing, shipping } = order;
	return {
		...add(order, NAMES.order),
		billing: isRecord(billing) ? add(billing, NAMES.billing) : billing,
		shipping: isRecord(shipping) ? add(shipping, NAMES.shipping) : shipping,
	};
}
