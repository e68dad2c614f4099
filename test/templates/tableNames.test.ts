import { z } from 'zod';

import type { Node } from '../support/chain';
import { templateFile } from '../support/storyWorkflow';
import { ALL_TEMPLATES } from '../support/templates';
import { VENDORS } from '../support/vendors';
import { read } from '../docs/documents';

// n8n finds a Data Table "by name" with LIKE '%name%' in lower case, and takes the one that was
// changed last (n8n's data-table.repository.js). So a name within another one finds the wrong table.
it('no Data Table of ours is found under the name of another one', async () => {
	const names = [...new Set([...(await namesInTemplates()), ...namesInGuides()])];
	expect(names).toEqual(expect.arrayContaining(['delivery_events', 'Radaro deliveries']));
	const mistaken = names.flatMap((name) =>
		names.filter((other) => other !== name && finds(name, other)).map((other) => [name, other]),
	);
	expect(mistaken).toEqual([]);
});

it.each([
	['Deliveries', 'Radaro deliveries', true],
	['delivery_events', 'Old Delivery Events', true],
	['Radaro deliveries', 'Deliveries', false],
])('“%s” finds “%s”: %s', (name, other, isFound) => {
	expect(finds(name, other)).toBe(isFound);
});

/** Whether n8n may take another table for the one that is asked for. */
function finds(name: string, other: string): boolean {
	const pattern = name
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/_/g, '.')
		.replace(/%/g, '.*');
	return new RegExp(pattern, 'is').test(other);
}

/** The tables that nodes of n8n ask for by name, or make. */
async function namesInTemplates(): Promise<string[]> {
	const files = await Promise.all(ALL_TEMPLATES.map(async (name) => await templateFile(name)));
	return files.flatMap(({ nodes }) => nodes.flatMap(tablesIn));
}

const locator = z.object({ mode: z.literal('name'), value: z.string() });

function tablesIn({ type, parameters }: Node): string[] {
	if (!/\.dataTable$/.test(type)) return [];
	const { tableName, dataTableId } = z
		.object({ tableName: z.string(), dataTableId: locator })
		.partial()
		.parse(parameters);
	return [tableName, dataTableId?.value].filter((name) => name !== undefined);
}

/** The table that each page of `docs/first-mail/` has people make. */
function namesInGuides(): string[] {
	return VENDORS.map(({ slug }) => {
		const [, name] = /\bCall it `([^`]+)`/.exec(read(`docs/first-mail/${slug}.md`)) ?? [];
		if (name === undefined) throw new Error(`The page of ${slug} names no table.`);
		return name;
	});
}
