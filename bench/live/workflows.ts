import { randomUUID } from 'node:crypto';

import manifest from '../../package.json';
import type { WorkflowFile } from '../../runtime/rest';
import { chain, type Node, webhookNode } from '../../test/support/chain';
import { templateFile } from '../../test/support/storyWorkflow';
import { VENDORS } from '../../vendors';

export const SECRET = 'sandbox-key-of-the-bench';
/** What people take out of an order, and as many columns as they write. */
const COLUMNS = [
	'order_id',
	'title',
	'status',
	'driver',
	'updated_at',
	'completed_at',
	'external_id',
];

const end: Node = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** Every trigger of the event log with its settings, and nothing behind it. */
export async function triggersAlone(): Promise<WorkflowFile> {
	const file = await templateFile('event-log/receive');
	const types = VENDORS.map(({ provider }) => `${manifest.name}.${provider}Trigger`);
	const triggers = file.nodes
		.filter(({ type }) => types.includes(type))
		.map((node) => ({ ...node, webhookId: randomUUID() }));
	const connections = Object.fromEntries(
		triggers.map(({ name }) => [name, { main: [[{ node: 'End', type: 'main', index: 0 }]] }]),
	);
	return {
		name: 'Triggers alone',
		nodes: [...triggers, { ...end, id: 'end', position: [400, 0] }],
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** What is there without this package. @param path of its webhook */
export function withoutPackage(path: string, credential: { id: string; name: string }) {
	return {
		bare: chain('Bare', [webhookNode(path), end]),
		withHeader: chain('With a header', [
			{
				...webhookNode(path, { authentication: 'headerAuth' }),
				credentials: { httpHeaderAuth: credential },
			},
			end,
		]),
		built: chain('Built', [
			webhookNode(path),
			{
				name: 'If',
				type: 'n8n-nodes-base.if',
				typeVersion: 2.2,
				parameters: { conditions: equal('={{ $json.headers["x-key"] }}', SECRET), options: {} },
			},
			{
				name: 'Switch',
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.2,
				parameters: {
					rules: { values: [{ conditions: equal('={{ $json.body.event_type }}', 'updated') }] },
					options: {},
				},
			},
			{
				name: 'Set',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: COLUMNS.map((name) => ({
							id: name,
							name,
							type: 'string',
							value: `={{ $json.body.order_info.${name} }}`,
						})),
					},
					options: {},
				},
			},
		]),
	};
}

function equal(leftValue: string, rightValue: string): object {
	return {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		conditions: [
			{ id: 'c', leftValue, rightValue, operator: { type: 'string', operation: 'equals' } },
		],
		combinator: 'and',
	};
}
