import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import { hint, type Mask } from '../core/mask';
import { urlsAtStart, urlsWithDemo, webhookUrls } from '../core/pastedWebhooks';
import { parseOrRefuse } from '../core/refusal';
import { RADARO_WEBHOOK_TOKEN } from './defaults';

const webhooksSchema = z
	.object({
		urls: webhookUrls,
		// A shorter one could turn up anywhere by accident, and would then be masked there.
		/** null goes back to the first one. */
		token: z
			.string()
			.min(6, 'A webhook token here has at least 6 characters.')
			.nullable()
			.optional(),
	})
	.strict();
const keptSchema = webhooksSchema.extend({ demoUrl: z.string().nullable().default(null) });

/** Where a merchant wants its events, and the token in them. */
export class Webhooks {
	#urls: readonly string[] = [];
	#token = RADARO_WEBHOOK_TOKEN;
	#demoUrl: string | null = null;

	readonly #mask: Mask;

	constructor(mask: Mask) {
		this.#mask = mask;
		mask.add(this.#token);
	}

	get urls(): readonly string[] {
		return this.#urls;
	}

	get token(): string {
		return this.#token;
	}

	get demoUrl(): string | null {
		return this.#demoUrl;
	}

	get isAtStart(): boolean {
		const isFirst = this.#token === RADARO_WEBHOOK_TOKEN;
		return isFirst && isDeepStrictEqual(this.#urls, urlsAtStart(this));
	}

	/** As it may be shown. */
	masked(): { urls: readonly string[]; tokenHint: string } {
		return { urls: this.#urls, tokenHint: hint(this.#token) };
	}

	/** Changes the URLs, and the token if one is given. */
	set(changes: unknown): void {
		const { urls, token } = parseOrRefuse(webhooksSchema, changes);
		this.#urls = [...new Set(urls)];
		if (token === undefined) return;
		this.#token = token ?? RADARO_WEBHOOK_TOKEN;
		this.#mask.add(this.#token);
	}

	backToStart(): void {
		this.set({ urls: urlsAtStart(this), token: null });
	}

	enterDemo(url: string): void {
		this.#urls = urlsWithDemo(this, url);
		this.#demoUrl = url;
	}

	reset(): void {
		this.restore({ urls: [], token: null });
	}

	snapshot(): unknown {
		return { urls: this.#urls, token: this.#token, demoUrl: this.#demoUrl };
	}

	restore(kept: unknown): void {
		const { demoUrl, ...account } = keptSchema.parse(kept);
		this.set(account);
		this.#demoUrl = demoUrl;
	}
}
