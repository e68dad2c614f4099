import type { ApiClient } from '../../../shared/apiClient';
import type { Resource } from '../../../shared/actions';
import { getManySubBrands } from './getMany';

export const subBrand: Resource<ApiClient> = {
	name: 'Sub-Brand',
	value: 'subBrand',
	operations: [getManySubBrands],
};
