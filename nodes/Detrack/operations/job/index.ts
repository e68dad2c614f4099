import type { Resource } from '../../../shared/action/actions';
import type { ApiClient } from '../../../shared/api/apiClient';
import { createJob } from './create';
import { createManyJobs } from './createMany';
import { deleteJob } from './delete';
import { deleteManyJobs } from './deleteMany';
import { downloadDocument } from './downloadDocument';
import { downloadProof } from './downloadProof';
import { getJob } from './get';
import { getManyJobs } from './getMany';
import { reattemptJob } from './reattempt';
import { searchManyJobs } from './search';
import { updateJob } from './update';
import { updateManyJobs } from './updateMany';

export const job: Resource<ApiClient> = {
	name: 'Job',
	value: 'job',
	operations: [
		createJob,
		createManyJobs,
		getJob,
		getManyJobs,
		searchManyJobs,
		updateJob,
		updateManyJobs,
		deleteJob,
		deleteManyJobs,
		reattemptJob,
		downloadDocument,
		downloadProof,
	],
};
