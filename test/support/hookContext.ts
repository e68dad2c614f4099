import 'reflect-metadata';
import { HookContext } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IHookFunctions,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	NodeHelpers,
	Workflow,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { additionalDataFor } from './executeNode';
import { mock } from './mock';

export interface TriggerOptions {
	node: INodeType;
	credentialType: ICredentialType;
	credential: ICredentialDataDecryptedObject;
	parameters: IDataObject;
	/** Which the trigger's address is made of. */
	webhookId?: string;
	webhookBaseUrl?: string;
	/** What the workflow remembers. */
	staticData?: IDataObject;
	/** Why n8n does it; without, because somebody publishes. */
	mode?: WorkflowActivateMode;
}

/** A trigger in n8n's own context for what it does when its workflow is published or unpublished. */
export class TriggerHooks {
	readonly workflow: Workflow;
	/** The warnings in n8n's log. */
	readonly logged: string[] = [];
	readonly #context: IHookFunctions;

	readonly #options: TriggerOptions;

	constructor(options: TriggerOptions) {
		this.#options = options;
		const { node: type, credentialType } = options;
		const node: INode = {
			id: 'trigger-1',
			name: type.description.displayName,
			type: `n8n-nodes-lastmile.${type.description.name}`,
			typeVersion: 2,
			position: [0, 0],
			webhookId: options.webhookId ?? 'hook-1',
			parameters: options.parameters as INode['parameters'],
			credentials: { [credentialType.name]: { id: 'credential-1', name: 'Test' } },
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
		this.workflow = new Workflow({
			id: 'workflow-1',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: mock<INodeTypes>({
				getByName: () => type,
				getByNameAndVersion: () => type,
				getKnownTypes: () => ({}),
			}),
			staticData: options.staticData ?? {},
		});
		const additionalData = additionalDataFor(
			credentialType,
			options.credential,
			options.webhookBaseUrl ?? 'https://n8n.example/webhook',
		);
		const [webhookDescription] = type.description.webhooks ?? [];
		this.#context = new HookContext(
			this.workflow,
			node,
			additionalData,
			'trigger',
			options.mode ?? 'activate',
			mock<IWebhookData>({ webhookDescription, isTest: false }),
		);
		const logger = { warn: (line: string) => this.logged.push(line) };
		Object.defineProperty(this.#context, 'logger', { value: logger });
	}

	get memory(): IDataObject {
		return this.workflow.getStaticData('node', this.workflow.getNode(this.#nodeName) ?? undefined);
	}

	get address(): string {
		return this.#context.getNodeWebhookUrl('default') ?? '';
	}

	/** What n8n does when the workflow is published, and at every start. */
	async publish(): Promise<void> {
		const { checkExists, create } = this.#methods;
		if (!(await checkExists.call(this.#context))) await create.call(this.#context);
	}

	async checkExists(): Promise<boolean> {
		return await this.#methods.checkExists.call(this.#context);
	}

	async unpublish(): Promise<void> {
		await this.#methods.delete.call(this.#context);
	}

	get #nodeName(): string {
		return this.#options.node.description.displayName;
	}

	get #methods() {
		const methods = this.#options.node.webhookMethods?.default;
		if (methods === undefined) throw new Error('This trigger does not register itself.');
		return methods;
	}
}
