import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { webhookUrl } from '../../runtime/demo/workflow';
import {
	type Credential,
	type Execution,
	type N8nRest,
	type Workflow,
	type WorkflowFile,
	workflowFileSchema,
} from '../../runtime/rest';
import { credentialTypeOf } from './storyCredentials';

const TEMPLATES = path.join(__dirname, '..', '..', 'templates');

/** Parameters that a user sets, by the node's name; each replaces the template's. */
export type Changes = Record<string, Record<string, unknown>>;

export function templatePath(name: string): string {
	return path.join(TEMPLATES, `${name}.json`);
}

export async function templateFile(name: string): Promise<WorkflowFile> {
	const text = await readFile(templatePath(name), 'utf8');
	return workflowFileSchema.parse(JSON.parse(text));
}

/** The file as a user leaves it: with parameters and credentials, and addresses of its own. */
export function prepared(
	file: WorkflowFile,
	changes: Changes,
	credentials: readonly Credential[] = [],
): WorkflowFile {
	const names = file.nodes.map(({ name }) => name);
	const unknown = Object.keys(changes).find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Error(`${file.name} has no node named ${unknown}.`);
	const nodes = file.nodes.map((node) => {
		const own = record(node.parameters);
		const parameters = { ...own, ...changes[node.name] };
		const wanted = credentialTypeOf({ ...node, parameters });
		const found = credentials.find(({ type }) => type === wanted);
		const trigger = /Trigger$|\.webhook$/.test(node.type);
		return {
			...node,
			parameters,
			...(trigger ? { webhookId: node.webhookId ?? randomUUID() } : {}),
			...(found ? { credentials: { [found.type]: { id: found.id, name: found.name } } } : {}),
		};
	});
	return { ...file, nodes };
}

interface Host {
	rest: N8nRest;
	n8n: { url: string };
}

/** A workflow in a story's n8n. */
export class StoryWorkflow {
	readonly #host: Host;

	constructor(
		host: Host,
		readonly file: WorkflowFile,
		readonly workflow: Workflow,
	) {
		this.#host = host;
	}

	get id(): string {
		return this.workflow.id;
	}

	async activate(): Promise<this> {
		await this.#host.rest.activate(this.workflow);
		return this;
	}

	async deactivate(): Promise<void> {
		await this.#host.rest.deactivate(this.id);
	}

	/** Production address of the trigger of a type. */
	async address(triggerType: string): Promise<string> {
		const types = await this.#host.rest.nodeTypes();
		return webhookUrl(types, this.#host.n8n.url, this.file, triggerType);
	}

	/** Runs it by hand from a trigger, as the editor's button does; gives the finished execution. */
	async run(trigger: string): Promise<Execution> {
		const before = await this.#host.rest.countExecutions(this.id);
		const id = await this.#host.rest.runWorkflow(this.id, trigger);
		await this.#host.rest.waitForExecutions(this.id, before + 1, 60_000);
		return await this.#host.rest.getExecution(id ?? '');
	}

	/** Waits until so many executions have ended; gives all of them, oldest first. */
	async executions(count: number, timeoutMs = 60_000): Promise<Execution[]> {
		const ended = await this.#host.rest.waitForExecutions(this.id, count, timeoutMs);
		const full = ended.map(async ({ id }) => await this.#host.rest.getExecution(id));
		return (await Promise.all(full)).reverse();
	}
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
