import type { ApiClient } from '../../../shared/apiClient';
import type { Resource } from '../../../shared/actions';
import { getManyCompletionCodes } from './getMany';

export const completionCode: Resource<ApiClient> = {
	name: 'Completion Code',
	value: 'completionCode',
	operations: [getManyCompletionCodes],
};
