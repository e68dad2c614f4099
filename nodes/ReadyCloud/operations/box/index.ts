import type { ApiClient } from '../../../shared/apiClient';
import type { Resource } from '../../../shared/actions';
import { getManyBoxes } from './getMany';

export const box: Resource<ApiClient> = { name: 'Box', value: 'box', operations: [getManyBoxes] };
