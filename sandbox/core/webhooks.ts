import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Delivery } from './delivery';
import { hint, type Mask } from './mask';
import { parseOrRefuse } from './refusal';

/** What `PUT /control/<vendor>/webhooks` takes. */
export const webhooksSchema = z
	.object({
		urls: z.array(
			z
				.string()
				.trim()
				.url('not an address')
				.regex(/^https?:\/\//, 'only http:// and https:// are called'),
		),
		// A shorter one could turn up anywhere by accident, and would then be masked there.
		/** null goes back to the first one. */
		token: z.string().min(6).nullable().optional(),
	})
	.strict();

/** Where a vendor sends its events, and the token that it proves itself with. */
export class Webhooks {
	#urls: readonly string[] = [];
	#token: string;

	constructor(
		private readonly defaultToken: string,
		private readonly mask: Mask,
	) {
		this.#token = defaultToken;
		mask.add(defaultToken);
	}

	get urls(): readonly string[] {
		return this.#urls;
	}

	get token(): string {
		return this.#token;
	}

	/** As it may be shown. */
	masked(): { urls: readonly string[]; tokenHint: string } {
		return { urls: this.#urls, tokenHint: hint(this.#token) };
	}

	set({ urls, token }: z.output<typeof webhooksSchema>): void {
		this.#urls = [...new Set(urls)];
		if (token === undefined) return;
		this.#token = token ?? this.defaultToken;
		this.mask.add(this.#token);
	}

	reset(): void {
		this.set({ urls: [], token: this.defaultToken });
	}
}

/** A vendor whose addresses a person pastes into its portal. */
interface Addressed {
	webhooks: Webhooks;
	send(body: unknown, event: string, job: null, urls?: readonly string[]): Promise<Delivery[]>;
}

const sendSchema = z
	.object({ body: z.unknown(), urls: webhooksSchema.shape.urls.optional() })
	.strict();

/** Addresses and raw payloads. */
export function addAddressControl(app: FastifyInstance, vendor: Addressed): void {
	app.get('/webhooks', () => vendor.webhooks.masked());
	app.put('/webhooks', (request) => {
		vendor.webhooks.set(parseOrRefuse(webhooksSchema, request.body));
		return vendor.webhooks.masked();
	});
	app.post('/send', async (request) => {
		const { body, urls } = parseOrRefuse(sendSchema, request.body);
		return { deliveries: await vendor.send(body, 'raw payload', null, urls) };
	});
}
