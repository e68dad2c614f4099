import type { IDataObject, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { maskAll } from '../basic/secrets';
import type { DeliveryEvent } from '../event/deliveryEvent';
import { inForm } from '../event/listsAs';
import type { Received } from './webhookVendor';

type Output = 'deliveryEvent' | 'deliveryEventWithOriginal' | 'original';

/** What the user wants of a row and its original. */
export interface OutputForm {
	output: Output;
	listsAs: unknown;
}

export function outputFormOf(context: IWebhookFunctions | IPollFunctions): OutputForm {
	return {
		output: context.getNodeParameter('output', 'deliveryEvent') as Output,
		listsAs: context.getNodeParameter('listsAs', 'list'),
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
	{ original, context }: Pick<Received<unknown>, 'original' | 'context'>,
	masked: readonly string[] = [],
): IDataObject {
	if (output === 'deliveryEvent') return inForm(row, listsAs);
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
