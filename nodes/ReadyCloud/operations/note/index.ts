import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { createNote } from './create';
import { getManyNotes } from './getMany';

export const note: Resource<ApiClient> = {
	name: 'Note',
	value: 'note',
	operations: [createNote, getManyNotes],
};
