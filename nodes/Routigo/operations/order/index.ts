import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { uploadOrders } from './upload';

export const order: Resource<ApiClient> = {
	name: 'Order',
	value: 'order',
	operations: [uploadOrders],
};
