import type { Resource } from '../../../shared/action/actions';
import type { ApiClient } from '../../../shared/api/apiClient';
import { getManyVehicles } from './getMany';

export const vehicle: Resource<ApiClient> = {
	name: 'Vehicle',
	value: 'vehicle',
	operations: [getManyVehicles],
};
