import type { IDataObject } from 'n8n-workflow';

import { maskAll } from '../basic/secrets';
import type { DeliveryEvent } from '../event/deliveryEvent';
import { inForm } from '../event/listsAs';
import { readChoice, type TriggerContext } from './triggerParameters';
import type { Received } from './webhookVendor';

const OUTPUTS = ['deliveryEvent', 'deliveryEventWithOriginal', 'original'] as const;

/** What the user wants of a row and its original. */
export interface OutputForm {
	output: (typeof OUTPUTS)[number];
	listsAs: unknown;
}

/** @throws NodeOperationError where it is none that there is */
export function outputFormOf(context: TriggerContext): OutputForm {
	return {
		output: readChoice(context, 'output', 'Output', OUTPUTS),
		listsAs: readChoice(context, 'listsAs', 'Lists As', ['list', 'text']),
	};
}

/**
 * An output item of a trigger.
 *
 * @param masked secrets that the original must not show
 */
export function present(
	{ output, listsAs }: OutputForm,
	row: DeliveryEvent,
	received: Pick<Received<unknown>, 'original' | 'context'>,
	masked: readonly string[] = [],
): IDataObject {
	if (output === 'deliveryEvent') return inForm(row, listsAs);
	// Only now, as a vendor may make the original when it is read.
	const { original, context } = received;
	const body = maskAll(original, masked) as IDataObject;
	const { query, headers } = maskAll(context ?? {}, masked) as IDataObject;
	if (output === 'original') {
		return context === undefined ? body : { ...body, _query: query, _headers: headers };
	}
	return {
		...inForm(row, listsAs),
		original: context === undefined ? body : { body, query, headers },
	};
}
