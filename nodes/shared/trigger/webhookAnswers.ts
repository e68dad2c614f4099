import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { WebhookVendor } from './webhookVendor';
import { warnSparingly } from './sparingLog';

/** The body of every 200 that a sender gets; unwanted events get a reason beside it. */
export const RECEIVED = { received: true };

type Answered = Pick<WebhookVendor<never, never>, 'name'>;

/** Where a call came to the other URL of the trigger: who is to do what about it. */
type AnsweredElsewhere = Answered & {
	setup: Pick<WebhookVendor<never, never>['setup'], 'isRegistered'>;
};

/** 200 without an execution, saying why: vendors must not repeat or suspend what is not wanted. */
export function answerUnwanted(why: string): IWebhookResponseData {
	return { webhookResponse: { ...RECEIVED, ignored: why } };
}

/**
 * 401 without an execution. The sender is told nothing that helps to guess; the log has the reason,
 * which is one of those in the service's `trigger/verify.ts`, or of a header in `verification.ts`.
 *
 * @param challenge the value of `WWW-Authenticate`, which is not sent without it
 */
export function answerRefusal(
	context: IWebhookFunctions,
	{ name }: Answered,
	reason: string,
	challenge?: string,
): IWebhookResponseData {
	warnSparingly(
		context,
		`${name} Trigger "${context.getNode().name}" refused a call with 401: ${reason}`,
	);
	const response = context.getResponseObject();
	if (challenge !== undefined) response.setHeader('WWW-Authenticate', challenge);
	response.status(401).json({
		message: `This call was refused: it does not prove that it comes from ${name}.`,
	});
	return { noWebhookResponse: true };
}

/** Seconds after which a sender may ask again whether its call can be checked. */
const UNDECIDED_FOR = 15;

/**
 * 503 without an execution: the call may be the vendor's, but what it could be checked with cannot be
 * had just now. Unlike 401 it tells a sender to try again.
 */
export function answerUndecided(
	context: IWebhookFunctions,
	{ name }: Answered,
): IWebhookResponseData {
	warnSparingly(
		context,
		`${name} Trigger "${context.getNode().name}" answered a call with 503: whether it comes from ${name} could not be told just now`,
	);
	const response = context.getResponseObject();
	response.setHeader('Retry-After', String(UNDECIDED_FOR));
	response.status(503).json({
		message: `Whether this call comes from ${name} cannot be told just now. Send it again.`,
	});
	return { noWebhookResponse: true };
}

/**
 * 409 without an execution: the sender is the vendor, but calls the URL of the other choice under
 * *Answer the Service*, and would be answered at another time than the user chose.
 */
export function answerElsewhere(
	context: IWebhookFunctions,
	{ name, setup }: AnsweredElsewhere,
	url: string,
): IWebhookResponseData {
	const advice = setup.isRegistered
		? `Publish the workflow again, then ${name} calls that one.`
		: `Enter that URL at ${name}.`;
	const reason = `the URL of this trigger is now ${url}, because "Answer the Service" was changed`;
	warnSparingly(
		context,
		`${name} Trigger "${context.getNode().name}" refused a call with 409: ${reason}. ${advice}`,
	);
	context
		.getResponseObject()
		.status(409)
		.json({ message: `This call was refused: ${reason}. ${advice}` });
	return { noWebhookResponse: true };
}

/** 400 without an execution: the sender is the vendor, but the body is not what the vendor sends. */
export function answerBadBody(context: IWebhookFunctions, expected: string): IWebhookResponseData {
	context
		.getResponseObject()
		.status(400)
		.json({ message: `This body cannot be read: ${expected}` });
	return { noWebhookResponse: true };
}

/** 413 without an execution: the sender is the vendor, but the body exceeds one of our limits. */
export function answerTooLarge(
	context: IWebhookFunctions,
	{ name }: Answered,
	expected: string,
): IWebhookResponseData {
	warnSparingly(
		context,
		`${name} Trigger "${context.getNode().name}" answered a proven call with 413: ${expected}`,
	);
	context
		.getResponseObject()
		.status(413)
		.json({ message: `This body is too large: ${expected}` });
	return { noWebhookResponse: true };
}

/**
 * For somebody who opens the URL in a browser: what it is, whether it is ready, and what that cannot say.
 *
 * @param secrets what calls are verified with
 * @param elsewhere the URL that is to be called instead, or `null`
 */
export function answerReadiness<Secrets>(
	context: IWebhookFunctions,
	{ name, setup, isReady }: Pick<WebhookVendor<never, Secrets>, 'name' | 'setup' | 'isReady'>,
	secrets: Secrets,
	elsewhere: string | null = null,
): IWebhookResponseData {
	const flaw = setup.flaw?.(secrets);
	const unready =
		flaw === undefined
			? `it is not ready yet, because ${setup.missing}.`
			: `it is not ready yet, because a field of its credential in n8n cannot be right. ${flaw}.`;
	const state = isReady(secrets)
		? `it is ready for events that ${name} sends. ${setup.proof(secrets)}`
		: unready;
	const told =
		elsewhere === null
			? state
			: setup.isRegistered
				? `its URL is another one, because of "Answer the Service": ${elsewhere}. ${name} was told so when the workflow was published. Publish it again if ${name} still calls this one.`
				: `its URL is another one, because of "Answer the Service": ${elsewhere}. Enter that one at ${name}.`;
	// n8n calls a run from the editor manual, also that of a test URL.
	const what =
		context.getMode() === 'manual'
			? `test address of a ${name} Trigger in n8n, which works only while the editor waits for an event,`
			: `webhook address of a ${name} Trigger in n8n,`;
	context
		.getResponseObject()
		.status(200)
		.type('text/plain')
		.send(`This is the ${what} and ${told}`);
	return { noWebhookResponse: true };
}
