import { z } from 'zod';

import type { Delivery } from './delivery';
import type { Json } from './json';
import { json } from './jsonSchema';
import { testUrlOf } from './outcome';
import { parseOrRefuse } from './refusal';
import type { StandInService } from './service';
import type { Called, PastedUrls } from './vendor';
import type { WebhookDoor } from './webhookDoor';

const url = z
	.string()
	.trim()
	.superRefine((text, context) => {
		const message = flawOf(text);
		if (message !== null) context.addIssue({ code: 'custom', message });
	});

/** URLs as a person pastes them. */
export const webhookUrls = z.array(url);

const demoSchema = z.object({ url }).strict();
const testingSchema = z.object({ isOn: z.boolean() }).strict();
const sendSchema = z.object({ body: json, urls: webhookUrls.optional() }).strict();

/** Far more than n8n's have. */
const LONGEST = 2000;
const QUOTED = 60;

/** Why an address cannot be used, in a sentence, or null. */
function flawOf(text: string): string | null {
	const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
		return `“${quoted}” is not a web address, which begins with http:// or https://.`;
	}
	if (text.length > LONGEST) {
		return `“${quoted}” has ${text.length} characters, which no address of n8n has. Copy it from n8n again.`;
	}
	const { username, password } = new URL(text);
	if (username === '' && password === '') return null;
	return 'An address here has a user name or a password in front of the @. Take them out, as everybody who sees this page could read them.';
}

/** Webhooks as an account has them. */
interface Account {
	readonly urls: readonly string[];
	/** The URL of the workflow that was started along with the sandbox; null where there is none. */
	readonly demoUrl: string | null;
	/** Whether URLs, secret and all else are as at the start. */
	readonly isAtStart: boolean;
	/** Changes what is given; refuses what cannot be used. */
	set(changes: unknown): void;
	/** Brings URLs, secret and all else back to the start. */
	backToStart(): void;
	/** Enters the URL of that workflow, unless a person has entered others since. */
	enterDemo(url: string): void;
	/** As it may be shown. */
	masked(): Record<string, unknown>;
}

/** What is special about a vendor's account. */
interface PastedSpec<Service> {
	account(service: Service): Account;
	/** As the page shows it. */
	column(service: Service): Pick<PastedUrls, 'most' | 'tokenHint' | 'where' | 'secret'>;
	/** What its calls are proven with, as it is. */
	secret(service: Service): string;
	/** Sends any body, to the account's URLs unless others are given. */
	send(service: Service, body: Json, urls?: readonly string[]): Promise<Delivery[]>;
}

/** Where events go once the URL of the demo's workflow is another one: what a person entered stays. */
export function urlsWithDemo(
	{ urls, demoUrl }: Pick<Account, 'urls' | 'demoUrl'>,
	url: string,
): readonly string[] {
	if (urls.length === 0 && demoUrl === null) return [url];
	return [...new Set(urls.map((each) => (each === demoUrl ? url : each)))];
}

/** Where events went at the start; without a demo, what a person entered was not there yet, and stays. */
export function urlsAtStart({
	urls,
	demoUrl,
}: Pick<Account, 'urls' | 'demoUrl'>): readonly string[] {
	return demoUrl === null ? urls : [demoUrl];
}

/** Webhooks whose URLs a person pastes into the vendor's portal. */
export function pastedWebhooks<Service extends StandInService>(
	vendor: string,
	spec: PastedSpec<Service>,
): WebhookDoor<Service> {
	return {
		control: (app, service) => {
			const account = spec.account(service);
			const { sender } = service.services;
			app.get('/webhooks', () => account.masked());
			app.put('/webhooks', (request) => {
				account.set(request.body);
				return account.masked();
			});
			// Apart from all else that is shown, so that it is seen only by who asks for it.
			app.get('/webhooks/secret', () => ({ secret: spec.secret(service) }));
			app.post('/webhooks/restore', () => {
				account.backToStart();
				sender.setTesting(vendor, false);
				return account.masked();
			});
			app.put('/demo', (request) => {
				account.enterDemo(parseOrRefuse(demoSchema, request.body).url);
				return demoOf(account);
			});
			app.put('/testing', (request) => {
				const { isOn } = parseOrRefuse(testingSchema, request.body);
				sender.setTesting(vendor, isOn);
				return { isOn };
			});
			app.post('/send', async (request) => {
				const { body, urls } = parseOrRefuse(sendSchema, request.body);
				return { deliveries: await spec.send(service, body, urls) };
			});
		},
		column: (service) => {
			const account = spec.account(service);
			const isTesting = service.services.sender.isTesting(vendor);
			return {
				webhooks: {
					...spec.column(service),
					urls: account.urls,
					called: calledOf(vendor, service, account.urls, isTesting),
					demo: demoOf(account),
					isAtStart: account.isAtStart && !isTesting,
					isTesting,
				},
				registered: null,
			};
		},
	};
}

function demoOf({ demoUrl, urls }: Account): PastedUrls['demo'] {
	return demoUrl === null ? null : { url: demoUrl, isCalled: urls.includes(demoUrl) };
}

function calledOf(
	vendor: string,
	{ services: { sender, mask } }: StandInService,
	urls: readonly string[],
	isTesting: boolean,
): Called[] {
	const tests = isTesting ? urls.flatMap((each) => testUrlOf(each) ?? []) : [];
	return [...urls, ...tests].map((each) => ({
		url: mask.text(each),
		last: sender.lastCall(vendor, each),
	}));
}
