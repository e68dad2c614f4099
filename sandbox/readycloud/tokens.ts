import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { hint } from '../core/mask';
import { parseOrRefuse } from '../core/refusal';
import type { StandInService } from '../core/service';
import {
	READYCLOUD_CLIENT_ID,
	READYCLOUD_OTHER_CLIENT_ID,
	READYCLOUD_OTHER_TOKEN,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from './defaults';
import type { ReadyCloudSettings } from './settings';

/** What `POST /control/readycloud/tokens` takes. */
const tokenSchema = z
	.object({
		// A shorter one could turn up in a log by accident and be masked there for no reason.
		access: z.string().min(8),
		refresh: z.string().min(8).nullable().default(null),
		client: z.string().min(1).default(READYCLOUD_CLIENT_ID),
	})
	.strict();
// State files of earlier versions say more of a token.
const keptTokenSchema = tokenSchema.extend({ expired: z.boolean() }).strip();

export type Token = z.output<typeof keptTokenSchema>;

/** Access tokens and what refreshes them. */
export class Tokens {
	#tokens: Token[] = [];

	constructor() {
		this.reset();
	}

	/** The token, provided that it is known and has not expired. */
	usable(access: string): Token | undefined {
		return this.#tokens.find((each) => each.access === access && !each.expired);
	}

	add(token: z.output<typeof tokenSchema>): void {
		const others = this.#tokens.filter((each) => each.access !== token.access);
		this.#tokens = [...others, { ...token, expired: false }];
	}

	/** Makes a refresh token's access token last longer; undefined for an unknown one. */
	refresh(client: string, refresh: string, settings: ReadyCloudSettings): Token | undefined {
		const token = this.#tokens.find((each) => each.refresh === refresh && each.client === client);
		if (!token) return undefined;
		if (!settings.refreshKeepsAccess) token.access = randomBytes(16).toString('hex');
		if (settings.refreshRotates) token.refresh = randomBytes(16).toString('hex');
		token.expired = false;
		return token;
	}

	/** Ends every token's life before its time. */
	expire(): void {
		for (const token of this.#tokens) token.expired = true;
	}

	all(): readonly Token[] {
		return this.#tokens;
	}

	/** As they may be shown. */
	masked(): Token[] {
		return this.#tokens.map((each) => ({
			...each,
			access: hint(each.access),
			refresh: each.refresh && hint(each.refresh),
		}));
	}

	snapshot(): readonly Token[] {
		return this.#tokens;
	}

	restore(kept: unknown): void {
		this.#tokens = z.array(keptTokenSchema).parse(kept);
	}

	reset(): void {
		this.#tokens = [];
		const refresh = READYCLOUD_REFRESH_TOKEN;
		this.add({ access: READYCLOUD_TOKEN, refresh, client: READYCLOUD_CLIENT_ID });
		const client = READYCLOUD_OTHER_CLIENT_ID;
		this.add({ access: READYCLOUD_OTHER_TOKEN, refresh: null, client });
	}
}

/** Shows the tokens, adds one, and ends them before their time. */
export function addTokenControl(
	app: FastifyInstance,
	service: StandInService & { tokens: Tokens },
): void {
	const { tokens } = service;
	app.get('/tokens', () => tokens.masked());
	app.post('/tokens', (request, reply) => {
		tokens.add(parseOrRefuse(tokenSchema, request.body));
		service.hideSecrets();
		return reply.code(201).send(tokens.masked());
	});
	app.post('/tokens/expire', () => {
		tokens.expire();
		return tokens.masked();
	});
}
