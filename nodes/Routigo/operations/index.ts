import type { Resource } from '../../shared/action/actions';
import { uploadOrders } from './order/upload';
import { createWebhookOperation } from './webhook/create';
import { deleteWebhookOperation } from './webhook/delete';
import { getWebhookOperation } from './webhook/get';
import { getManyWebhooks } from './webhook/getMany';
import { updateWebhookOperation } from './webhook/update';

const order: Resource = {
	name: 'Order',
	value: 'order',
	operations: [uploadOrders],
};

const webhook: Resource = {
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

/** Everything that the RoutiGo node can do. */
export const ROUTIGO_RESOURCES: readonly Resource[] = [order, webhook];
