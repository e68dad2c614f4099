import type { Delivery } from '../core/delivery';
import { jobView } from './jobView';
import type { Job } from './model';
import type { DetrackService } from './service';
import { possibleSteps } from './steps';

/** What came of something that was done to a job. */
export function report(
	service: DetrackService,
	job: Job,
	deliveries: Delivery[],
): Record<string, unknown> {
	const view = jobView(job, service.view());
	return { id: job.id, job: view, steps: possibleSteps(job), deliveries };
}
