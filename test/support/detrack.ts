import type { IDataObject } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { Detrack } from '../../nodes/Detrack/Detrack.node';
import { DETRACK_API_KEY, DETRACK_BASE } from '../../sandbox/detrack/defaults';
import type { Run } from './executeNode';
import { type OperationOptions, runOperation } from './runOperation';
import { StandInBench } from './standInBench';

const DETRACK = {
	node: new Detrack(),
	credentialType: new DetrackApi(),
	credential: { apiKey: DETRACK_API_KEY },
	timezone: 'Australia/Brisbane',
};

/** Runs one operation of the Detrack node against any server. */
export async function runDetrack(
	baseUrl: string,
	operation: string,
	parameters: IDataObject,
	options: OperationOptions = {},
): Promise<Run> {
	const credential = { baseUrl, ...options.credential };
	return await runOperation(DETRACK, operation, parameters, { ...options, credential });
}

export class DetrackBench extends StandInBench {
	constructor() {
		super({ slug: 'detrack', apiPath: DETRACK_BASE, tested: DETRACK });
	}

	/** Forgets all jobs; a test sends more requests in a minute than Detrack allows. */
	override async reset(): Promise<void> {
		await super.reset();
		await this.settings({ requestsPerMinute: 100_000 });
	}

	/** Creates one job; gives its columns. */
	async create(doNumber: string, additionalFields: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run('create', { ...minimalJob(doNumber), additionalFields });
		return items[0]?.json ?? {};
	}

	/** Lets something happen to a job, such as `complete`. */
	async step(doNumber: string, step: string, options: object = {}): Promise<void> {
		const job = encodeURIComponent(doNumber);
		await this.control('POST', `detrack/jobs/${job}/steps/${step}`, options);
	}
}

export const DAY = '2099-03-03';

/** The least that creates a job, by fields. */
export const minimalJob = (doNumber = '={{ $json.id }}'): IDataObject => ({
	doNumber,
	date: DAY,
	address: '8 Newstead Ter, Newstead QLD 4006, Australia',
});

/** A job's locator. */
export const byNumber = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'doNumber', value },
});
