import type { ApiClient } from '../../../shared/apiClient';
import type { Resource } from '../../../shared/actions';
import { createNote } from './create';
import { getManyNotes } from './getMany';

export const note: Resource<ApiClient> = {
	name: 'Note',
	value: 'note',
	operations: [createNote, getManyNotes],
};
