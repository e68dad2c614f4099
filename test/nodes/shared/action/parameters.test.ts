import type { IExecuteFunctions } from 'n8n-workflow';

import { valuesReader } from '../../../../nodes/shared/action/parameters';
import {
	boolean,
	collection,
	filters,
	fixedCollection,
	multiOptions,
	number,
	options,
	text,
} from '../../../../nodes/shared/api/fields';
import { defineProperties } from '../../../../nodes/shared/api/properties';
import { mock } from '../../../support/mock';

const switchField = boolean('Is Company', 'isCompany', { description: 'Whether it is one' });
const CHOICES = [
	{ name: 'Paid', value: 'paid' },
	{ name: 'Not Paid', value: 'pending' },
];

const PROPERTIES = defineProperties([
	boolean('Return All', 'returnAll', { description: 'Whether to return all' }),
	collection('Fields', 'fields', { options: [switchField, text('Name', 'name')] }),
	fixedCollection('Addresses', 'addresses', {
		typeOptions: { multipleValues: true },
		options: [
			{ displayName: 'Address', name: 'address', values: [switchField, text('City', 'city')] },
		],
	}),
	fixedCollection('Parcel', 'parcel', {
		options: [
			{
				displayName: 'Part',
				name: 'part',
				values: [
					text('Code', 'code'),
					number('Weight', 'weight'),
					options('Status', 'status', { options: CHOICES, default: 'paid' }),
				],
			},
		],
	}),
	options('Status', 'status', { options: CHOICES, default: 'paid' }),
	multiOptions('Statuses', 'statuses', { options: CHOICES }),
	filters([multiOptions('Statuses', 'statuses', { options: CHOICES })]),
]);

const read = (given: Record<string, unknown>) => {
	const parameters: Record<string, unknown> = { returnAll: false, ...given };
	const context = mock<IExecuteFunctions>({
		getNode: () => ({ name: 'Test', type: 'test', typeVersion: 1 }),
		getInputData: () => [],
		getExecuteData: () => ({ data: {} }),
		// As an expression that only n8n can resolve, and what it gives.
		getNodeParameter: (name: string, _item: number, fallback: unknown, options?: object) => {
			if (options) return '={{ $now }}';
			return name in parameters ? parameters[name] : fallback;
		},
	});
	return valuesReader(context, PROPERTIES)(0);
};

describe('a switch', () => {
	it.each([
		['TRUE', true],
		[1, true],
		['no', false],
		['0', false],
	])('of %j is %j, wherever it stands', (given, isOn) => {
		const values = read({
			returnAll: given,
			fields: { isCompany: given },
			addresses: { address: [{ isCompany: given, city: 'Hattem' }] },
		});
		expect(values).toMatchObject({
			returnAll: isOn,
			fields: { isCompany: isOn },
			addresses: { address: [{ isCompany: isOn, city: 'Hattem' }] },
		});
	});

	it.each(['maybe', '2', 'waar'])('of %j is refused, wherever it stands', (given) => {
		const sentence = (label: string) => `"${label}" must be true or false, but it is "${given}".`;
		expect(() => read({ returnAll: given })).toThrow(sentence('Return All'));
		expect(() => read({ fields: { isCompany: given } })).toThrow(sentence('Is Company'));
		const addresses = { address: [{}, { isCompany: given }] };
		expect(() => read({ addresses })).toThrow(sentence('Is Company'));
		expect(() => read({ addresses: { address: { isCompany: given } } })).toThrow(
			sentence('Is Company'),
		);
	});

	it.each([null, undefined, '', ' '])('that is %j is refused by itself', (given) => {
		expect(() => read({ returnAll: given })).toThrow('"Return All" must be true or false');
	});

	it.each([null, undefined, '', ' '])('that is %j among others was not given', (given) => {
		const values = read({
			fields: { isCompany: given, name: 'Anna' },
			addresses: { address: [{ isCompany: given, city: 'Hattem' }] },
		});
		expect(values).toMatchObject({
			fields: { isCompany: undefined, name: 'Anna' },
			addresses: { address: [{ isCompany: undefined, city: 'Hattem' }] },
		});
	});
});

it('takes an option by its name and in other capitals', () => {
	expect(read({ status: 'PAID' }).status).toBe('paid');
	expect(read({ statuses: 'not paid, Paid, fresh' }).statuses).toEqual([
		'pending',
		'paid',
		'fresh',
	]);
});

describe('fields of a group', () => {
	const parcel = (part: unknown) => read({ parcel: { part } }).parcel;

	it.each<[unknown, string]>([
		[6175550100, '6175550100'],
		[true, 'true'],
		[' A-1', ' A-1'],
		[null, ''],
	])('that are a text turn %j into %j', (code, expected) => {
		expect(parcel({ code })).toEqual({ part: { code: expected } });
	});

	it.each<[unknown, unknown]>([
		['2.5', 2.5],
		[' 3 ', 3],
		[0, 0],
		// To be told by the operation, which knows of which entry it is.
		['two', 'two'],
		['', ''],
		[null, null],
	])('that are a number turn %j into %j', (weight, expected) => {
		expect(parcel([{ weight }])).toEqual({ part: [{ weight: expected }] });
	});

	it('that are a choice are read by name, and not given when they are empty', () => {
		expect(parcel([{ status: 'NOT PAID' }, { status: ' ' }])).toEqual({
			part: [{ status: 'pending' }, { status: undefined }],
		});
	});

	it('keep what has no field', () => {
		expect(parcel({ colour: 7 })).toEqual({ part: { colour: 7 } });
	});
});

it.each<[unknown]>([
	['["paid","pending"]'],
	[' [ "Paid", "Not Paid" ] '],
	['paid\npending'],
	['paid,\r\npending,'],
	[['paid', ' pending ']],
])('a choice of several is read from %j', (given) => {
	expect(read({ statuses: given }).statuses).toEqual(['paid', 'pending']);
});

it.each(['[true]', '[null]', '[""]', '[{}]'])('a filter of the list %j is empty', (given) => {
	const message = 'The filter "Statuses" is empty.';
	expect(() => read({ filters: { statuses: given } })).toThrow(message);
	expect(() => read({ filters: { statuses: JSON.parse(given) as unknown } })).toThrow(message);
});

describe('a shape that the editor does not make', () => {
	const sentence = (label: string, found: string) =>
		`"${label}" must hold the fields that the editor shows under it, but it is "${found}".`;

	it.each<[unknown, string]>([
		['[]', '[]'],
		[[], '[]'],
		['none', 'none'],
		[7, '7'],
	])('%j is refused for fields and for groups of fields', (given, found) => {
		expect(() => read({ fields: given })).toThrow(sentence('Fields', found));
		expect(() => read({ addresses: given })).toThrow(sentence('Addresses', found));
	});

	it.each<[unknown, string]>([
		[{ of: [] }, '{"of":[]}'],
		[{ address: ['Hattem'] }, '{"address":["Hattem"]}'],
		[{ address: null }, '{"address":null}'],
	])('%j is refused for groups of fields', (given, found) => {
		expect(() => read({ addresses: given })).toThrow(sentence('Addresses', found));
	});

	it.each([null, undefined, '', ' '])('%j is empty, and no other shape', (given) => {
		expect(read({ fields: given, addresses: given })).toMatchObject({ fields: {} });
	});
});
