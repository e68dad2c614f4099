import type { FastifyInstance } from 'fastify';
import { jsonAnswer, NO_CONTENT } from '../core/answer';
import { isRecord } from '../core/json';
import { pathValue } from '../core/query';
import { withToken } from './auth';
import { orderChanged } from './events';
import { PATHS } from './paths';
import { badField, notFound } from './problem';
import { orderScope, orgScope } from './scopes';
import type { ReadyCloudService } from './service';

export const TAG_RULE = 'A tag has 2 to 35 characters, and none of / \\ ? # , and the dot.';

/** Whether ReadyCloud takes a tag. */
export function isTag(tag: string): boolean {
	return /^[^/\\?#,.]{2,35}$/u.test(tag);
}

/** An order's tags, and those of all orders: plain arrays instead of the usual envelope. */
export function addTagRoutes(app: FastifyInstance, service: ReadyCloudService): void {
	app.get(
		PATHS.allTags,
		withToken(service, (request) => {
			const { org } = orgScope(service, request);
			return jsonAnswer(200, [...new Set(org.orders.flatMap((order) => order.tags))]);
		}),
	);
	app.get(
		PATHS.tags,
		withToken(service, (request) => jsonAnswer(200, orderScope(service, request).order.tags)),
	);
	app.post(
		PATHS.tags,
		withToken(service, (request) => {
			const at = orderScope(service, request);
			const { body } = request;
			const value = isRecord(body) ? body.value : undefined;
			const settings = service.settings.values;
			if (typeof value !== 'string' || !isTag(value)) throw badField(settings, 'value', TAG_RULE);
			if (!at.order.tags.includes(value)) {
				at.order.tags.push(value);
				void orderChanged(service, at, 'tag added', true);
			}
			return jsonAnswer(201, { value });
		}),
	);
	const remove = withToken(service, (request) => {
		const at = orderScope(service, request);
		const value = pathValue(request, 'value');
		if (!at.order.tags.includes(value)) throw notFound();
		at.order.tags = at.order.tags.filter((each) => each !== value);
		void orderChanged(service, at, 'tag removed', true);
		return NO_CONTENT;
	});
	// Documented without the last slash, unlike everything else.
	for (const slash of ['', '/']) app.delete(`${PATHS.tags}:value${slash}`, remove);
}
