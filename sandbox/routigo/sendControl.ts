import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseOrRefuse } from '../core/refusal';
import { webhookCalled } from '../core/registeredWebhooks';
import { deliver } from './deliver';
import type { RoutigoService } from './service';

const sendSchema = z
	.object({
		/** A string is sent as it is, anything else as JSON. */
		body: z.unknown(),
		/** One webhook, or all of an event or type, or all. */
		webhook: z.string().optional(),
		event: z.string().optional(),
		type: z.string().optional(),
		/** In place of what is registered; `{}` for none. */
		headers: z.record(z.string()).optional(),
		queryParameters: z.record(z.string()).optional(),
		url: z.string().url().optional(),
	})
	.strict();

/** Sends any body to what is registered, with the registered proof and tags or with others. */
export function addSendControl(app: FastifyInstance, service: RoutigoService): void {
	app.post('/send', async (request) => {
		const { body, webhook, event, type, ...given } = parseOrRefuse(sendSchema, request.body);
		const { headers, queryParameters, url } = given;
		const otherwise = {
			...(headers && { headers }),
			...(queryParameters && { queryParameters }),
			...(url && { url }),
		};
		const webhooks =
			webhook === undefined
				? service.store.webhooks
				: [webhookCalled(service.store.webhooks, webhook)];
		const wanted = webhooks.filter(
			({ config }) =>
				(event ?? config.routigoEvent) === config.routigoEvent &&
				(type ?? config.routigoEventType) === config.routigoEventType,
		);
		const subject = { id: 'raw', reference: null };
		const sent = wanted.map((webhook) =>
			deliver(service, webhook, subject, { label: 'raw payload', body }, otherwise),
		);
		return { deliveries: (await Promise.all(sent)).flat() };
	});
}
