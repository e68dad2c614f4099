import { z } from 'zod';

import type { Delivery } from './delivery';
import type { Json } from './json';
import { json } from './jsonSchema';
import { parseOrRefuse } from './refusal';
import type { StandInService } from './service';
import type { PastedUrls } from './vendor';
import type { WebhookDoor } from './webhookDoor';

const url = z
	.string()
	.trim()
	.refine(isWebAddress, (text) => ({
		message: `“${text}” is not a web address. Copy the whole address from n8n: it begins with http:// or https://.`,
	}));

/** URLs as a person pastes them. */
export const webhookUrls = z.array(url);

const testingSchema = z.object({ isOn: z.boolean() }).strict();
const sendSchema = z.object({ body: json, urls: webhookUrls.optional() }).strict();

function isWebAddress(text: string): boolean {
	return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** Webhooks as an account has them. */
interface Account {
	/** Changes what is given; refuses what cannot be used. */
	set(changes: unknown): void;
	/** As it may be shown. */
	masked(): Record<string, unknown>;
}

/** What is special about a vendor's account. */
interface PastedSpec<Service> {
	account(service: Service): Account;
	/** As the page shows it. */
	column(service: Service): Omit<PastedUrls, 'isTesting'>;
	/** Sends any body, to the account's URLs unless others are given. */
	send(service: Service, body: Json, urls?: readonly string[]): Promise<Delivery[]>;
}

/** Webhooks whose URLs a person pastes into the vendor's portal. */
export function pastedWebhooks<Service extends StandInService>(
	vendor: string,
	spec: PastedSpec<Service>,
): WebhookDoor<Service> {
	return {
		control: (app, service) => {
			const account = spec.account(service);
			app.get('/webhooks', () => account.masked());
			app.put('/webhooks', (request) => {
				account.set(request.body);
				return account.masked();
			});
			app.put('/testing', (request) => {
				const { isOn } = parseOrRefuse(testingSchema, request.body);
				service.services.sender.setTesting(vendor, isOn);
				return { isOn };
			});
			app.post('/send', async (request) => {
				const { body, urls } = parseOrRefuse(sendSchema, request.body);
				return { deliveries: await spec.send(service, body, urls) };
			});
		},
		column: (service) => ({
			webhooks: {
				...spec.column(service),
				isTesting: service.services.sender.isTesting(vendor),
			},
			registered: null,
		}),
	};
}
