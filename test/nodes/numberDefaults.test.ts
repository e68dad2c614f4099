import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { VENDORS } from '../support/vendors';

type Inside = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** All numbers that can be filled in, however deep they lie in collections. */
function numbersIn(properties: readonly Inside[]): INodeProperties[] {
	return properties.flatMap((property) => {
		if ('values' in property) return numbersIn(property.values);
		if (!('type' in property)) return [];
		return property.type === 'number' ? [property] : numbersIn(property.options ?? []);
	});
}

const NODES = VENDORS.flatMap(({ action, trigger, changesTrigger }) =>
	[action, trigger, changesTrigger].flatMap((node) => node?.description ?? []),
);

it.each(NODES)('has no 0 in $displayName that counts the moment a field is added', (node) => {
	const zeros = numbersIn(node.properties).filter(({ default: first }) => first === 0);
	expect(zeros.map(({ displayName }) => displayName)).toEqual([]);
});

it('looks into collections and groups', () => {
	const zone = { displayName: 'Zone ID', name: 'zone', type: 'number', default: 0 } as const;
	const group = { displayName: 'G', name: 'g', values: [zone] };
	const outer = { displayName: 'O', name: 'o', type: 'fixedCollection', default: {} } as const;
	expect(
		numbersIn([{ ...outer, type: 'collection', options: [{ ...outer, options: [group] }] }]),
	).toEqual([zone]);
});
