import type { IDataObject } from 'n8n-workflow';

import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { Radaro } from '../../nodes/Radaro/Radaro.node';
import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import type { Run } from './executeNode';
import { type OperationOptions, runOperation } from './runOperation';
import { StandInBench } from './standInBench';

const RADARO = {
	node: new Radaro(),
	credentialType: new RadaroApi(),
	credential: { server: 1, apiKey: RADARO_KEY },
};

/** Runs one operation of the Radaro node against any server. */
export async function runRadaro(
	baseUrl: string,
	operation: string,
	parameters: IDataObject,
	options: OperationOptions = {},
): Promise<Run> {
	const credential = { baseUrl, ...options.credential };
	return await runOperation(RADARO, operation, parameters, { ...options, credential });
}

export class RadaroBench extends StandInBench {
	constructor() {
		super({ slug: 'radaro', apiPath: '/radaro', tested: RADARO });
	}

	/** Creates one job; gives its columns. */
	async create(id: string, additionalFields: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run('create', { ...minimalJob(id), additionalFields });
		return items[0]?.json ?? {};
	}
}

/** The least that creates a job, by fields. */
export const minimalJob = (externalId = '={{ $json.id }}'): IDataObject => ({
	externalId,
	customerName: 'Tom Okafor',
	address: '14 Banksia St, Geelong VIC 3220, Australia',
});

/** Locators of a job. */
export const byExternalId = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'externalId', value },
});
export const byOrderId = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'id', value },
});
