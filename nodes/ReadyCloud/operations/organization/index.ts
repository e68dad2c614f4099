import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { getOrganization } from './get';
import { getManyOrganizations } from './getMany';

export const organization: Resource<ApiClient> = {
	name: 'Organization',
	value: 'organization',
	operations: [getOrganization, getManyOrganizations],
};
