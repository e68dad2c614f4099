import {
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
	type INodePropertyOptions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import type { z } from 'zod';

import type { ApiClient } from '../api/apiClient';
import { asNodeProperty, type Properties } from '../api/properties';
import { type ValuesOf, valuesReader } from './parameters';
import { asWanted } from './rows';

export type ItemError = NodeApiError | NodeOperationError;

/** What one input item became: output items, some with files, or the reason why there are none. */
export type ItemResult =
	| { json: IDataObject[]; binary?: ReadonlyArray<IBinaryKeyData | undefined> }
	| { error: ItemError };

/** An output item with files, which n8n keeps beside the data. */
export class FileItem {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What an operation gives for one input item. */
export type Output = IDataObject | FileItem | Array<IDataObject | FileItem>;

/** One input item as an operation sees it. */
export interface Item<P extends Properties> {
	itemIndex: number;
	values: ValuesOf<P>;
}

export interface Call {
	context: IExecuteFunctions;
	client: ApiClient;
}

export interface Wording<P extends Properties> {
	/** The operation's value in saved workflows: never changed. */
	value: string;
	name: string;
	action: string;
	description: string;
	properties: P;
	/** What an output item looks like with default settings; the editor shows it before the first run. */
	output: z.ZodTypeAny;
}

/** An operation in the form that a node needs. */
export interface Operation {
	option: INodePropertyOptions;
	properties: INodeProperties[];
	output: z.ZodTypeAny;
	/** Whether all items are handled at once, so that some may fail while others have their effect. */
	isBatch: boolean;
	/** Runs the operation; a result is reported as soon as it is there, for every input item once. */
	run(call: Call, report: (itemIndex: number, result: ItemResult) => void): Promise<void>;
}

/**
 * An operation that handles one input item at a time. `run` gets typed parameter values and gives
 * the output items of its input item, or throws.
 */
export function operation<const P extends Properties>(
	wording: Wording<P> & {
		run(call: Call, item: Item<P>): Promise<Output>;
	},
): Operation {
	return {
		...described(wording),
		isBatch: false,
		async run(call, report) {
			const { length } = call.context.getInputData();
			const valuesOf = valuesReader(call.context, wording.properties);
			for (let itemIndex = 0; itemIndex < length; itemIndex++) {
				const result = await attempt(call.context, itemIndex, async () => {
					const values = valuesOf(itemIndex);
					const output = [await wording.run(call, { itemIndex, values })].flat();
					return output.map((item) => (item instanceof FileItem ? item : asWanted(item, values)));
				});
				report(itemIndex, result);
				// n8n stops at the first error unless told otherwise, so the rest must not be sent.
				if ('error' in result && !call.context.continueOnFail()) return;
			}
		},
	};
}

/** Runs one item's part; whatever it throws becomes an error that belongs to the item. */
export async function attempt(
	context: IExecuteFunctions,
	itemIndex: number,
	part: () => Promise<Output>,
): Promise<ItemResult> {
	try {
		const output = await part();
		const items = Array.isArray(output) ? output : [output];
		return {
			json: items.map((item) => (item instanceof FileItem ? item.json : item)),
			binary: items.map((item) => (item instanceof FileItem ? item.binary : undefined)),
		};
	} catch (error) {
		if (error instanceof NodeApiError || error instanceof NodeOperationError) {
			return { error: withItem(error, itemIndex) };
		}
		const reason = error instanceof Error ? error : new Error(String(error));
		return { error: new NodeOperationError(context.getNode(), reason, { itemIndex }) };
	}
}

/** The error as that of one item. One that belongs to another item already is copied. */
export function withItem(error: ItemError, itemIndex: number): ItemError {
	const { context, node, message } = error;
	if ((context.itemIndex ?? itemIndex) === itemIndex) {
		context.itemIndex = itemIndex;
		return error;
	}
	const options = { message, description: error.description ?? undefined, itemIndex };
	const copy =
		error instanceof NodeApiError
			? new NodeApiError(node, {}, { ...options, httpCode: error.httpCode ?? undefined })
			: new NodeOperationError(node, message, options);
	// n8n may have put words of its own in its place, see `ApiClient.error`.
	copy.message = message;
	return copy;
}

export function described<P extends Properties>({
	value,
	name,
	action,
	description,
	properties,
	output,
}: Wording<P>) {
	return {
		option: { value, name, action, description },
		properties: properties.map(asNodeProperty),
		output,
	};
}
