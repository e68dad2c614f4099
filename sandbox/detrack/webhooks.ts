import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import { hint, type Mask } from '../core/mask';
import { urlsAtStart, urlsWithDemo, webhookUrls } from '../core/pastedWebhooks';
import { parseOrRefuse } from '../core/refusal';
import {
	DETRACK_WEBHOOK_HEADER_NAME,
	DETRACK_WEBHOOK_HEADER_VALUE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from './defaults';
import { type Trigger, TRIGGERS } from './triggers';

const NAMES = Object.keys(TRIGGERS) as [Trigger, ...Trigger[]];
const url = webhookUrls.element.nullable();
const secret = z.string().min(6, 'A secret here has at least 6 characters.');
const header = z
	.object({
		name: z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'not a name of a header'),
		value: secret,
	})
	.strict();

/** What an account enters under Settings > Webhook and under Settings > Delivery and Collection. */
const accountSchema = z
	.object({
		/** Detrack has one address for the whole account. */
		urls: webhookUrls.max(1, 'Detrack has one address for the whole account.').default([]),
		deliveryUrl: url.default(null),
		collectionUrl: url.default(null),
		triggers: z.array(z.enum(NAMES)).default(NAMES),
		driverChanges: z.boolean().default(false),
		version: z.enum(['1', '2']).default('2'),
		encoding: z.enum(['json', 'form']).default('json'),
		/** Whether user name and password are sent; on from the start, as triggers refuse calls without. */
		basicAuth: z.boolean().default(true),
		username: z.string().default(DETRACK_WEBHOOK_USERNAME),
		password: secret.default(DETRACK_WEBHOOK_PASSWORD),
		headers: z.array(header).default([]),
		userAgent: z.string().nullable().default(null),
	})
	.strict();

const keptSchema = accountSchema.extend({ demoUrl: url.default(null) });

export type Account = z.output<typeof accountSchema>;

/** What `PUT /control/detrack/webhooks` takes: what is not given stays; `headers: "default"` adds the sandbox's own. */
const accountChange = accountSchema
	.extend({
		headers: z.union([z.array(header), z.literal('default')]),
		/** null brings the first one back. */
		password: secret.nullable(),
	})
	.partial();

const DEFAULT_HEADER = { name: DETRACK_WEBHOOK_HEADER_NAME, value: DETRACK_WEBHOOK_HEADER_VALUE };

/** Where and how the account wants its notifications. */
export class AccountWebhooks {
	#values: Account = accountSchema.parse({});
	#demoUrl: string | null = null;

	readonly #mask: Mask;

	constructor(mask: Mask) {
		this.#mask = mask;
		this.#hide();
	}

	get values(): Account {
		return this.#values;
	}

	get urls(): readonly string[] {
		return this.#values.urls;
	}

	get demoUrl(): string | null {
		return this.#demoUrl;
	}

	get isAtStart(): boolean {
		return isDeepStrictEqual(this.#values, accountSchema.parse({ urls: urlsAtStart(this) }));
	}

	/** Changes what is given. */
	set(changes: unknown): void {
		const { headers, password, ...others } = parseOrRefuse(accountChange, changes);
		this.#values = accountSchema.parse({
			...this.#values,
			...others,
			...(headers && { headers: headers === 'default' ? [DEFAULT_HEADER] : headers }),
			...(password !== undefined && { password: password ?? DETRACK_WEBHOOK_PASSWORD }),
		});
		this.#hide();
	}

	backToStart(): void {
		this.#values = accountSchema.parse({ urls: urlsAtStart(this) });
	}

	enterDemo(url: string): void {
		this.#values = { ...this.#values, urls: [...urlsWithDemo(this, url)] };
		this.#demoUrl = url;
	}

	reset(): void {
		this.#values = accountSchema.parse({});
		this.#demoUrl = null;
	}

	snapshot(): unknown {
		return { ...this.#values, demoUrl: this.#demoUrl };
	}

	restore(kept: unknown): void {
		const { demoUrl, ...values } = keptSchema.parse(kept);
		this.set(values);
		this.#demoUrl = demoUrl;
	}

	/** As it may be shown. */
	masked(): Record<string, unknown> {
		const { password, headers, ...open } = this.#values;
		return {
			...open,
			passwordHint: hint(password),
			headers: headers.map(({ name, value }) => ({ name, valueHint: hint(value) })),
		};
	}

	#hide(): void {
		const { username, password, headers } = this.#values;
		const basic = Buffer.from(`${username}:${password}`).toString('base64');
		const values = headers.map(({ value }) => value);
		for (const each of [password, basic, DETRACK_WEBHOOK_HEADER_VALUE, ...values]) {
			this.#mask.add(each);
		}
	}
}
