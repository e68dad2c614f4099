import { type Collection, collection, type Field, json, options, shownWhen } from '../api/fields';
import type { Properties } from '../api/properties';

interface NewThing<Thing, Main, Additional> {
	/** What is created, such as `job`. */
	thing: Thing;
	/** Whose names the JSON is written in. */
	vendor: string;
	/** The fields that are always there. */
	fields: Main;
	/** Those that users add if they need them. */
	additional: Additional;
	/** What the JSON is to hold. */
	jsonDescription: string;
}

type FieldsOrJson<
	Thing extends string,
	Main extends Properties,
	Additional extends Properties,
> = readonly [
	Field<'options', 'source'>,
	...Main,
	Collection<'additionalFields', Additional>,
	Field<'json', `${Thing}Json`>,
];

/**
 * The parameters of something new: field by field, or as JSON by the vendor's own names. Which of
 * them counts is in the value of `source`, `fields` or `json`.
 */
export function fieldsOrJson<
	const Thing extends string,
	const Main extends Properties,
	const Additional extends Properties,
>({
	thing,
	vendor,
	fields,
	additional,
	jsonDescription,
}: NewThing<Thing, Main, Additional>): FieldsOrJson<Thing, Main, Additional> {
	const title = thing.charAt(0).toUpperCase() + thing.slice(1);
	const main = fields.map((field) => ({ ...field, ...shownWhen('source', 'fields') }));
	return [
		options(`${title} Data`, 'source', {
			noDataExpression: true,
			options: [
				{ name: 'Fill in Fields', value: 'fields' },
				{ name: 'JSON', value: 'json', description: `The whole ${thing} by ${vendor}'s own names` },
			],
			default: 'fields',
			description: `How to give the ${thing}`,
		}),
		// The same fields, which TypeScript forgets in a `map`.
		...(main as unknown as Main),
		collection('Additional Fields', 'additionalFields', {
			options: additional,
			...shownWhen('source', 'fields'),
		}),
		json(`${title} (JSON)`, `${thing}Json`, {
			default: '={{ $json }}',
			required: true,
			description: jsonDescription,
			...shownWhen('source', 'json'),
		}),
	];
}
