import {
	type IDataObject,
	type IExecuteFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { Properties } from '../api/properties';
import {
	attempt,
	type Call,
	described,
	type Item,
	type ItemError,
	type ItemResult,
	type Operation,
	withItem,
	type Wording,
} from './operation';
import { valuesReader } from './parameters';
import { asWanted, type Form } from './rows';

/**
 * An operation that gets all input items at once and answers per item. An error of one item never
 * hides the results of the others.
 *
 * @param prepare turns an item into what is sent; its errors stay with the item
 * @param runAll sends what was prepared; gives one result each, in the same order
 */
export function batchOperation<const P extends Properties, Prepared>(
	wording: Wording<P> & {
		prepare(call: Call, item: Item<P>): Prepared;
		runAll(
			call: Call,
			prepared: Prepared[],
			first: Item<P>,
		): Promise<Array<IDataObject | ItemError>>;
	},
): Operation {
	return {
		...described(wording),
		isBatch: true,
		async run(call, report) {
			const prepared = new Map<number, Prepared>();
			let first: Item<P> | undefined;
			const valuesOf = valuesReader(call.context, wording.properties);
			for (let itemIndex = 0; itemIndex < call.context.getInputData().length; itemIndex++) {
				const result = await attempt(call.context, itemIndex, async () => {
					const item = { itemIndex, values: valuesOf(itemIndex) };
					first ??= item;
					prepared.set(itemIndex, wording.prepare(call, item));
					return [];
				});
				if ('error' in result) report(itemIndex, result);
			}
			if (first === undefined || prepared.size === 0) return;
			const { values } = first;
			const results = await wording.runAll(call, [...prepared.values()], first);
			[...prepared.keys()].forEach((itemIndex, position) => {
				report(itemIndex, asResult(call.context, itemIndex, results[position], values));
			});
		},
	};
}

function asResult(
	context: IExecuteFunctions,
	itemIndex: number,
	result: IDataObject | ItemError | undefined,
	form: Form,
): ItemResult {
	if (result instanceof NodeApiError || result instanceof NodeOperationError) {
		return { error: withItem(result, itemIndex) };
	}
	if (result !== undefined) return { json: [asWanted(result, form)] };
	return {
		error: new NodeOperationError(context.getNode(), 'There is no result for this item.', {
			itemIndex,
		}),
	};
}
