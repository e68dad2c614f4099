import 'reflect-metadata';
import { RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import { executeContext } from './executeNode';
import { partly } from './mock';

/** Sends a credential's test as n8n does. Gives the sentence that n8n shows; `null` when it passes. */
export async function testCredential(
	type: ICredentialType,
	credential: ICredentialDataDecryptedObject,
): Promise<string | null> {
	if (type.test === undefined) throw new Error(`${type.displayName} has no test of its own.`);
	const { request, rules = [] } = type.test;
	const node = partly<INodeType>({
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{ displayName: '', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	});
	const { context } = executeContext({
		node,
		credentialType: type,
		credential,
		parameters: { temp: '' },
	});
	const decrypted = { id: '1', name: 'Test', type: type.name, data: credential };
	let answer: INodeExecutionData[][] | null | undefined;
	try {
		answer = await new RoutingNode(context, node, decrypted).runNode();
	} catch (error) {
		const { message, cause } = error as {
			message: string;
			cause?: { response?: { status: number }; code?: string };
		};
		const status = cause?.response?.status;
		if (status === undefined) return cause?.code ?? message;
		const rule = rules.find(
			({ type: kind, properties }) => kind === 'responseCode' && properties.value === status,
		);
		return rule?.properties.message ?? `status ${status}`;
	}
	const found = rules.find(
		({ type: kind, properties }) =>
			kind === 'responseSuccessBody' && valueAt(answer, properties.key) === properties.value,
	);
	return found?.properties.message ?? null;
}

/** As n8n takes it: out of the first item, without looking whether there is one. */
function valueAt(answer: INodeExecutionData[][] | null | undefined, key: string): unknown {
	const body: unknown = (answer as INodeExecutionData[][])[0]?.[0]?.json;
	if (answer?.[0]?.length === 0) throw new TypeError('n8n fails where there is no item.');
	return body === undefined || body === null ? undefined : (body as Record<string, unknown>)[key];
}
