import { createHash } from 'node:crypto';
import type { Credential, N8nRest, WorkflowFile } from '../rest';

type Node = WorkflowFile['nodes'][number];

export interface Bindings {
	/** Credentials of this n8n by type. */
	credentials: ReadonlyMap<string, Credential>;
	/** Data table that every Data Table node is pointed at. */
	tableId: string;
}

/**
 * Puts this n8n's credentials and data table in the place of the file's, and gives triggers
 * without one the id that their address is made of.
 */
export function bindWorkflow(file: WorkflowFile, bindings: Bindings): WorkflowFile {
	return { ...file, nodes: file.nodes.map((node) => bindNode(node, bindings)) };
}

function bindNode(node: Node, { credentials, tableId }: Bindings): Node {
	const bound: Node = { ...node };
	if (isRecord(node.credentials)) {
		bound.credentials = Object.fromEntries(
			Object.entries(node.credentials).map(([type, given]) => {
				const found = credentials.get(type);
				return [type, found ? { id: found.id, name: found.name } : given];
			}),
		);
	}
	if (/\.dataTable(Tool)?$/.test(node.type) && isRecord(node.parameters)) {
		const dataTableId = { __rl: true, mode: 'id', value: tableId };
		bound.parameters = { ...node.parameters, dataTableId };
	}
	if (/Trigger$/.test(node.type) && node.webhookId === undefined) {
		bound.webhookId = idFrom(`${node.type} ${node.name}`);
	}
	return bound;
}

/** Production address of the workflow's trigger, as n8n builds it. */
export async function webhookUrl(
	rest: N8nRest,
	n8nUrl: string,
	file: WorkflowFile,
	type: string,
): Promise<string> {
	const node = file.nodes.find((candidate) => candidate.type === type);
	if (!node) throw new Error(`The demo workflow has no node of the type ${type}.`);
	const types = await rest.nodeTypes();
	const description = types.find(({ name }) => name === type);
	const webhooks = description?.webhooks;
	const first: unknown = Array.isArray(webhooks) ? webhooks[0] : undefined;
	const path = isRecord(first) ? String(first.path) : 'webhook';
	return `${n8nUrl}/webhook/${String(node.webhookId)}/${path}`;
}

/** The same text always gives the same UUID, so that an address stays over a new import. */
function idFrom(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
