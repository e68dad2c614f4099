import type { IWebhookFunctions } from 'n8n-workflow';

import { WEBHOOK_TIMES } from '../../shared/api/limits';
import { PAGES_OF_TOKENS, TOKENS_READ_EVERY_MS } from '../api/limits';
import { ownId } from '../event/urlIds';
import { connectTrigger } from './connectTrigger';
import { memoryOf, type Registered, registeredIn, remember } from './memory';
import { isOwn } from './registration';
import { verifyReadyCloud } from './verify';

/** When tokens were asked for last, by the trigger's address. */
const askedAt = new Map<string, number>();

/**
 * What the list gave, by the trigger's address, and in place of which memory. n8n does not save static
 * data that changes in a call that starts an execution, so the next call would know nothing of it.
 */
const found = new Map<string, { before: string; webhooks: Registered[] }>();

/**
 * The digests of the tokens that calls of a trigger may carry. A call that none of them fits makes the
 * tokens be read again from ReadyCloud's list, at most once a minute: what the trigger remembers may
 * be lost, or its webhook may have been replaced at ReadyCloud.
 */
export async function triggerSecrets(context: IWebhookFunctions): Promise<string[]> {
	const known = digestsIn(context);
	const headers = context.getHeaderData();
	const isProven = verifyReadyCloud({ headers, query: {}, body: undefined }, known).accepted;
	const hasToken = Object.keys(headers).some((name) => name.toLowerCase() === 'auth');
	if (isProven || !hasToken || !mayAsk(context)) return known;
	try {
		await readAgain(context);
		return digestsIn(context);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the tokens of its webhooks could not be read again: ${why}`,
		);
		return known;
	}
}

async function readAgain(context: IWebhookFunctions): Promise<void> {
	const { address, api, organization } = await connectTrigger(context, WEBHOOK_TIMES);
	const memory = memoryOf(context);
	const before = registeredIn(memory);
	// Those at an address that n8n had before still call, and are still to be removed some day.
	const ids = new Set(before.map(({ id }) => id));
	const own = await api.list(
		({ url, remote_url: called }) => isOwn(address, called) || ids.has(ownId(url) ?? ''),
		PAGES_OF_TOKENS,
	);
	if (own.length === 0) return;
	remember(memory, organization, own);
	found.set(address, { before: JSON.stringify(before), webhooks: registeredIn(memory) });
}

function digestsIn(context: IWebhookFunctions): string[] {
	const stored = registeredIn(memoryOf(context));
	const again = found.get(addressOf(context));
	const isUnsaved = again?.before === JSON.stringify(stored);
	return (isUnsaved ? again.webhooks : stored)
		.map(({ tokenDigest }) => tokenDigest)
		.filter((digest) => digest !== '');
}

function mayAsk(context: IWebhookFunctions): boolean {
	const address = addressOf(context);
	const now = Date.now();
	// A clock that was set back must not hold it up for longer.
	if (Math.abs(now - (askedAt.get(address) ?? -Infinity)) < TOKENS_READ_EVERY_MS) return false;
	askedAt.set(address, now);
	return true;
}

function addressOf(context: IWebhookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}
