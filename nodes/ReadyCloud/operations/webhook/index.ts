import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { createWebhook } from './create';
import { deleteWebhook } from './delete';
import { getWebhook } from './get';
import { getManyWebhooks } from './getMany';
import { renewWebhook } from './renew';

export const webhook: Resource<ApiClient> = {
	name: 'Webhook',
	value: 'webhook',
	operations: [getManyWebhooks, getWebhook, createWebhook, renewWebhook, deleteWebhook],
};
