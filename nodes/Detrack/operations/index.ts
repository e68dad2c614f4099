import type { Resource } from '../../shared/action/actions';
import { createJob } from './job/create';
import { createManyJobs } from './job/createMany';
import { deleteJob } from './job/delete';
import { deleteManyJobs } from './job/deleteMany';
import { downloadDocument } from './job/downloadDocument';
import { downloadProof } from './job/downloadProof';
import { getJob } from './job/get';
import { getManyJobs } from './job/getMany';
import { reattemptJob } from './job/reattempt';
import { searchManyJobs } from './job/search';
import { updateJob } from './job/update';
import { updateManyJobs } from './job/updateMany';
import { getManyVehicles } from './vehicle/getMany';

const job: Resource = {
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

const vehicle: Resource = {
	name: 'Vehicle',
	value: 'vehicle',
	operations: [getManyVehicles],
};

/** Everything that the Detrack node can do. */
export const DETRACK_RESOURCES: readonly Resource[] = [job, vehicle];
