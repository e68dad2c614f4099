import type { WorkflowFile } from '../../runtime/rest';

export type Node = WorkflowFile['nodes'][number];

/** A workflow of nodes that are each connected to the next. */
export function chain(name: string, nodes: Node[]): WorkflowFile {
	const pairs = nodes.slice(1).map((node, index) => [nodes[index]?.name ?? '', node.name]);
	const connections = Object.fromEntries(
		pairs.map(([from = '', to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
	);
	return {
		name,
		nodes: nodes.map((node, index) => ({
			id: `node-${index}`,
			position: [index * 200, 0],
			...node,
		})),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** n8n's own webhook, which begins a chain and answers at its end without what came of it. */
export function webhookNode(path: string, parameters: object = {}): Node {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: {
			httpMethod: 'POST',
			path,
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
			...parameters,
		},
	};
}

/** Nodes that begin a chain by hand and give items to the next. */
export function inputNodes(items: object[]): Node[] {
	return [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Input',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ list: items }), options: {} },
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'list', options: {} },
		},
	];
}
