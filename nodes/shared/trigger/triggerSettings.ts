import type { IDataObject } from 'n8n-workflow';

import { ANSWERS } from './answering';
import type { EventFilters } from './eventFilters';
import { type OutputForm, outputFormOf } from './outputForm';
import {
	readChoice,
	readEvents,
	readFilters,
	readOptions,
	type TriggerContext,
} from './triggerParameters';
import type { WebhookVendor } from './webhookVendor';

/** The trigger's parameters that decide what starts the workflow, and what it gets. */
export interface TriggerSettings {
	events: readonly string[];
	filters: EventFilters;
	options: IDataObject;
	form: OutputForm;
}

/**
 * The settings of a trigger with a webhook, checked when its workflow is published, and with each call,
 * as an expression may give something else by then.
 *
 * @throws NodeOperationError where one of them cannot be used, in words for the owner
 */
export function readSettings(
	context: TriggerContext,
	{
		name,
		events,
		optionsFlaw,
	}: Pick<WebhookVendor<never, never>, 'name' | 'events' | 'optionsFlaw'>,
): TriggerSettings {
	readChoice(context, 'answer', 'Answer the Service', ANSWERS);
	const selected = readEvents(context, `${name} Trigger`, events);
	return {
		events: selected,
		filters: readFilters(context),
		options: readOptions(context, (options) => optionsFlaw?.(options, selected) ?? null),
		form: outputFormOf(context),
	};
}
