import type { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import { RADARO_RESOURCES } from '../nodes/Radaro/operations';
import { deliveryEventSchema } from '../nodes/shared/deliveryEvent';

interface OutputSchema {
	/** Below `nodes/`, where n8n looks for it. */
	file: string;
	schema: object;
}

/** The vendors' folders with their resources; every vendor's trigger gives the delivery event. */
const VENDORS = [{ folder: 'Radaro', resources: RADARO_RESOURCES }];

/**
 * The output schemas of all nodes: one per operation of an action node (version 1), and one for
 * the trigger (version 2), which n8n's assistant reads.
 */
export function outputSchemas(): OutputSchema[] {
	return VENDORS.flatMap(({ folder, resources }) => [
		{ file: `${folder}/__schema__/v2.0.0/output.json`, schema: jsonSchemaOf(deliveryEventSchema) },
		...resources.flatMap((resource) =>
			resource.operations.map(({ option, output }) => ({
				file: `${folder}/__schema__/v1.0.0/${resource.value}/${String(option.value)}.json`,
				schema: jsonSchemaOf(output),
			})),
		),
	]);
}

function jsonSchemaOf(schema: z.ZodTypeAny): object {
	const { $schema, ...rest } = zodToJsonSchema(schema, { $refStrategy: 'none' });
	return { ...rest, version: 1 };
}
