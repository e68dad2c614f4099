import { type INodeParameters, type INodeProperties, NodeHelpers } from 'n8n-workflow';

import type { NodeType } from '../../runtime/rest';
import type { Node } from './chain';

/** The type of a node, in its version, or undefined where this n8n has none. */
export function typeOf(types: readonly NodeType[], node: Node): NodeType | undefined {
	return types.find(
		({ name, version }) =>
			name === node.type && [version].flat().includes(Number(node.typeVersion)),
	);
}

/** What is left of a node's parameters when it is saved in the editor, with all that stand at their default. */
export function keptParameters(types: readonly NodeType[], node: Node): INodeParameters | null {
	return NodeHelpers.getNodeParameters(
		typeOf(types, node)?.properties as INodeProperties[],
		node.parameters as INodeParameters,
		true,
		false,
		{ typeVersion: Number(node.typeVersion) },
		null,
	);
}
