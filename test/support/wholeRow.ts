import { type DeliveryEvent, deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';

/** Expects a row with every column of the schema, in its order, and a fitting value in each. */
export function expectWholeRow(row: DeliveryEvent): void {
	expect(Object.keys(row)).toEqual(Object.keys(deliveryEventSchema.shape));
	expect(deliveryEventSchema.parse(row)).toEqual(row);
}
