import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../../shared/api/apiClient';
import { resourceLocator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { urlPart } from '../../../shared/basic/urlPart';
import { PATHS } from '../../api/jobPath';

/** Chooses one job. The list and "By Number" use Radaro's standard look-up. */
export const jobLocator = resourceLocator('Job', 'job', {
	searchListMethod: 'searchJobs',
	modes: [
		{
			displayName: 'By Number',
			name: 'externalId',
			placeholder: 'e.g. SO-100482',
			hint: 'The External ID: your own number of the job',
		},
		{
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 61204877',
			hint: "The Order ID: Radaro's number of the job",
		},
	],
});

/**
 * The address of one job (docs/vendors.md#radaro-look-up): `external_id` is the default look-up, so
 * only Radaro's own number needs to say what it is.
 *
 * @throws InvalidInput when no job is chosen, or the value cannot stand in an address
 */
export function jobAt({ mode, value }: Locator): Pick<ApiRequest, 'path' | 'query' | 'wanted'> {
	const byOrderId = mode === 'id';
	const label = byOrderId ? 'Order ID' : 'External ID';
	if (value === '') {
		throw new InvalidInput(`"Job" is empty. Choose a job from the list, or enter its ${label}.`);
	}
	if (!canStandInAddress(value)) {
		throw new InvalidInput(
			`The ${label} "${value}" cannot be looked up. Use the other number of the job.`,
		);
	}
	const query: IDataObject = byOrderId ? { lookup_field: 'order_id' } : {};
	return {
		path: `${PATHS.jobs}${urlPart(value)}/`,
		query,
		wanted: `job with the ${label} "${value}"`,
	};
}

/** Dots alone would change the path, and half a character cannot be encoded. */
export function canStandInAddress(value: string): boolean {
	return !/^\.{1,2}$/.test(value) && !/\p{Surrogate}/u.test(value);
}
