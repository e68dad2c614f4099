import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';

import { mock, partly } from './mock';

export interface RunOptions {
	node: INodeType;
	credentialType: ICredentialType;
	credential: ICredentialDataDecryptedObject;
	parameters: IDataObject;
	items?: IDataObject[];
	continueOnFail?: boolean;
	timezone?: string;
}

export interface Run {
	items: INodeExecutionData[];
	hints: NodeExecutionHint[];
}

/**
 * Runs an action node once in n8n's own execution context: its expressions, parameters and request
 * helper are the real ones, only credentials come from the test.
 */
export async function executeNode(options: RunOptions): Promise<Run> {
	const { context } = executeContext(options);
	const execute = options.node.execute;
	if (execute === undefined) throw new Error('This node has no execute().');
	const output = await execute.call(context);
	return { items: (output as INodeExecutionData[][])[0] ?? [], hints: context.hints };
}

export function executeContext(options: RunOptions) {
	const { node: type, credentialType } = options;
	const nodeTypes = mock<INodeTypes>({
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	});
	const node: INode = {
		id: 'node-1',
		name: type.description.displayName,
		type: `n8n-nodes-lastmile.${type.description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: options.parameters as INode['parameters'],
		credentials: { [credentialType.name]: { id: 'credential-1', name: 'Test' } },
		onError: options.continueOnFail ? 'continueRegularOutput' : undefined,
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
	const workflow = new Workflow({
		id: 'workflow-1',
		name: 'Test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings: { timezone: options.timezone ?? 'Australia/Melbourne' },
	});
	const additionalData = additionalDataFor(credentialType, options.credential);
	const input = (options.items ?? [{}]).map((json) => ({ json }));
	const inputData = { main: [input] };
	const executeData: IExecuteData = { node, data: inputData, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createRunExecutionData({}),
		0,
		input,
		inputData,
		executeData,
		[],
	);
	return { context, workflow };
}

/** What n8n gives its contexts beside the workflow; the credential comes from the test. */
export function additionalDataFor(
	credentialType: ICredentialType,
	credential: ICredentialDataDecryptedObject,
	webhookBaseUrl = 'http://127.0.0.1/webhook',
): IWorkflowExecuteAdditionalData {
	return partly<IWorkflowExecuteAdditionalData>({
		credentialsHelper: {
			getDecrypted: async () => credential,
			getParentTypes: () => [],
			getCredentialsProperties: () => credentialType.properties,
			isCredentialUsableByNode: () => true,
			preAuthentication: async () => undefined,
			authenticate: async (
				decrypted: ICredentialDataDecryptedObject,
				_type: string,
				request: IHttpRequestOptions,
			) => authenticated(credentialType, decrypted, request),
		},
		currentNodeExecutionIndex: 0,
		externalSecretsProxy: undefined,
		webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		webhookBaseUrl,
		variables: {},
		ssrfBridge: undefined,
		executionId: '1',
	});
}

/** What n8n does with a credential's `authenticate`, which is a function in all of ours. */
async function authenticated(
	{ authenticate }: ICredentialType,
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	return typeof authenticate === 'function' ? await authenticate(credential, request) : request;
}
