import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { VENDORS } from '../support/vendors';

/** n8n cuts a description in a drop-down after two lines. */
const LONGEST = 110;

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** The choices of all drop-downs, however deep they lie in collections. */
function choicesIn(properties: readonly Option[]): INodePropertyOptions[] {
	return properties.flatMap((property) => {
		if ('values' in property) return choicesIn(property.values);
		const { options = [] } = property as INodeProperties;
		if (options.length === 0) return [];
		const isDropDown = 'type' in property && /^(options|multiOptions)$/.test(property.type);
		return isDropDown ? (options as INodePropertyOptions[]) : choicesIn(options);
	});
}

const NODES = VENDORS.flatMap(({ action, trigger, changesTrigger }) =>
	[action, trigger, changesTrigger].flatMap((node) => node?.description ?? []),
);

it.each(NODES)('shows what the choices of $displayName mean without cutting it', (node) => {
	const texts = choicesIn(node.properties).map(({ description }) => description ?? '');
	expect(texts.filter((text) => text.length > LONGEST)).toEqual([]);
	expect(texts.filter((text) => /[<>]|\*\*|`/.test(text))).toEqual([]);
});

/** n8n gives the ways to choose something a column beside it, which holds no longer word. */
const LONGEST_WAY = 'From List'.length;

/** The labels of the ways to choose something, also within collections. */
function waysIn(properties: readonly Option[]): string[] {
	return properties.flatMap((property) => {
		if (!('type' in property)) return [];
		const { modes = [], options = [] } = property;
		return [...modes.map(({ displayName }) => displayName), ...waysIn(options)];
	});
}

it.each(NODES)('shows the ways to choose something in $displayName whole', (node) => {
	expect(waysIn(node.properties).filter((label) => label.length > LONGEST_WAY)).toEqual([]);
});

it('finds the ways to choose something', () => {
	const ways = NODES.flatMap((node) => waysIn(node.properties));
	expect(new Set(ways)).toEqual(new Set(['From List', 'By ID', 'By Name', 'By Number']));
});

it('looks into collections', () => {
	const choice = { name: 'One', value: 1, description: 'x' };
	const inner = { displayName: 'I', name: 'i', type: 'options', default: 1, options: [choice] };
	const group = { displayName: 'G', name: 'g', values: [inner as INodeProperties] };
	const outer = { displayName: 'O', name: 'o', type: 'fixedCollection', default: {} } as const;
	expect(choicesIn([{ ...outer, options: [group] }])).toEqual([choice]);
});
