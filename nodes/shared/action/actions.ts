import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { ApiClient } from '../api/apiClient';
import { byName } from '../basic/byName';
import { attempt, type ItemResult, type Operation } from './operation';

/** A resource of an action node; a new node starts with the first of its operations. */
export interface Resource {
	name: string;
	value: string;
	operations: ReadonlyArray<Operation>;
}

export interface Actions {
	properties: INodeProperties[];
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/**
 * Derives an action node from its list of resources: the drop-downs, what is shown when, the
 * dispatch, item linking and *continue on fail*.
 *
 * @param resources what the node can work with; a new node starts with the first
 * @param connect makes the vendor's client, once per execution
 * @param common properties that every operation has, shown last
 */
export function buildActions(
	resources: ReadonlyArray<Resource>,
	connect: (context: IExecuteFunctions) => Promise<ApiClient>,
	common: INodeProperties[],
): Actions {
	return {
		properties: [
			dropDown(
				'Resource',
				'resource',
				resources.map(({ name, value }) => ({ name, value })),
			),
			...resources.flatMap(propertiesOf),
			...common,
		],
		async execute(context) {
			const resource = context.getNodeParameter('resource', 0) as string;
			const name = context.getNodeParameter('operation', 0) as string;
			const chosen = resources
				.find(({ value }) => value === resource)
				?.operations.find(({ option }) => option.value === name);
			if (chosen === undefined) return [[]];

			const results = new Map<number, ItemResult>();
			const run = async (): Promise<void> => {
				const client = await connect(context);
				await chosen.run({ context, client }, (item, result) => results.set(item, result));
			};
			if (context.continueOnFail()) {
				await run().catch(async (error: unknown) => await fillIn(context, results, error));
			} else {
				await run();
			}
			return [outputOf(context, chosen.isBatch, results)];
		},
	};
}

/**
 * Gives every item without a result the error that stopped all of them, such as that of a missing
 * credential. n8n would hand the input on in its place, as if that were the service's answer.
 */
async function fillIn(
	context: IExecuteFunctions,
	results: Map<number, ItemResult>,
	error: unknown,
): Promise<void> {
	for (const item of context.getInputData().keys()) {
		if (results.has(item)) continue;
		results.set(item, await attempt(context, item, async () => await Promise.reject(error)));
	}
}

/**
 * One output item or more per input item, linked. Without *continue on fail* an error stops the
 * node, except where others of a batch had their effect: then it is told as an item.
 */
function outputOf(
	context: IExecuteFunctions,
	isBatch: boolean,
	results: ReadonlyMap<number, ItemResult>,
): INodeExecutionData[] {
	const inOrder = [...results].sort(([a], [b]) => a - b);
	const errors = inOrder.flatMap(([, result]) => ('error' in result ? [result.error] : []));
	const [firstError] = errors;
	if (firstError !== undefined && !context.continueOnFail()) {
		if (!isBatch || errors.length === results.size) throw firstError;
		context.addExecutionHints({
			message: `${errors.length} of ${results.size} items did not succeed. Each of them says why under "error"; the others did.`,
			location: 'outputPane',
			type: 'warning',
		});
	}
	return inOrder.flatMap(([item, result]) =>
		'error' in result
			? [{ json: { error: result.error.message }, error: result.error, pairedItem: { item } }]
			: result.json.map((json, index) => ({
					json,
					...(result.binary?.[index] && { binary: result.binary[index] }),
					pairedItem: { item },
				})),
	);
}

function propertiesOf(resource: Resource): INodeProperties[] {
	const operationProperty = dropDown(
		'Operation',
		'operation',
		resource.operations.map(({ option }) => option),
	);
	return [
		shownFor(operationProperty, { resource: [resource.value] }),
		...resource.operations.flatMap(({ option, properties }) =>
			properties.map((property) =>
				shownFor(property, { resource: [resource.value], operation: [option.value] }),
			),
		),
	];
}

/** Sorted by name, as n8n's rules ask; the default is the first as it was listed. */
function dropDown(
	displayName: string,
	name: string,
	options: INodePropertyOptions[],
): INodeProperties {
	const first = options[0]?.value ?? '';
	return {
		displayName,
		name,
		type: 'options',
		noDataExpression: true,
		options: byName(options),
		default: first,
	};
}

function shownFor(
	property: INodeProperties,
	show: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties {
	return {
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	};
}
