import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { getManyBoxes } from './getMany';

export const box: Resource<ApiClient> = { name: 'Box', value: 'box', operations: [getManyBoxes] };
