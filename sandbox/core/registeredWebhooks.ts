import { inWords } from './inWords';
import { pathValue } from './query';
import { Refusal } from './refusal';
import type { StandInService } from './service';
import { choicesFor, chooseStep, type Possible } from './steps';
import type { Registered } from './vendor';
import type { WebhookDoor } from './webhookDoor';

/** Something that happens to a webhook behind the back of the program that registered it. */
export interface WebhookStep<Service, Webhook> extends Possible<Webhook> {
	run(webhook: Webhook, service: Service, body: unknown): void;
}

/** What is special about a vendor's webhooks. */
interface WebhookSpec<Service, Webhook> {
	all(service: Service): readonly Webhook[];
	show(webhook: Webhook): Omit<Registered, 'steps' | 'title' | 'last'>;
	/** A webhook in words, for a refusal. */
	inWords: string;
	steps: Readonly<Record<string, WebhookStep<Service, Webhook>>>;
	/** Registers one by hand. */
	create(service: Service, body: unknown): Webhook;
	remove(service: Service, webhook: Webhook): void;
}

/** The webhook with an id, whoever made it, or a refusal. */
export function webhookCalled<Webhook extends { id: string }>(
	all: readonly Webhook[],
	id: string,
): Webhook {
	const webhook = all.find((each) => each.id === id);
	if (!webhook) throw new Refusal(404, `There is no webhook ${id}.`);
	return webhook;
}

/** Webhooks that programs register, as other programs or the vendor itself deal with them. */
export function registeredWebhooks<Service extends StandInService, Webhook extends { id: string }>(
	vendor: string,
	spec: WebhookSpec<Service, Webhook>,
): WebhookDoor<Service> {
	const shown = (service: Service, webhook: Webhook): Registered => {
		const row = spec.show(webhook);
		const { mask, sender } = service.services;
		return {
			...row,
			title: inWords(row.event),
			url: mask.text(row.url),
			last: sender.lastCall(vendor, row.id),
			steps: choicesFor(spec.steps, webhook),
		};
	};
	const all = (service: Service): Registered[] =>
		spec.all(service).map((each) => shown(service, each));
	return {
		control: (app, service) => {
			app.get('/webhooks', () => all(service));
			app.post('/webhooks', (request, reply) =>
				reply.code(201).send(shown(service, spec.create(service, request.body))),
			);
			app.delete('/webhooks', (_request, reply) => {
				for (const webhook of [...spec.all(service)]) spec.remove(service, webhook);
				return reply.code(204).send();
			});
			app.post('/webhooks/:id/steps/:step', (request) => {
				const webhook = webhookCalled(spec.all(service), pathValue(request, 'id'));
				const step = chooseStep(spec.steps, webhook, pathValue(request, 'step'), spec.inWords);
				step.run(webhook, service, request.body);
				return { webhooks: all(service), deliveries: [] };
			});
		},
		column: (service) => ({ webhooks: null, registered: all(service) }),
	};
}
