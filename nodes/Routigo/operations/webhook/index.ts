import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { createWebhookOperation } from './create';
import { deleteWebhookOperation } from './delete';
import { getWebhookOperation } from './get';
import { getManyWebhooks } from './getMany';
import { updateWebhookOperation } from './update';

export const webhook: Resource<ApiClient> = {
	name: 'Webhook',
	value: 'webhook',
	operations: [
		createWebhookOperation,
		getWebhookOperation,
		getManyWebhooks,
		updateWebhookOperation,
		deleteWebhookOperation,
	],
};
