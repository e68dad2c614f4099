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
 * The path of every webhook call, the same for all vendors: verify, read, classify, select,
 * normalize, hand over. Answers are those of docs/delivery-event.md#answers. It does not throw for
 * anything that a sender can cause, because n8n would store a failed execution for it.
 *
 * @param secrets all secrets that count as proof; none means that every call is refused
 * @param complete adds to a wanted payload what the vendor did not send; it must not throw
 */
export async function receiveWebhook<Payload>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload>,
	secrets: readonly string[],
	complete?: (payload: Payload) => Promise<Payload>,
): Promise<IWebhookResponseData> {
	if (context.getRequestObject().method === 'GET') {
		return answerReadiness(context, vendor, secrets.length > 0);
	}
	const call = await readCall(context);
	const verification = vendor.verify(call, secrets);
	if (!verification.accepted) {
		return answerRefusal(context, vendor, verification.reason);
	}
	const reading = vendor.read(call.body, call.query);
	if ('expected' in reading) return answerBadBody(context, reading.expected);
	try {
		const { items, unwanted } = await select(context, vendor, reading.received, secrets, complete);
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
async function select<Payload>(
	context: IWebhookFunctions,
	vendor: WebhookVendor<Payload>,
	received: Array<Received<Payload>>,
	secrets: readonly string[],
	complete?: (payload: Payload) => Promise<Payload>,
): Promise<{ items: INodeExecutionData[]; unwanted: string }> {
	const events = context.getNodeParameter('events', []) as string[];
	const filters = context.getNodeParameter('filters', {}) as EventFilters;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const output = context.getNodeParameter('output', 'deliveryEvent') as Output;
	// Only originals may repeat a secret.
	const hidden = output === 'deliveryEvent' ? [] : (vendor.hidden?.(secrets) ?? secrets);
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
		const whole = complete && vendor.normalize(await complete(payload), occurrence, receivedAt);
		items.push({ json: present(output, whole ?? row, original, hidden) });
	}
	return { items, unwanted };
}

function present(
	output: Output,
	row: DeliveryEvent,
	original: Record<string, unknown>,
	hidden: readonly string[],
): IDataObject {
	if (output === 'deliveryEvent') return row;
	const shown = maskAll(original, hidden) as IDataObject;
	return output === 'original' ? shown : { ...row, original: shown };
}
