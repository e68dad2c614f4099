import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { getManyCompletionCodes } from './getMany';

export const completionCode: Resource<ApiClient> = {
	name: 'Completion Code',
	value: 'completionCode',
	operations: [getManyCompletionCodes],
};
