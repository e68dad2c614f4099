import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import type { Column } from '../rest/dataTables';

const typed = z.object({ type: z.unknown() });
const jsonSchema = z.object({
	properties: z.record(z.string(), typed.extend({ anyOf: z.array(typed).default([]) })),
});

/** Columns of the data table "Deliveries": those of the delivery event, one each, in their order. */
export const DELIVERY_COLUMNS: readonly Column[] = Object.entries(
	jsonSchema.parse(zodToJsonSchema(deliveryEventSchema, { $refStrategy: 'none' })).properties,
).map(([name, { type, anyOf }]) => ({
	name,
	type: columnType([type, ...anyOf.map((each) => each.type)].flat()),
}));

/** A cell holds no list, so lists become text. */
function columnType(types: readonly unknown[]): Column['type'] {
	if (types.includes('boolean')) return 'boolean';
	return types.includes('number') || types.includes('integer') ? 'number' : 'string';
}
