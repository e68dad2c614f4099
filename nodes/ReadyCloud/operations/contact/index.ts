import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { createContact } from './create';
import { deleteContact } from './delete';
import { getContact } from './get';
import { getManyContacts } from './getMany';
import { updateContact } from './update';

export const contact: Resource<ApiClient> = {
	name: 'Contact',
	value: 'contact',
	operations: [createContact, getContact, getManyContacts, updateContact, deleteContact],
};
