import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeType, Workflow } from 'n8n-workflow';

import { RadaroApi } from '../../../../credentials/RadaroApi.credentials';
import { parameterReader } from '../../../../nodes/shared/action/parameterReader';
import { collection, text } from '../../../../nodes/shared/api/fields';
import { asNodeProperty } from '../../../../nodes/shared/api/properties';
import { isRecord } from '../../../../nodes/shared/basic/values';
import { executeContext } from '../../../support/executeNode';
import { partly } from '../../../support/mock';

const value = text('Value', 'value');
const fields = collection('Fields', 'fields', {
	options: [text('Name', 'name'), text('Note', 'note')],
});

const NODE = partly<INodeType>({
	description: {
		displayName: 'Test',
		name: 'test',
		properties: [value, fields].map(asNodeProperty),
		credentials: [],
	},
});

interface Run {
	context: IExecuteFunctions;
	workflow: Workflow;
	item: { json: IDataObject };
	parameters: Record<string, unknown>;
}

/** A run in n8n's own context, with one item; both it and the stored parameters may be changed. */
function runOf(json: IDataObject = {}, stored: IDataObject = {}): Run {
	const { context, workflow } = executeContext({
		node: NODE,
		credentialType: new RadaroApi(),
		credential: {},
		parameters: stored,
		items: [json],
	});
	const item = context.getInputData()[0];
	const node = workflow.getNode('Test');
	if (item === undefined || node === null) throw new Error('There is no item or no node.');
	return { context, workflow, item, parameters: node.parameters };
}

const read = ({ context }: Run): unknown => parameterReader(context)(value, 0);
const readByN8n = ({ context }: Run): unknown => context.getNodeParameter('value', 0, '');

/** What reading gives, or the words with which it fails. */
function outcomeOf(reading: () => unknown): unknown {
	try {
		return { gives: reading() };
	} catch (error) {
		return { fails: (error as Error).message };
	}
}

describe('an expression that names a value of the item', () => {
	it.each<[string, IDataObject, unknown]>([
		['={{ $json.city }}', { city: 'Hattem' }, 'Hattem'],
		['={{$json.city}}', { city: ' Hattem ' }, ' Hattem '],
		[`={{ $json['House No.'] }}`, { 'House No.': 7 }, 7],
		['={{ $json["Straße"] }}', { Straße: null }, null],
		['={{ $json.größe }}', { größe: 0 }, 0],
		['={{ $json.to.address.city }}', { to: { address: { city: 'Hattem' } } }, 'Hattem'],
		[`={{ $json.to['post code'].first }}`, { to: { 'post code': { first: true } } }, true],
		['={{ $json.city }}', {}, undefined],
		['={{ $json.to.city }}', { to: {} }, undefined],
		['={{ $json.to.city }}', {}, undefined],
		['={{ $json.to.city }}', { to: null }, undefined],
		['={{ $json.items }}', { items: [{ sku: 'A', tags: ['x'] }] }, [{ sku: 'A', tags: ['x'] }]],
		['={{ $json }}', { a: { b: [1, 'c', null] } }, { a: { b: [1, 'c', null] } }],
	])('%s is read without n8n’s engine', (stored, json, expected) => {
		const run = runOf(json, { value: stored });
		const engine = jest.spyOn(run.workflow.expression, 'getParameterValue');
		expect(read(run)).toStrictEqual(expected);
		expect(engine).not.toHaveBeenCalled();
		expect(readByN8n(run)).toEqual(expected);
	});

	it('gives a copy, so that the item stays as it is', () => {
		const run = runOf({ items: [{ sku: 'A' }] }, { value: '={{ $json.items }}' });
		(read(run) as IDataObject[])[0]!.sku = 'B';
		expect(run.item.json).toEqual({ items: [{ sku: 'A' }] });
	});
});

describe('what is no expression', () => {
	it.each(['Hattem', '', ' = 1', '{{ $json.a }}', 7, true])('is %j', (stored) => {
		const run = runOf({ a: 1 }, { value: stored });
		const engine = jest.spyOn(run.workflow.expression, 'getParameterValue');
		expect(read(run)).toBe(stored);
		expect(engine).not.toHaveBeenCalled();
	});
});

describe('every other expression', () => {
	it.each<[string, IDataObject, unknown]>([
		['={{ $json.city }} ', { city: 'Hattem' }, 'Hattem '],
		['={{ $json.a }}{{ $json.b }}', { a: 1, b: 2 }, '12'],
		['={{ $json.city.length }}', { city: 'Hattem' }, 6],
		['={{ $json.items.length }}', { items: [1, 2] }, 2],
		['={{ $json.a + 1 }}', { a: 1 }, 2],
		['={{ $json?.a }}', { a: 1 }, 1],
		['={{ $json.a.isEmpty() }}', { a: '' }, true],
		['=1', {}, '1'],
	])('%s is left to n8n', (stored, json, expected) => {
		const run = runOf(json, { value: stored });
		expect(read(run)).toBe(expected);
	});

	it.each(['toString', 'constructor', '__proto__', 'constructors'])(
		'that names %s fails as it does in n8n',
		(name) => {
			const run = runOf({}, { value: `={{ $json.${name} }}` });
			expect(outcomeOf(() => read(run))).toEqual(outcomeOf(() => readByN8n(run)));
			expect(outcomeOf(() => read(run))).toHaveProperty('fails');
		},
	);

	it('leaves a date to n8n', () => {
		const at = new Date('2099-03-03T09:30:00Z');
		const run = runOf({ at: partly(at) }, { value: '={{ $json.at }}' });
		const engine = jest.spyOn(run.workflow.expression, 'getParameterValue');
		expect(read(run)).toEqual(at);
		expect(engine).toHaveBeenCalled();
	});
});

