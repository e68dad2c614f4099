import type { IWebhookFunctions } from 'n8n-workflow';

import { connectTrigger } from './connectTrigger';
import { memoryOf, registeredIn, remember } from './registered';
import { verifyReadyCloud } from './verify';

/** Whoever calls the address could otherwise use up the 30 reads that ReadyCloud allows a minute. */
const PAUSE_MS = 60_000;

/** ReadyCloud waits for the answer meanwhile. */
const TIMES = { timeoutSeconds: 10, longestWaitSeconds: 0 };

/** When tokens were asked for last, by the trigger's address. */
const askedAt = new Map<string, number>();

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
		const { organization, subscriptions } = await connectTrigger(context, TIMES);
		remember(memoryOf(context), organization, await subscriptions.list());
		return digestsIn(context);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${context.getNode().name}: the tokens of its webhooks could not be read again: ${why}`,
		);
		return known;
	}
}

function digestsIn(context: IWebhookFunctions): string[] {
	return registeredIn(memoryOf(context))
		.map(({ tokenDigest }) => tokenDigest)
		.filter((digest) => digest !== '');
}

function mayAsk(context: IWebhookFunctions): boolean {
	const address = context.getNodeWebhookUrl('default') ?? '';
	const now = Date.now();
	if (now - (askedAt.get(address) ?? -Infinity) < PAUSE_MS) return false;
	askedAt.set(address, now);
	return true;
}
