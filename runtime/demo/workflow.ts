import { createHash } from 'node:crypto';

import { READYCLOUD_ORG } from '../../sandbox/readycloud/defaults';
import type { Credential, NodeType, WorkflowFile } from '../rest';

type Node = WorkflowFile['nodes'][number];

export interface Bindings {
	/** Credentials of this n8n by type. */
	credentials: ReadonlyMap<string, Credential>;
	/** The types of credentials that each type of node takes. */
	credentialTypes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts this n8n's credentials and organization in the place of the file's, and gives
 * triggers without one the id that their URL is made of. Nodes of a template, which has no
 * credentials, get those that there are for them.
 */
export function bindWorkflow(file: WorkflowFile, bindings: Bindings): WorkflowFile {
	return { ...file, nodes: file.nodes.map((node) => bindNode(node, bindings)) };
}

function bindNode(node: Node, bindings: Bindings): Node {
	const bound: Node = { ...node, ...credentialsFor(node, bindings) };
	const parameters = isRecord(node.parameters) ? node.parameters : {};
	if (/\.readyCloud/.test(node.type) && isEmpty(parameters.organizationId)) {
		const organizationId = { __rl: true, mode: 'id', value: READYCLOUD_ORG };
		bound.parameters = { ...parameters, organizationId };
	}
	if (/Trigger$/.test(node.type) && node.webhookId === undefined) {
		bound.webhookId = idFrom(`${node.type} ${node.name}`);
	}
	return bound;
}

function credentialsFor(node: Node, { credentials, credentialTypes }: Bindings) {
	const given = isRecord(node.credentials) ? node.credentials : {};
	const { nodeCredentialType: chosen } = isRecord(node.parameters) ? node.parameters : {};
	const types = new Set([
		...Object.keys(given),
		...(credentialTypes.get(node.type) ?? []),
		...(typeof chosen === 'string' ? [chosen] : []),
	]);
	const bound = [...types].flatMap((type) => {
		const { id, name } = credentials.get(type) ?? {};
		const value = id === undefined ? given[type] : { id, name };
		return value === undefined ? [] : [[type, value] as const];
	});
	return bound.length > 0 ? { credentials: Object.fromEntries(bound) } : {};
}

/** Whether a resource locator has not been filled in. */
function isEmpty(locator: unknown): boolean {
	return !isRecord(locator) || locator.value === '' || locator.value === undefined;
}

/**
 * Production URL of a workflow's trigger, as n8n builds it: the one of the trigger's choice under
 * *Answer the Service*.
 */
export function webhookUrl(
	types: readonly NodeType[],
	n8nUrl: string,
	file: WorkflowFile,
	type: string,
): string {
	const node = file.nodes.find((candidate) => candidate.type === type);
	if (!node) throw new Error(`The demo workflow has no node of the type ${type}.`);
	const description = types.find(({ name }) => name === type);
	const webhooks = description?.webhooks;
	const all: unknown[] = Array.isArray(webhooks) ? webhooks : [];
	const chosen = all.find((webhook) => isRecord(webhook) && webhook.name === webhookName(node));
	const path = isRecord(chosen) ? String(chosen.path) : 'webhook';
	return `${n8nUrl}/webhook/${String(node.webhookId)}/${path}`;
}

/** Name of the webhook that belongs to a trigger's choice of when it answers. */
function webhookName({ parameters }: Node): string {
	return isRecord(parameters) && parameters.answer === 'whenFinished' ? 'finished' : 'default';
}

/** Which types of credentials each type of node takes. */
export function credentialTypesOf(types: readonly NodeType[]): Map<string, string[]> {
	return new Map(
		types.map(({ name, credentials }) => {
			const list: unknown[] = Array.isArray(credentials) ? credentials : [];
			return [name, list.filter(isRecord).map((credential) => String(credential.name))];
		}),
	);
}

/** The same text always gives the same UUID, so that a URL stays over a new import. */
function idFrom(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
