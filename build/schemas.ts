import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import { DETRACK_RESOURCES } from '../nodes/Detrack/operations';
import { RADARO_RESOURCES } from '../nodes/Radaro/operations';
import { READYCLOUD_RESOURCES } from '../nodes/ReadyCloud/operations';
import { ROUTIGO_RESOURCES } from '../nodes/Routigo/operations';
import { deliveryEventSchema } from '../nodes/shared/event/deliveryEvent';

interface OutputSchema {
	/** Below `nodes/`, where n8n looks for it. */
	file: string;
	schema: object;
}

/** The vendors' folders with their resources; every vendor's trigger gives the delivery event. */
const VENDORS = [
	{ folder: 'Detrack', resources: DETRACK_RESOURCES },
	{ folder: 'Radaro', resources: RADARO_RESOURCES },
	{ folder: 'ReadyCloud', resources: READYCLOUD_RESOURCES },
	{ folder: 'Routigo', resources: ROUTIGO_RESOURCES },
];

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
	return { ...shownByEditor(rest), version: 1 };
}

/** The editor shows a type only where it stands beside the key, and knows no integers. */
function shownByEditor(schema: object): object {
	const text = JSON.stringify(schema, (_key, value: unknown) => {
		const choice = nullable.safeParse(value);
		if (!choice.success) return value;
		const [{ type, enum: values }] = choice.data.anyOf;
		return { type: [type, 'null'], ...(values ? { enum: [...values, null] } : {}) };
	});
	return JSON.parse(text.replaceAll('"integer"', '"number"')) as object;
}

/** How some nullable values come out of the conversion. */
const nullable = z.object({
	anyOf: z.tuple([
		z.object({ type: z.string(), enum: z.array(z.string()).optional() }),
		z.object({ type: z.literal('null') }),
	]),
});
