import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Delivery } from '../core/delivery';
import { overHttpOnLoopback } from '../core/loopback';
import { parseOrRefuse } from '../core/refusal';
import { NO_RETRY } from '../core/retryRule';
import { ENTITIES } from './defaults';
import type { Org, Told, Webhook } from './model';
import type { ReadyCloudService } from './service';
import { isTooMuch } from './suspension';

/** What an event is about. */
export interface Subject {
	id: string;
	/** The owner's own name for it. */
	reference: string | null;
	remember(events: readonly Told[]): void;
}

/** Sends events to the webhooks that are registered for them; resolves after the first tries. */
export async function emit(
	service: ReadyCloudService,
	org: Org,
	subject: Subject,
	events: readonly Told[],
): Promise<Delivery[]> {
	subject.remember(events);
	const sent = events.flatMap((event) =>
		org.webhooks
			.filter((webhook) => webhook.entity === event.entity)
			.map((webhook) => deliver(service, webhook, subject, event)),
	);
	return (await Promise.all(sent)).flat();
}

/** Sends one event to one webhook, as ReadyCloud does: PUT, and the token in the header `Auth`. */
function deliver(
	service: ReadyCloudService,
	webhook: Webhook,
	subject: Subject,
	event: Told,
): Promise<Delivery[]> {
	return service.services.sender.send({
		vendor: 'readycloud',
		jobId: subject.id,
		reference: subject.reference,
		event: event.label,
		urls: [calledUrl(webhook)],
		body: event.body,
		retry: NO_RETRY,
		method: 'PUT',
		headers: { Auth: webhook.token },
		webhook: webhook.id,
		lane: webhook.id,
		accepts: (status) => status === 200,
		wanted: () => webhook.suspended_at === null && isRegistered(service, webhook),
		tried: ({ status }) => {
			const tooMuch = isTooMuch(webhook, status, service.services.clock.now().getTime());
			if (tooMuch && webhook.suspended_at === null) service.suspend(webhook);
		},
	});
}

// It may have been deleted while the event waited for its turn.
function isRegistered({ store }: ReadyCloudService, webhook: Webhook): boolean {
	return store.webhooks.includes(webhook);
}

// Nothing on this machine has a certificate.
function calledUrl({ remote_url }: Webhook): string {
	const url = new URL(remote_url);
	overHttpOnLoopback(url);
	return url.href;
}

const sendSchema = z.object({ body: z.unknown(), entity: z.enum(ENTITIES) }).strict();

/** Sends any body to the webhooks of an entity. */
export function addSendControl(app: FastifyInstance, service: ReadyCloudService): void {
	app.post('/send', async (request) => {
		const { body, entity } = parseOrRefuse(sendSchema, request.body);
		const subject = { id: 'raw', reference: null, remember: (): void => undefined };
		const event = { entity, label: 'raw payload', body };
		return { deliveries: await emit(service, service.store.ownOrg(), subject, [event]) };
	});
}
