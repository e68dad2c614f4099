import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

import type { Resource } from '../nodes/shared/action/actions';
import { deliveryEventSchema } from '../nodes/shared/event/deliveryEvent';
import { type VendorEntry, VENDORS } from '../vendors';
import { exported } from './exported';

interface OutputSchema {
	/** Below `nodes/`, where n8n looks for it. */
	file: string;
	schema: object;
}

/**
 * The output schemas of all nodes: one per operation of an action node (version 1), and one for
 * the triggers (version 2), which the editor asks for and n8n's assistant reads.
 */
export function outputSchemas(): OutputSchema[] {
	return VENDORS.flatMap(({ folder, slug }) => [
		{ file: `${folder}/__schema__/v2.0.0.json`, schema: jsonSchemaOf(deliveryEventSchema) },
		...resourcesOf({ folder, slug }).flatMap((resource) =>
			resource.operations.map(({ option, output }) => ({
				file: `${folder}/__schema__/v1.0.0/${resource.value}/${String(option.value)}.json`,
				schema: jsonSchemaOf(output),
			})),
		),
	]);
}

/** What a vendor's action node offers. */
function resourcesOf({ folder, slug }: Pick<VendorEntry, 'folder' | 'slug'>) {
	return exported<readonly Resource[]>(
		`./nodes/${folder}/operations`,
		`${slug.toUpperCase()}_RESOURCES`,
	);
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