describe('a collection', () => {
	it('is read field by field, and by n8n as soon as one of them is another expression', () => {
		const run = runOf({ a: 'A', b: 'b' }, { fields: { name: '={{ $json.a }}', note: 'n' } });
		const engine = jest.spyOn(run.workflow.expression, 'getParameterValue');
		expect(parameterReader(run.context)(fields, 0)).toEqual({ name: 'A', note: 'n' });
		expect(engine).not.toHaveBeenCalled();
		run.parameters.fields = { name: '={{ $json.a }}', note: '={{ $json.b.toUpperCase() }}' };
		expect(parameterReader(run.context)(fields, 0)).toEqual({ name: 'A', note: 'B' });
		expect(engine).toHaveBeenCalled();
	});

	it('does not become what the next item gets', () => {
		const run = runOf({ a: 'A' }, { fields: { name: '={{ $json.a }}', note: 'n' } });
		const reader = parameterReader(run.context);
		(reader(fields, 0) as IDataObject).note = 'changed';
		expect(reader(fields, 0)).toEqual({ name: 'A', note: 'n' });
	});
});

it('takes `$json` from where n8n takes it when an AI agent runs the node with items of its own', () => {
	const run = runOf({ city: 'Hattem' }, { value: '={{ $json.city }}' });
	jest.spyOn(run.context, 'getInputData').mockReturnValue([{ json: { city: 'of the tool' } }]);
	expect(read(run)).toBe('Hattem');
});

/** Names that something in n8n or in JavaScript has a meaning for, and some that users have. */
const NAME = fc.oneof(
	fc.constantFrom(
		...['city', 'a', 'b c', 'House No.', 'größe', '名', '0', 'class', 'this', 'new', 'await'],
		...['length', 'first', 'last', 'isEmpty', 'json', 'name', 'toString', 'valueOf', 'toJSON'],
		...['constructor', 'constructors', '__proto__', 'prototype', 'binding', 'arguments'],
		...['__isError', '__n8nType', '_x', '$json', 'a.constructor', 'x(1)', '.isEmpty(', ''],
	),
	fc.string({ unit: 'binary', maxLength: 4 }),
);
const LEAF = fc.oneof(
	fc.jsonValue({ maxDepth: 1 }),
	fc.constantFrom(undefined, Number.NaN, '', 'text', new Date(0), [undefined], [new Date(0)]),
);
const HELD = fc.oneof(LEAF, fc.dictionary(NAME, LEAF, { maxKeys: 3 }), fc.array(LEAF));
const ITEM = fc.dictionary(NAME, fc.oneof(HELD, fc.dictionary(NAME, HELD, { maxKeys: 3 })), {
	maxKeys: 6,
});

/** Parameters as n8n stores them: most name something in the item, by one of its own names or another. */
function storedFor(item: unknown): fc.Arbitrary<string> {
	const name = fc.oneof(fc.constantFrom('a', ...namesOf(item)), NAME);
	const part = fc.oneof(
		name.map((own) => `.${own}`),
		name.map((own) => `['${own}']`),
		name.map((own) => `["${own}"]`),
		fc.constantFrom('?.a', '[0]', '.trim()', ' .a', '["a" + "b"]'),
	);
	const space = fc.constantFrom('', ' ', '  ', '\n', '/**/');
	const end = fc.constantFrom('', '', '', ' ', '{{', 'x');
	return fc.oneof(
		{
			weight: 8,
			arbitrary: fc
				.tuple(fc.array(part, { maxLength: 3 }), space, end)
				.map(([parts, blank, rest]) => `={{${blank}$json${parts.join('')}${blank}}}${rest}`),
		},
		fc.string().map((words) => `=${words}`),
		fc.string(),
	);
}

function namesOf(held: unknown): string[] {
	if (!isRecord(held)) return [];
	return Object.entries(held).flatMap(([name, inner]) => [name, ...namesOf(inner)]);
}

/** Without the Proxies in which n8n's engine of old wraps what it takes from an item. */
function unwrapped(given: unknown): unknown {
	if (Array.isArray(given)) return Array.from(given, unwrapped);
	if (!isRecord(given) || given instanceof Date) return given;
	return Object.fromEntries(Object.entries(given).map(([name, held]) => [name, unwrapped(held)]));
}

it('gives every parameter the value that n8n gives it', () => {
	const run = runOf({}, { value: 'text' });
	const cases = ITEM.chain((item) => fc.tuple(fc.constant(item), storedFor(item)));
	fc.assert(
		fc.property(cases, ([item, stored]) => {
			run.item.json = item as IDataObject;
			run.parameters.value = stored;
			const byN8n = outcomeOf(() => unwrapped(readByN8n(run)));
			expect(
				isDeepStrictEqual(
					outcomeOf(() => unwrapped(read(run))),
					byN8n,
				),
			).toBe(true);
		}),
		{ numRuns: 500 },
	);
});
