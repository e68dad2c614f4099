import type { IWebhookFunctions } from 'n8n-workflow';

import { WEBHOOK_TIMES } from '../../shared/api/limits';
import { chosenUrl } from '../../shared/trigger/answering';
import { headerValues, type WebhookCall } from '../../shared/trigger/verification';
import { PAGES_OF_TOKENS, TOKENS_READ_EVERY_MS } from '../api/limits';
import { ownId } from '../event/urlIds';
import { connectTrigger } from './connectTrigger';
import { memoryOf, remember, rememberedIn, type RememberedWebhook } from './memory';
import { isOwn } from './registration';

/** When tokens were asked for last, by the trigger's URL. */
const askedAt = new Map<string, number>();

/**
 * What the list gave, by the trigger's URL, and in place of which memory. n8n does not save static
 * data that changes in a call that starts an execution, so the next call would know nothing of it.
 */
const listed = new Map<string, { before: string; webhooks: RememberedWebhook[] }>();

/** The digests of the tokens that calls of a trigger may carry, as far as it knows them. */
export async function tokenDigests(context: IWebhookFunctions): Promise<string[]> {
	return await Promise.resolve(digestsIn(context));
}

/**
 * The same, after a refusal, as ReadyCloud's list has them: what the trigger remembers may be lost, or
 * its webhook may have been replaced at ReadyCloud. The list is read at most once a minute.
 *
 * @returns `null` where it is not read, or cannot be
 */
export async function readTokensAgain(
	context: IWebhookFunctions,
	{ headers }: WebhookCall,
): Promise<string[] | null> {
	const hasToken = headerValues(headers, 'Auth').length > 0;
	if (!hasToken || !mayAsk(context)) return null;
	try {
		await readAgain(context);
		return digestsIn(context);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the tokens of its webhooks could not be read again: ${why}`,
		);
		return null;
	}
}

async function readAgain(context: IWebhookFunctions): Promise<void> {
	const { webhookUrl, api, organization } = await connectTrigger(context, WEBHOOK_TIMES);
	const memory = memoryOf(context);
	const before = rememberedIn(memory);
	// Those at a URL that n8n had before still call, and are still to be removed some day.
	const ids = new Set(before.map(({ id }) => id));
	const own = await api.list(
		({ url, remote_url: called }) => isOwn(webhookUrl, called) || ids.has(ownId(url) ?? ''),
		PAGES_OF_TOKENS,
	);
	if (own.length === 0) return;
	remember(memory, organization, own);
	listed.set(webhookUrl, { before: JSON.stringify(before), webhooks: rememberedIn(memory) });
}

function digestsIn(context: IWebhookFunctions): string[] {
	const stored = rememberedIn(memoryOf(context));
	const again = listed.get(webhookUrlOf(context));
	const isUnsaved = again?.before === JSON.stringify(stored);
	return (isUnsaved ? again.webhooks : stored)
		.map(({ tokenDigest }) => tokenDigest)
		.filter((digest) => digest !== '');
}

function mayAsk(context: IWebhookFunctions): boolean {
	const webhookUrl = webhookUrlOf(context);
	const now = Date.now();
	// A clock that was set back must not hold it up for longer.
	if (Math.abs(now - (askedAt.get(webhookUrl) ?? -Infinity)) < TOKENS_READ_EVERY_MS) return false;
	askedAt.set(webhookUrl, now);
	return true;
}

function webhookUrlOf(context: IWebhookFunctions): string {
	return chosenUrl(context) ?? '';
}
