import type { ApiClient } from '../../../shared/apiClient';
import type { Resource } from '../../../shared/actions';
import { uploadOrders } from './upload';

export const order: Resource<ApiClient> = {
	name: 'Order',
	value: 'order',
	operations: [uploadOrders],
};
