import type { Resource } from '../../../shared/actions';
import type { ApiClient } from '../../../shared/apiClient';
import { getManyVehicles } from './getMany';

export const vehicle: Resource<ApiClient> = {
	name: 'Vehicle',
	value: 'vehicle',
	operations: [getManyVehicles],
};
