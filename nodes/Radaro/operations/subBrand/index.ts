import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { getManySubBrands } from './getMany';

export const subBrand: Resource<ApiClient> = {
	name: 'Sub-Brand',
	value: 'subBrand',
	operations: [getManySubBrands],
};
