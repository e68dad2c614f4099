import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { sendInBatches } from '../../../shared/action/batch';
import { batchOperation } from '../../../shared/action/batchOperation';
import type { Operation } from '../../../shared/action/operation';
import { rowProperties } from '../../../shared/action/rows';
import { number } from '../../../shared/api/fields';
import { dayIn } from '../../../shared/basic/today';
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
	async runAll({ context, client }, orders, { values }) {
		hintAtPast(context, orders);
		return await sendInBatches(orders, values.batchSize, uploadSender(client, values.simplify));
	},
});

/**
 * Warns of days that are over. Whether RoutiGo takes such an order is not documented, so it is sent; but an
 * upload is for planning, and most often a column was mixed up.
 */
function hintAtPast(context: IExecuteFunctions, orders: readonly IDataObject[]): void {
	const today = dayIn(context.getTimezone(), new Date(Date.now())) ?? '';
	const past = orders.filter(({ scheduledDeliveryDate }) => String(scheduledDeliveryDate) < today);
	const [first] = past;
	if (first === undefined) return;
	const [day, order] = [first.scheduledDeliveryDate, first.identifier].map(String);
	context.addExecutionHints({
		message:
			past.length === 1
				? `The "Delivery Date" of order "${order}" is over: ${day}. Check it: RoutiGo may not plan the order any more.`
				: `The "Delivery Date" of ${past.length} of ${orders.length} orders is over, such as ${day} of order "${order}". Check it: RoutiGo may not plan them any more.`,
		location: 'outputPane',
		type: 'warning',
	});
}
