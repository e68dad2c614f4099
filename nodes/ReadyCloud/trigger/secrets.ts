import type { IWebhookFunctions } from 'n8n-workflow';

import { chosenUrl } from '../../shared/trigger/answering';
import { TriggerMemory } from '../../shared/trigger/triggerMemory';
import { headerValues, type WebhookCall } from '../../shared/trigger/verification';
import { UNDECIDED } from '../../shared/trigger/webhookVendor';
import { idsIn, organizationIn } from '../event/urlIds';
import { digestOfToken, memoryOf, rememberedIn, type WebhookToken } from './memory';
import { registeredOrganization } from './registeredOrganization';
import { TokenReading } from './tokenReading';

/** By the trigger's URL. */
const READINGS = new TriggerMemory<TokenReading>();

/** The tokens that calls of a trigger may carry, as far as it knows them. */
export async function knownTokens(context: IWebhookFunctions): Promise<WebhookToken[]> {
	return await Promise.resolve(tokensOf(context));
}

/**
 * The same, after a refusal, as ReadyCloud's list has them: what the trigger remembers may be lost, or
 * its webhook may have been replaced at ReadyCloud.
 *
 * @returns `null` where the list cannot change the refusal, and `UNDECIDED` where it would have to be
 * read, but cannot be just now
 */
export async function readTokensAgain(
	context: IWebhookFunctions,
	call: WebhookCall,
): Promise<WebhookToken[] | null | typeof UNDECIDED> {
	const token = tokenIn(call);
	if (token === null) return null;
	const digest = digestOfToken(token);
	const isKnown = (): boolean =>
		tokensOf(context).some(({ tokenDigest }) => tokenDigest === digest);
	// It is one of this trigger's, so that something else was wrong about the call.
	if (isKnown()) return null;
	const told = await readingOf(context).tell(context, digest, isKnown, isLikely(context, call));
	if (told === 'unknown') return UNDECIDED;
	return told === 'asked before' ? null : tokensOf(context);
}

/** As the tokens in ReadyCloud's examples, of which other lengths must not be refused. */
const LIKE_A_TOKEN = /^[\w.~+/=-]{16,128}$/;

/** What a call gives as its token, where it can be one. */
function tokenIn({ headers }: WebhookCall): string | null {
	const [token = '', ...more] = headerValues(headers, 'Auth');
	return more.length === 0 && LIKE_A_TOKEN.test(token) ? token : null;
}

/** Whether the body is about the organization of the trigger, which an outsider need not know. */
function isLikely(context: IWebhookFunctions, { body }: WebhookCall): boolean {
	const [first] = [body].flat() as Array<{ url?: unknown } | null | undefined>;
	try {
		const organization = registeredOrganization(context);
		return organization !== null && organizationIn(idsIn(first?.url)) === organization;
	} catch {
		return false;
	}
}

function tokensOf(context: IWebhookFunctions): WebhookToken[] {
	const stored = rememberedIn(memoryOf(context));
	return readingOf(context)
		.latest(stored)
		.filter(({ tokenDigest }) => tokenDigest !== '');
}

function readingOf(context: IWebhookFunctions): TokenReading {
	return READINGS.of(chosenUrl(context) ?? '', () => new TokenReading());
}
