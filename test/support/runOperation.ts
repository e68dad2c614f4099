import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { executeNode, type Run, type RunOptions } from './executeNode';

/** An action node, with what it is given in every run unless a test says otherwise. */
export interface TestedNode extends Pick<
	RunOptions,
	'node' | 'credentialType' | 'credential' | 'timezone'
> {
	parameters?: IDataObject;
}

/** What a test says otherwise; of the credential it is the fields that differ. */
export interface OperationOptions {
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	continueOnFail?: boolean;
	timezone?: string;
}

/** Runs one operation, such as `webhook.getMany`; a name without a resource is one of a job. */
export async function runOperation(
	tested: TestedNode,
	operation: string,
	parameters: IDataObject,
	options: OperationOptions = {},
): Promise<Run> {
	const [name, resource = 'job'] = operation.split('.').reverse();
	return await executeNode({
		...tested,
		...options,
		credential: { ...tested.credential, ...options.credential },
		parameters: { resource, operation: name, ...tested.parameters, ...parameters },
		timezone: options.timezone ?? tested.timezone,
	});
}

/** The message and description of the error that a run ends with. */
export async function errorOf(
	run: Promise<unknown>,
): Promise<{ message: string; description: string }> {
	try {
		await run;
	} catch (error) {
		const { message, description } = error as { message: string; description?: string | null };
		return { message, description: description ?? '' };
	}
	throw new Error('The run ended without an error.');
}
