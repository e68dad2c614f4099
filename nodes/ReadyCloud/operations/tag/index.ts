import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { addTag } from './add';
import { getManyTags } from './getMany';
import { removeTag } from './remove';

export const tag: Resource<ApiClient> = {
	name: 'Tag',
	value: 'tag',
	operations: [addTag, getManyTags, removeTag],
};
