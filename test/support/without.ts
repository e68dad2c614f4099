import type { WorkflowFile } from '../../runtime/rest';

/** The file of a user who has deleted a node. */
export function without(name: string): (file: WorkflowFile) => WorkflowFile {
	return (file) => {
		const connections = JSON.parse(
			JSON.stringify(file.connections, (_key, value: unknown) =>
				Array.isArray(value) ? value.filter((end) => !isTo(end, name)) : value,
			),
		) as Record<string, unknown>;
		return {
			...file,
			nodes: file.nodes.filter((node) => node.name !== name),
			connections: Object.fromEntries(
				Object.entries(connections).filter(([from]) => from !== name),
			) as WorkflowFile['connections'],
		};
	};
}

function isTo(end: unknown, name: string): boolean {
	return typeof end === 'object' && end !== null && 'node' in end && end.node === name;
}
