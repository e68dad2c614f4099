import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
	NodeHelpers,
	Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor } from './executeNode';
import { mock } from './mock';

export interface PollingOptions {
	node: INodeType;
	credentialType: ICredentialType;
	credential: ICredentialDataDecryptedObject;
	parameters?: IDataObject;
}

let count = 0;

/**
 * A polling trigger as n8n runs it: published with a poll that must not fail, then polled. What it
 * remembers is saved after publishing and with each poll that gives something, and only then; an error
 * of a later poll becomes a failed execution.
 */
export class PollingTrigger {
	/** Messages of failed executions. */
	readonly failed: string[] = [];
	/** Warnings in n8n's log. */
	readonly logged: string[] = [];
	readonly #options: PollingOptions;
	readonly #id = `workflow-${++count}`;
	#saved = '{}';
	#workflow: Workflow;
	#activation: WorkflowActivateMode = 'activate';
	/** What n8n knows the credential of the node by. */
	credentialId = 'credential-1';

	constructor(options: PollingOptions) {
		this.#options = options;
		this.#workflow = this.#load();
	}

	/** What n8n has saved of its memory. */
	get saved(): IDataObject {
		return JSON.parse(this.#saved) as IDataObject;
	}

	/** @throws what the first poll throws: the workflow is not published then */
	async publish(activation: WorkflowActivateMode = 'activate'): Promise<IDataObject[]> {
		this.#activation = activation;
		this.#workflow = this.#load();
		const rows = await this.#run('trigger', activation);
		this.#save();
		return rows ?? [];
	}

	/** A poll at its time; gives the rows with which the workflow is started. */
	async poll(): Promise<IDataObject[]> {
		try {
			const rows = await this.#run('trigger', this.#activation);
			if (rows !== null) this.#save();
			return rows ?? [];
		} catch (error) {
			this.failed.push(error instanceof Error ? error.message : String(error));
			return [];
		}
	}

	/** n8n is killed and started again: what it had not saved is gone. */
	async killAndStart(): Promise<IDataObject[]> {
		return await this.publish('init');
	}

	/** The button in the editor. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		return (await this.#run('manual', 'manual')) ?? [];
	}

	#save(): void {
		this.#saved = JSON.stringify(this.#workflow.staticData);
	}

	async #run(
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<IDataObject[] | null> {
		const { node: type, credentialType, credential } = this.#options;
		const node = this.#workflow.getNode(type.description.displayName);
		if (node === null || type.poll === undefined) throw new Error('This node does not poll.');
		const context = new PollContext(
			this.#workflow,
			node,
			additionalDataFor(credentialType, credential),
			mode,
			activation,
		);
		const warn = (line: string): void => void this.logged.push(line);
		Object.defineProperty(context, 'logger', { value: { warn } });
		const given = await type.poll.call(context);
		return given?.[0]?.map(({ json }) => json) ?? null;
	}

	#load(): Workflow {
		const { node: type, credentialType, parameters = {} } = this.#options;
		const node: INode = {
			id: 'trigger-1',
			name: type.description.displayName,
			type: `n8n-nodes-lastmile.${type.description.name}`,
			typeVersion: 2,
			position: [0, 0],
			parameters: parameters as INode['parameters'],
			credentials: { [credentialType.name]: { id: this.credentialId, name: 'Test' } },
		};
		node.parameters =
			NodeHelpers.getNodeParameters(
				type.description.properties,
				node.parameters,
				true,
				false,
				node,
				type.description,
			) ?? {};
		return new Workflow({
			id: this.#id,
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: mock<INodeTypes>({
				getByName: () => type,
				getByNameAndVersion: () => type,
				getKnownTypes: () => ({}),
			}),
			settings: { timezone: 'Australia/Brisbane' },
			staticData: this.saved,
		});
	}
}
