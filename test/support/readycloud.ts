import type { IDataObject } from 'n8n-workflow';

import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { ReadyCloud } from '../../nodes/ReadyCloud/ReadyCloud.node';
import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import type { Run } from './executeNode';
import { type OperationOptions, runOperation } from './runOperation';
import { StandInBench } from './standInBench';

/** A webhook as the sandbox shows it: without its token. */
export interface SandboxWebhook {
	id: string;
	event: string;
	url: string;
	suspendedAt: string | null;
}

export const locator = (mode: string, value: string): IDataObject => ({ __rl: true, mode, value });

/** Its operations run in the sandbox's organization. */
const READYCLOUD = {
	node: new ReadyCloud(),
	credentialType: new ReadyCloudApi(),
	credential: { accessToken: READYCLOUD_TOKEN },
	parameters: { organizationId: locator('id', READYCLOUD_ORG) },
};

/** Runs one operation of the ReadyCloud node against any server. */
export async function runReadyCloud(
	baseUrl: string,
	operation: string,
	parameters: IDataObject,
	options: OperationOptions = {},
): Promise<Run> {
	const credential = { baseUrl, ...options.credential };
	return await runOperation(READYCLOUD, operation, parameters, { ...options, credential });
}

export class ReadyCloudBench extends StandInBench {
	constructor() {
		super({ slug: 'readycloud', apiPath: READYCLOUD_BASE, tested: READYCLOUD });
	}

	/** The first output item of an operation. */
	async one(operation: string, parameters: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run(operation, parameters);
		return items[0]?.json ?? {};
	}

	/** Moves the sandbox's clock. */
	async advance(advanceSeconds: number): Promise<void> {
		await this.control('POST', 'clock', { advanceSeconds });
	}

	/** Creates orders that have been there all along. */
	async orders(count: number, given: object = {}): Promise<void> {
		await this.control('POST', 'readycloud/orders', { count, ...given });
	}

	/** Registers a webhook as another program does; gives its id. */
	async webhook(entity: string, address: string, isSuspended = false): Promise<string> {
		const given = { entity, remote_url: address };
		const { id } = (await this.control('POST', 'readycloud/webhooks', given)) as { id: string };
		if (isSuspended) await this.control('POST', `readycloud/webhooks/${id}/steps/suspend`);
		return id;
	}

	/** What is registered at ReadyCloud. */
	async webhooks(): Promise<SandboxWebhook[]> {
		return (await this.control('GET', 'readycloud/webhooks')) as SandboxWebhook[];
	}
}
