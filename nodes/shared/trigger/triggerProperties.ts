import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../basic/byName';
import { outcomeOf } from '../event/deliveryEvent';
import { ANY_EVENT } from '../event/eventCatalogue';
import type { FilterChoices } from '../event/filterChoices';
import { LISTS_AS_OPTIONS } from '../event/listsAs';

/**
 * On the canvas, below the node: the chosen events in the words of the list, as n8n's expression.
 *
 * @param options of the parameter `events`
 */
export function eventsSubtitle(options: readonly INodePropertyOptions[]): string {
	const names = JSON.stringify(Object.fromEntries(options.map(({ value, name }) => [value, name])));
	return `={{ ($parameter["events"].includes("${ANY_EVENT}") ? ["${ANY_EVENT}"] : $parameter["events"]).map((event) => (${names})[event] ?? event).join(", ") }}`;
}

/** Turns `out_for_delivery` into an option called "Out for Delivery". */
function optionsOf(values: readonly string[]): INodePropertyOptions[] {
	return byName(values.map((value) => ({ value, name: titleOf(value) })));
}

function titleOf(value: string): string {
	return value
		.split('_')
		.map((word) => (word === 'for' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');
}

/** The `events` parameter with a vendor's catalogue as its options. */
export function eventsProperty(options: INodePropertyOptions[]): INodeProperties {
	return {
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options,
		default: [ANY_EVENT],
		required: true,
		description:
			'Which events start the workflow. What is not selected is answered and costs no execution.',
	};
}

/**
 * Says what *Any Event* means beside others. A condition on a list asks for all of its members: the notice
 * is hidden while there is no other.
 */
export const anyEventNotice: INodeProperties = {
	displayName:
		'Any Event is chosen beside others, so every event starts the workflow. Remove it to have only the others.',
	name: 'anyEventNotice',
	type: 'notice',
	default: '',
	displayOptions: {
		show: { events: [ANY_EVENT] },
		hide: { events: [{ _cnd: { eq: ANY_EVENT } }] },
	},
};

export const outputProperty: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Delivery Event',
			value: 'deliveryEvent',
			description: 'One flat row with the same columns from every delivery service',
		},
		{
			name: 'Delivery Event With Original',
			value: 'deliveryEventWithOriginal',
			description: 'The flat row, and under "original" what the service sent',
		},
		{
			name: 'Original',
			value: 'original',
			description: 'Only what the service sent, without the secret in it',
		},
	],
	default: 'deliveryEvent',
	description: 'What the workflow gets',
};

/** Originals keep what the service sent; the choice is about the row alone. */
export const listsAsProperty: INodeProperties = {
	displayName: 'Lists As',
	name: 'listsAs',
	type: 'options',
	options: [...LISTS_AS_OPTIONS],
	default: 'list',
	displayOptions: { hide: { output: ['original'] } },
	description: 'How the columns that are lists are given, such as the items',
};

/** The `filters` parameter, with what this service's events can fulfil. */
export function filtersProperty(choices: FilterChoices): INodeProperties {
	const { things, statuses, jobTypes = [] } = choices;
	const several = (
		displayName: string,
		name: string,
		words: readonly string[],
		description: string,
	): INodeProperties => ({
		displayName,
		name,
		type: 'multiOptions',
		options: optionsOf([...new Set(words)]),
		default: [],
		description,
	});
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Applied before an execution starts: what is filtered out costs nothing',
		options: [
			...(jobTypes.length > 0
				? [several('Job Types', 'jobTypes', jobTypes, `Only ${things} of these types`)]
				: []),
			several(
				'Outcomes',
				'outcomes',
				statuses.map(outcomeOf),
				`Only ${things} with these outcomes`,
			),
			{
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '',
				placeholder: 'e.g. SO-*, WEB-??-*',
				description: `Only ${things} whose reference (your own number) matches. Use * for anything and ? for one character, and commas between several.`,
			},
			several(
				'Statuses',
				'statuses',
				statuses,
				`Only ${things} that have one of these statuses after the event`,
			),
		],
	};
}
