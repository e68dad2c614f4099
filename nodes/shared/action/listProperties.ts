import { z } from 'zod';

import { boolean, number, shownWhen } from '../api/fields';
import { defineProperties } from '../api/properties';

/** "Return All" and "Limit", as every list in n8n has them. */
export const listProperties = defineProperties([
	boolean('Return All', 'returnAll', {
		description: 'Whether to return all results or only up to a given limit',
	}),
	number('Limit', 'limit', {
		typeOptions: { minValue: 1 },
		default: 50,
		...shownWhen('returnAll', false),
		description: 'Max number of results to return',
	}),
]);

/** How many results are wanted. */
export function limitOf(values: { returnAll: boolean; limit: number }): number {
	return values.returnAll ? Infinity : Math.max(1, Math.floor(values.limit));
}

/** What n8n's nodes give for something that was deleted. */
export const deletedSchema = z.object({ deleted: z.literal(true) });

/** The same for what has an ID alone. */
export const deletedIdSchema = deletedSchema.extend({ id: z.string() });

export const DELETED: z.infer<typeof deletedSchema> = { deleted: true };
