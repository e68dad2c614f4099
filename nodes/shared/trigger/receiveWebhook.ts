import {
	type IDataObject,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeOperationError,
} from 'n8n-workflow';

import { Deadline } from '../api/deadline';
import { WEBHOOK_TIMES } from '../api/limits';
import { maskAll } from '../basic/secrets';
import { answerOnlyWhenRun, chosenUrl, isAtChosenUrl } from './answering';
import { filteredOut, notSelected } from './eventFilters';
import { present } from './outputForm';
import { readSettings, type TriggerSettings } from './triggerSettings';
import type { Verification, WebhookCall } from './verification';
import {
	answerBadBody,
	answerElsewhere,
	answerReadiness,
	answerRefusal,
	answerTooLarge,
	answerUndecided,
	answerUnwanted,
	RECEIVED,
} from './webhookAnswers';
import { readCall } from './webhookBody';
import { type Received, UNDECIDED, type WebhookVendor } from './webhookVendor';
import { warnSparingly } from './sparingLog';

/**
 * The path of every webhook call, the same for all vendors: verify, read, and for each event in it
 * classify, select, normalize, filter, complete; then hand over. Answers are those of
 * docs/delivery-event.md#answers. It does not throw for anything that a sender can cause, because n8n
 * would store a failed execution for it.
 *
 * @throws NodeOperationError for a proven call where a parameter of the trigger cannot be used. n8n
 * stores a failed execution with it and answers 500, so that the vendor may try again.
 */
export async function receiveWebhook<Payload, Secrets>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload, Secrets>,
): Promise<IWebhookResponseData> {
	const known = await vendor.secrets(context);
	if (context.getRequestObject().method === 'GET') {
		return answerReadiness(context, vendor, known, urlElsewhere(context));
	}
	const deadline = Deadline.after(WEBHOOK_TIMES.timeoutSeconds);
	let call: WebhookCall;
	let verified: Awaited<ReturnType<typeof verify<Payload, Secrets>>>;
	try {
		call = await readCall(context);
		verified = await verify(context, vendor, call, known, deadline);
	} catch {
		// It may be genuine, so that its sender shall try again.
		return answerUndecided(context, vendor);
	}
	if (verified === UNDECIDED) return answerUndecided(context, vendor);
	const { verification, secrets } = verified;
	if (!verification.accepted) {
		return answerRefusal(context, vendor, verification.reason, vendor.challenge?.(secrets));
	}
	const elsewhere = urlElsewhere(context);
	if (elsewhere !== null) return answerElsewhere(context, vendor, elsewhere);
	const settings = settingsOr(context, vendor);
	let lost: Array<Received<Payload>>;
	try {
		const reading = vendor.read(call.body, { ...call.query, ...verification.proven }, call.headers);
		if ('expected' in reading) {
			const { isTooLarge, expected } = reading;
			return isTooLarge
				? answerTooLarge(context, vendor, expected)
				: answerBadBody(context, expected);
		}
		if (!(settings instanceof NodeOperationError)) {
			const source = { vendor, secrets, settings, deadline };
			const { items, unwanted } = await itemsFor(context, source, reading.received);
			if (items.length === 0) return answerUnwanted(unwanted);
			answerOnlyWhenRun(context);
			return { webhookResponse: RECEIVED, workflowData: [items] };
		}
		lost = reading.received;
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		warnSparingly(
			context,
			`${vendor.name} Trigger "${context.getNode().name}" answered a proven call with 400: ${why}`,
		);
		return answerBadBody(context, `its values cannot be understood (${why}).`);
	}
	// Whether the vendor tries again is known of one alone: the failed execution keeps what came.
	const masked = vendor.textsToMask(secrets);
	settings.context.received = lost.map(({ original }) => maskAll(original, masked) as IDataObject);
	throw settings;
}

/** The trigger's settings, or what is wrong with them. */
function settingsOr(
	context: IWebhookFunctions,
	vendor: Parameters<typeof readSettings>[1],
): TriggerSettings | NodeOperationError {
	try {
		return readSettings(context, vendor);
	} catch (error) {
		return new NodeOperationError(context.getNode(), error as Error);
	}
}

/** The URL to call instead, where this one is not the one that is chosen. */
function urlElsewhere(context: IWebhookFunctions): string | null {
	return isAtChosenUrl(context) ? null : (chosenUrl(context) ?? '');
}

/** The verdict over a call, and the secrets behind it. Fresh ones get a refused call a second chance. */
async function verify<Payload, Secrets>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload, Secrets>,
	call: WebhookCall,
	known: Secrets,
	deadline: Deadline,
): Promise<{ verification: Verification; secrets: Secrets } | typeof UNDECIDED> {
	const verification = vendor.verify(call, known);
	const fresh = verification.accepted
		? null
		: await inTime(context, deadline, UNDECIDED, vendor.refresh?.(context, call));
	if (fresh === UNDECIDED) return UNDECIDED;
	if (fresh === null || fresh === undefined) return { verification, secrets: known };
	return { verification: vendor.verify(call, fresh), secrets: fresh };
}

interface Source<Payload, Secrets> {
	vendor: WebhookVendor<Payload, Secrets>;
	secrets: Secrets;
	settings: TriggerSettings;
	deadline: Deadline;
}

/** The items that the workflow wants, and why the last unwanted event is not one of them. */
async function itemsFor<Payload, Secrets>(
	context: IWebhookFunctions,
	{ vendor, secrets, settings, deadline }: Source<Payload, Secrets>,
	received: Array<Received<Payload>>,
): Promise<{ items: INodeExecutionData[]; unwanted: string }> {
	const { form } = settings;
	// Only originals may repeat a secret.
	const masked = form.output === 'deliveryEvent' ? [] : vendor.textsToMask(secrets);
	const receivedAt = new Date().toISOString();
	const items: INodeExecutionData[] = [];
	let unwanted = 'The call holds no event.';
	for (const each of received) {
		const { payload } = each;
		const occurrence = vendor.classify(payload);
		// Nothing is asked for or normalised for nobody: the values need not even be understood.
		const unselected = notSelected(occurrence, settings.events);
		if (unselected !== null) {
			unwanted = unselected;
			continue;
		}
		const completing = vendor.complete?.(context, payload, deadline);
		const whole = (await inTime(context, deadline, payload, completing)) ?? payload;
		const row = vendor.normalize(whole, occurrence, receivedAt);
		const { filters, options } = settings;
		const leftOut = filteredOut(row, filters) ?? vendor.unwanted?.(row, options) ?? null;
		if (leftOut === null) items.push({ json: present(form, row, each, masked) });
		else unwanted = leftOut;
	}
	return { items, unwanted };
}

/** What comes in time to answer the call; without it, the call is answered all the same. */
async function inTime<Value>(
	context: IWebhookFunctions,
	deadline: Deadline,
	without: Value,
	coming: Promise<Value> | undefined,
): Promise<Value | undefined> {
	if (coming === undefined) return undefined;
	return await deadline.bound(coming).catch((error: unknown) => {
		const why = error instanceof Error ? error.message : 'unknown reason';
		warnSparingly(context, `${context.getNode().name}: a call is answered without more: ${why}`);
		return without;
	});
}
