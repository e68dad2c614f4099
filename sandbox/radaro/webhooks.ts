import { z } from 'zod';

import { hint, type Mask } from '../core/mask';
import { webhookUrls } from '../core/pastedWebhooks';
import { parseOrRefuse } from '../core/refusal';
import { RADARO_WEBHOOK_TOKEN } from './defaults';

const webhooksSchema = z
	.object({
		urls: webhookUrls,
		// A shorter one could turn up anywhere by accident, and would then be masked there.
		/** null goes back to the first one. */
		token: z
			.string()
			.min(6, 'A verification token here has at least 6 characters.')
			.nullable()
			.optional(),
	})
	.strict();

/** Where a merchant wants its events, and the token in them. */
export class Webhooks {
	#urls: readonly string[] = [];
	#token = RADARO_WEBHOOK_TOKEN;

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

	reset(): void {
		this.set({ urls: [], token: null });
	}

	snapshot(): unknown {
		return { urls: this.#urls, token: this.#token };
	}

	restore(kept: unknown): void {
		this.set(kept);
	}
}
