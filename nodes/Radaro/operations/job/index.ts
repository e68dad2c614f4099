import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { assignDriver } from './assignDriver';
import { createJob } from './create';
import { createManyJobs } from './createMany';
import { deleteJob } from './delete';
import { getJob } from './get';
import { getManyJobs } from './getMany';
import { updateJob } from './update';

export const job: Resource<ApiClient> = {
	name: 'Job',
	value: 'job',
	operations: [createJob, createManyJobs, getJob, getManyJobs, updateJob, assignDriver, deleteJob],
};
