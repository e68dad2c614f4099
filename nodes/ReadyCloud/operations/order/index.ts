import type { ApiClient } from '../../../shared/api/apiClient';
import type { Resource } from '../../../shared/action/actions';
import { createOrder } from './create';
import { deleteOrder } from './delete';
import { getOrder } from './get';
import { getManyOrders } from './getMany';
import { updateOrder } from './update';

export const order: Resource<ApiClient> = {
	name: 'Order',
	value: 'order',
	operations: [createOrder, getOrder, getManyOrders, updateOrder, deleteOrder],
};
