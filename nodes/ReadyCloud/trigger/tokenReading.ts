import type { IWebhookFunctions } from 'n8n-workflow';

import { WEBHOOK_TIMES } from '../../shared/api/limits';
import { Allowance } from '../../shared/trigger/allowance';
import {
	MOST_TOLD,
	PAGES_OF_TOKENS,
	READINGS_AT_ONCE,
	READINGS_EVERY_MS,
	TOLD_FOR_MS,
} from '../api/limits';
import { ownId } from '../event/urlIds';
import { connectTrigger } from './connectTrigger';
import { memoryOf, remember, type RememberedWebhook, rememberedIn, rememberedOf } from './memory';
import { isMarked, isOwn } from './registration';
import { warnSparingly } from '../../shared/trigger/sparingLog';

/** Whether the list was read for a token, was read for it a moment ago, or could not be. */
type Told = 'read' | 'asked before' | 'unknown';

/**
 * How the tokens of one trigger's webhooks are read again. After a suspension all of them are new, and
 * several calls come at once, so that all who come meanwhile wait for the same reading. Each reading is
 * one for all: whoever caused it, it makes the tokens of every webhook known.
 *
 * What an outsider can spend is bounded in three ways. A token is asked for once, as ReadyCloud will not
 * make one that somebody has tried before. Calls about the trigger's organization have readings that no
 * others can use. And if all of these are used up, the next reading is only seconds away, and calls are
 * told to come again until then, instead of being refused.
 */
export class TokenReading {
	readonly #forAll = new Allowance(READINGS_AT_ONCE, READINGS_EVERY_MS);
	readonly #forLikely = new Allowance(READINGS_AT_ONCE, READINGS_EVERY_MS);

	/** When a list that was read for a token, by its digest, did not have it. */
	readonly #told = new Map<string, number>();

	/** The one that is under way: whether it succeeds. */
	#reading: Promise<boolean> | null = null;

	/**
	 * What the list gave, and in place of which memory. n8n does not save static data that changes in a
	 * call that starts an execution, so the next call would know nothing of it.
	 */
	#listed: { before: string; webhooks: RememberedWebhook[] } | null = null;

	/** What is known, beyond what n8n has stored. */
	latest(stored: RememberedWebhook[]): RememberedWebhook[] {
		const listed = this.#listed;
		return listed !== null && listed.before === JSON.stringify(stored) ? listed.webhooks : stored;
	}

	/**
	 * Reads the list for a token, unless that was done just before.
	 *
	 * @param isKnown whether the token is known by now
	 * @param isLikely whether the call looks as if it came from ReadyCloud
	 */
	async tell(
		context: IWebhookFunctions,
		digest: string,
		isKnown: () => boolean,
		isLikely: boolean,
	): Promise<Told> {
		if (this.#wasTold(digest)) return 'asked before';
		await this.#reading;
		if (isKnown()) return 'read';
		// Only a list that is asked for after the call has come tells for certain what it does not have.
		this.#reading ??= this.#begin(context, isLikely);
		if (this.#reading === null || !(await this.#reading)) return 'unknown';
		if (!isKnown()) this.#noteTold(digest);
		return 'read';
	}

	#begin(context: IWebhookFunctions, isLikely: boolean): Promise<boolean> | null {
		if (!this.#forAll.take() && !(isLikely && this.#forLikely.take())) return null;
		return this.#readQuietly(context).finally(() => {
			this.#reading = null;
		});
	}

	/** One that fails is not the last for long: there are several at once. */
	async #readQuietly(context: IWebhookFunctions): Promise<boolean> {
		try {
			await this.#read(context);
			return true;
		} catch (error) {
			const why = error instanceof Error ? error.message : 'unknown reason';
			warnSparingly(
				context,
				`${context.getNode().name}: the tokens of its webhooks could not be read again: ${why}`,
			);
			return false;
		}
	}

	async #read(context: IWebhookFunctions): Promise<void> {
		const { webhookUrl, api, organization } = await connectTrigger(context, WEBHOOK_TIMES);
		const memory = memoryOf(context);
		const stored = rememberedIn(memory);
		const before = this.latest(stored);
		// Those at a URL that n8n had before still call.
		const ids = new Set(before.map(({ id }) => id));
		const { webhooks, isWhole } = await api.beginning(
			(webhook) =>
				isOwn(webhookUrl, webhook.remote_url) ||
				(ids.has(ownId(webhook.url) ?? '') && isMarked(webhook)),
			PAGES_OF_TOKENS,
		);
		const listed = webhooks.map((webhook) => rememberedOf(organization, webhook));
		const known = [...before.filter(keptBeside(before, listed, isWhole)), ...listed];
		remember(memory, known);
		this.#listed = { before: JSON.stringify(stored), webhooks: known };
	}

	#wasTold(digest: string): boolean {
		const at = this.#told.get(digest);
		return at !== undefined && Math.abs(Date.now() - at) < TOLD_FOR_MS;
	}

	#noteTold(digest: string): void {
		this.#told.delete(digest);
		this.#told.set(digest, Date.now());
		for (const oldest of this.#told.keys()) {
			if (this.#told.size <= MOST_TOLD) break;
			this.#told.delete(oldest);
		}
	}
}

/**
 * What stays known beside what was listed. A list may lack a webhook that is there, so that a token
 * counts until the whole list shows another webhook in its place. Of one that was remembered without
 * its entity, that can be told only where the list has a webhook for each.
 */
function keptBeside(
	before: readonly RememberedWebhook[],
	listed: readonly RememberedWebhook[],
	isWhole: boolean,
): (remembered: RememberedWebhook) => boolean {
	return ({ id, entity }) => {
		if (listed.some((webhook) => webhook.id === id)) return false;
		const isReplaced =
			entity === null
				? listed.length >= before.length
				: listed.some((webhook) => webhook.entity === entity);
		return !(isWhole && isReplaced);
	};
}
