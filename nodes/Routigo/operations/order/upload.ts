import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { sendInBatches } from '../../../shared/action/batch';
import { batchOperation } from '../../../shared/action/batchOperation';
import type { Operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { number } from '../../../shared/api/fields';
import { jobColumnsSchema } from '../../../shared/event/deliveryEvent';
import { orderBody } from './orderBody';
import { orderFields } from './orderFields';
import { uploadSender } from './uploadSender';

const uploadOutput = z
	.object({ identifier: z.string(), trackingId: z.string() })
	.extend(jobColumnsSchema.shape);

export const uploadOrders: Operation = batchOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload orders',
	description: 'Send the orders of all items to RoutiGo for planning, with few requests',
	output: uploadOutput,
	properties: [
		...orderFields,
		number('Batch Size', 'batchSize', {
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
			default: 100,
			noDataExpression: true,
			description: 'How many orders go into one request',
		}),
		...rowProperties,
	],
	prepare: ({ context }, { values }): IDataObject => orderBody(values, context.getTimezone()),
	async runAll({ client }, orders, { values }) {
		return await sendInBatches(orders, values.batchSize, uploadSender(client, values.simplify));
	},
});
