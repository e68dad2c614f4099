import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import type { Column } from '../rest/dataTables';

const jsonSchema = z.object({
	properties: z.record(z.string(), z.object({ type: z.unknown() }).passthrough()),
});

/** Columns of the data table "Deliveries": those of the delivery event, one each, in their order. */
export const DELIVERY_COLUMNS: readonly Column[] = Object.entries(
	jsonSchema.parse(zodToJsonSchema(deliveryEventSchema)).properties,
).map(([name, { type }]) => ({ name, type: columnType(type) }));

/** A cell holds no list, so lists become text. */
function columnType(type: unknown): Column['type'] {
	const types: unknown[] = Array.isArray(type) ? type : [type];
	if (types.includes('boolean')) return 'boolean';
	return types.includes('number') || types.includes('integer') ? 'number' : 'string';
}
