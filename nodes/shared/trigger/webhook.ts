import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { maskAll } from '../basic/secrets';
import type { DeliveryEvent } from '../event/deliveryEvent';
import { type EventFilters, filteredOut, notSelected } from './eventFilters';
import {
	answerBadBody,
	answerReadiness,
	answerRefusal,
	answerUnwanted,
	RECEIVED,
} from './webhookAnswers';
import { readCall } from './webhookBody';
import type { Received, WebhookVendor } from './webhookVendor';

type Output = 'deliveryEvent' | 'deliveryEventWithOriginal' | 'original';

/**
 * The path of every webhook call, the same for all vendors: verify, read, and for each event in it
 * classify, normalize, select, complete, hand over. Answers are those of
 * docs/delivery-event.md#answers. It does not throw for anything that a sender can cause, because n8n
 * would store a failed execution for it.
 */
export async function receiveWebhook<Payload, Secrets>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload, Secrets>,
): Promise<IWebhookResponseData> {
	const secrets = await vendor.secrets(context);
	if (context.getRequestObject().method === 'GET') {
		return answerReadiness(context, vendor, vendor.isReady(secrets));
	}
	const call = await readCall(context);
	const verification = vendor.verify(call, secrets);
	if (!verification.accepted) {
		return answerRefusal(context, vendor, verification.reason, vendor.challenge?.(secrets));
	}
	const reading = vendor.read(call.body, call.query);
	if ('expected' in reading) return answerBadBody(context, reading.expected);
	try {
		const { items, unwanted } = await itemsFor(context, vendor, reading.received, secrets);
		if (items.length === 0) return answerUnwanted(unwanted);
		return { webhookResponse: RECEIVED, workflowData: [items] };
	} catch (error) {
		const why = error instanceof Error ? error.message : 'unknown reason';
		context.logger.warn(
			`${vendor.name} Trigger "${context.getNode().name}" answered a proven call with 400: ${why}`,
		);
		return answerBadBody(context, `its values cannot be understood (${why}).`);
	}
}

/** The items that the workflow wants, and why the last unwanted event is not one of them. */
async function itemsFor<Payload, Secrets>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload, Secrets>,
	received: Array<Received<Payload>>,
	secrets: Secrets,
): Promise<{ items: INodeExecutionData[]; unwanted: string }> {
	const events = context.getNodeParameter('events', []) as string[];
	const filters = context.getNodeParameter('filters', {}) as EventFilters;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const output = context.getNodeParameter('output', 'deliveryEvent') as Output;
	// Only originals may repeat a secret.
	const masked = output === 'deliveryEvent' ? [] : vendor.textsToMask(secrets);
	const receivedAt = new Date().toISOString();
	const items: INodeExecutionData[] = [];
	let unwanted = 'The call holds no event.';
	for (const { payload, original } of received) {
		const occurrence = vendor.classify(payload);
		const row = vendor.normalize(payload, occurrence, receivedAt);
		const why =
			notSelected(occurrence, events) ??
			filteredOut(row, filters) ??
			vendor.unwanted?.(row, options) ??
			null;
		if (why !== null) {
			unwanted = why;
			continue;
		}
		const whole = (await vendor.complete?.(context, payload)) ?? payload;
		const given = whole === payload ? row : vendor.normalize(whole, occurrence, receivedAt);
		items.push({ json: present(output, given, original, masked) });
	}
	return { items, unwanted };
}

function present(
	output: Output,
	row: DeliveryEvent,
	original: Record<string, unknown>,
	masked: readonly string[],
): IDataObject {
	if (output === 'deliveryEvent') return row;
	const shown = maskAll(original, masked) as IDataObject;
	return output === 'original' ? shown : { ...row, original: shown };
}
