import { z } from 'zod';

import { isReader, SHARED_NODES } from '../../build/readers';
import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import type { WorkflowFile } from '../../runtime/rest';
import { templateFile } from '../support/storyWorkflow';
import { ALL_TEMPLATES, TEMPLATES } from '../support/templates';

const parametersOf = (file: WorkflowFile, name: string): Record<string, unknown> => {
	const node = file.nodes.find((each) => each.name === name);
	if (!node) throw new Error(`${file.name} has no node named ${name}.`);
	return node.parameters as Record<string, unknown>;
};

describe('receiving', () => {
	it('makes a table with exactly the columns of the delivery event, each of its type', async () => {
		const file = await templateFile('event-log/receive');
		const { columns } = parametersOf(file, 'Table delivery_events');
		const made = z.object({ column: z.array(z.object({ name: z.string(), type: z.string() })) });
		const types = made.parse(columns).column.map(({ name, type }) => [name, type]);
		expect(types).toEqual(
			Object.keys(deliveryEventSchema.shape).map((name) => [name, typeOf(name)]),
		);
	});

	it('passes on exactly these columns', async () => {
		const { includeFields } = parametersOf(
			await templateFile('event-log/receive'),
			"The table's columns",
		);
		expect(includeFields).toBe(Object.keys(deliveryEventSchema.shape).join(', '));
	});

	it('names no table by a part of the name of another, because n8n finds tables by a part', async () => {
		const { nodes } = await templateFile('event-log/receive');
		const names = nodes.flatMap(({ name }) => /^Table (.+)$/.exec(name)?.[1] ?? []);
		const parts = names.filter((name) =>
			names.some((other) => other !== name && other.includes(name)),
		);
		expect([names.length, parts]).toEqual([4, []]);
	});
});

describe('readers', () => {
	const readers = async (): Promise<WorkflowFile[]> =>
		(await Promise.all(ALL_TEMPLATES.map(templateFile))).filter(isReader);

	it('share one machine', async () => {
		const [first, ...others] = await readers();
		for (const name of SHARED_NODES) {
			for (const other of others) {
				expect(withoutIds(parametersOf(other, name))).toEqual(
					withoutIds(parametersOf(first as WorkflowFile, name)),
				);
			}
		}
	});

	it('touch neither table nor place when they are tried', async () => {
		for (const file of await readers()) {
			const writing = file.nodes.filter(({ type, parameters }) => {
				const { resource, operation } = parameters as { resource?: string; operation?: string };
				// A table is made only where there is none.
				if (resource === 'table') return false;
				return /\.dataTable$/.test(type) && !['get', 'rowNotExists'].includes(operation ?? '');
			});
			const lane = new Set(SHARED_NODES.slice(SHARED_NODES.indexOf('When a run fails')));
			const free = writing.filter(({ name }) => !lane.has(name) && !file.pinData?.[name]);
			expect(free.map(({ name }) => name)).toEqual([]);
		}
	});
});

describe('the forms for Data Tables and for PostgreSQL', () => {
	const PAIRS = [
		['event-log/receive', 'event-log/postgres-receive'],
		['event-log/changes', 'event-log/postgres-changes'],
		['event-log/round', 'event-log/postgres-round'],
		['event-log/keep-tidy', 'event-log/postgres-keep-tidy'],
		['event-log/try-again', 'event-log/postgres-try-again'],
		['delivery-log', 'event-log/postgres-sheet'],
		['customer-told', 'event-log/postgres-customers'],
		['event-log/jobs', 'event-log/postgres-jobs'],
	] as const;
	/** What only looks different because rows are kept in another way. */
	const ROWS = [
		"The table's columns",
		'No event log yet',
		'Anything new?',
		'New events',
		'Why',
		'Its turn?',
		'Will it pass?',
		'Fifth try of one event?',
		'In the way?',
		'Say which',
	];
	/** What a Data Table needs in its place: many looks for what one statement says, and a watch on its size. */
	const MANY_LOOKS = [
		'Their states',
		'50 at a time',
		'Each look',
		'As known',
		'Beside what is known',
		'Never told?',
		'Changed since?',
		'Came again?',
		'As another event',
		'In one list',
	];
	const SIZE = ['Each morning', 'How full?', 'Nearly full?', 'Mail: nearly full'];
	const isStorage = ({ name, type }: WorkflowFile['nodes'][number]): boolean =>
		/\.(dataTable|postgres|stickyNote|timeSaved)$/.test(type) ||
		['Settings', ...ROWS, ...MANY_LOOKS, ...SIZE].includes(name);

	it.each(PAIRS)('%s and %s differ in nothing but the tables', async (one, other) => {
		const [first, second] = await Promise.all([templateFile(one), templateFile(other)]);
		const nodesOf = (file: WorkflowFile) =>
			Object.fromEntries(
				file.nodes
					.filter((node) => !isStorage(node))
					.map(({ name, position, id, ...node }) => [name, withoutIds(node)]),
			);
		expect(nodesOf(second)).toEqual(nodesOf(first));
	});
});

describe.each(TEMPLATES)('the samples of %s', (name) => {
	it('are rows as a trigger gives them with Lists as Text', async () => {
		const { pinData } = await templateFile(name);
		const list = z.string().transform((text) => JSON.parse(text) as unknown);
		const row = deliveryEventSchema.extend({
			photoUrls: list.pipe(deliveryEventSchema.shape.photoUrls),
			items: list.pipe(deliveryEventSchema.shape.items),
			changedFields: list.pipe(deliveryEventSchema.shape.changedFields),
		});
		const rows = Object.values(pinData ?? {})
			.flat()
			.map((item) => (item as { json: Record<string, unknown> }).json)
			.filter((json) => 'eventId' in json);
		for (const json of rows) expect(row.safeParse(json).error).toBeUndefined();
	});
});

const NUMBERS = 'attempt latitude longitude proofLatitude proofLongitude rating itemCount'.split(
	' ',
);

/** Type of a column in a Data Table, which has none for lists. */
function typeOf(name: string): string {
	if (name === 'isFinal') return 'boolean';
	return NUMBERS.includes(name) ? 'number' : 'string';
}

/** The same without the ids that n8n gives to conditions and fields. */
function withoutIds(parameters: Record<string, unknown>): unknown {
	return JSON.parse(
		JSON.stringify(parameters, (key, value: unknown) => (key === 'id' ? undefined : value)),
	) as unknown;
}
