import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer, NO_CONTENT } from '../core/answer';
import { isRecord } from '../core/json';
import { pathValue } from '../core/query';
import { orderChanged } from './events';
import { PATHS } from './paths';
import { badField, notFound } from './problem';
import { orderScope, orgScope } from './scopes';
import type { ReadyCloudApi } from './service';
import { isTag, TAG_RULE } from './values';

/** An order's tags, and those of all orders: plain arrays instead of the usual envelope. */
export function addTagRoutes({ routes, service }: ReadyCloudApi): void {
	routes.get(PATHS.allTags, (request) => {
		const { org } = orgScope(service, request);
		return jsonAnswer(200, [...new Set(org.orders.flatMap((order) => order.tags))]);
	});
	routes.get(PATHS.tags, (request) => jsonAnswer(200, orderScope(service, request).order.tags));
	routes.post(PATHS.tags, (request) => {
		const at = orderScope(service, request);
		const { body } = request;
		const value = isRecord(body) ? body.value : undefined;
		if (typeof value !== 'string' || !isTag(value)) throw badField('value', TAG_RULE);
		if (!at.order.tags.includes(value)) {
			at.order.tags.push(value);
			void orderChanged(service, at, 'tag added', true);
		}
		return jsonAnswer(201, { value });
	});
	const remove = (request: FastifyRequest): Answer => {
		const at = orderScope(service, request);
		const value = pathValue(request, 'value');
		if (!at.order.tags.includes(value)) throw notFound();
		at.order.tags = at.order.tags.filter((each) => each !== value);
		void orderChanged(service, at, 'tag removed', true);
		return NO_CONTENT;
	};
	// Documented without the last slash, unlike everything else.
	for (const slash of ['', '/']) routes.delete(`${PATHS.tags}:value${slash}`, remove);
}
