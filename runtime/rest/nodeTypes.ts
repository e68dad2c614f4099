import { z } from 'zod';

import { RestError, type Session } from './session';

const nodeType = z
	.object({
		name: z.string(),
		displayName: z.string(),
		version: z.union([z.number(), z.array(z.number())]),
	})
	.passthrough();
export type NodeType = z.infer<typeof nodeType>;

export function nodeTypeCalls(session: Session) {
	return {
		/** Every node that this n8n has loaded, as the editor gets it. */
		async nodeTypes(): Promise<NodeType[]> {
			const action = 'list its nodes';
			return await session.call({ action, path: '/types/nodes.json', answer: z.array(nodeType) });
		},

		/**
		 * The output schema that a node ships, or undefined where it ships none.
		 * @param path e.g. `n8n-nodes-lastmile.radaro/1/job/get`: type, version, resource, operation
		 */
		async outputSchema(path: string): Promise<Record<string, unknown> | undefined> {
			const answer = z.record(z.string(), z.unknown());
			const action = 'give the output schema';
			try {
				return await session.call({ action, path: `/schemas/${path}.json`, answer });
			} catch (error) {
				if (error instanceof RestError && error.status === 404) return undefined;
				throw error;
			}
		},
	};
}
