import 'reflect-metadata';
import { RoutingNode } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialType, INodeType } from 'n8n-workflow';

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
	try {
		await new RoutingNode(context, node, decrypted).runNode();
		return null;
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
}
