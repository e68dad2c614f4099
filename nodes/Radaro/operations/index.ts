import type { Resource } from '../../shared/action/actions';
import { getManyCompletionCodes } from './completionCode/getMany';
import { assignDriver } from './job/assignDriver';
import { createJob } from './job/create';
import { createManyJobs } from './job/createMany';
import { deleteJob } from './job/delete';
import { getJob } from './job/get';
import { getManyJobs } from './job/getMany';
import { updateJob } from './job/update';
import { getManySubBrands } from './subBrand/getMany';

const completionCode: Resource = {
	name: 'Completion Code',
	value: 'completionCode',
	operations: [getManyCompletionCodes],
};

const job: Resource = {
	name: 'Job',
	value: 'job',
	operations: [createJob, createManyJobs, getJob, getManyJobs, updateJob, assignDriver, deleteJob],
};

const subBrand: Resource = {
	name: 'Sub-Brand',
	value: 'subBrand',
	operations: [getManySubBrands],
};

/** Everything that the Radaro node can do. */
export const RADARO_RESOURCES: readonly Resource[] = [job, subBrand, completionCode];
