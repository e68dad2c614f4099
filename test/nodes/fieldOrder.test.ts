import type { INodeProperties } from 'n8n-workflow';

import { VENDORS } from '../support/vendors';

/** Every operation of a vendor, with the fields that it shows at first. */
const FORMS = VENDORS.flatMap(({ name, resources }) =>
	resources.flatMap((resource) =>
		resource.operations.map(({ option, properties }) => ({
			form: `${name} ${resource.name}: ${option.name}`,
			properties,
		})),
	),
);

const fieldsOf = ({ options = [] }: INodeProperties): string[] =>
	options.flatMap((option) => ('type' in option ? [option.displayName] : []));

/** The groups of all operations from which fields are added, with the labels that they offer. */
const GROUPS = FORMS.flatMap(({ form, properties }) =>
	properties
		.filter(({ type }) => type === 'collection')
		.map((property) => ({ group: `${form}, ${property.displayName}`, fields: fieldsOf(property) })),
);

const groupOf = (name: string): string[] =>
	GROUPS.find(({ group }) => group === name)?.fields ?? [];

it.each(GROUPS)('offers in $group last what has no field of its own', ({ fields }) => {
	const at = fields.indexOf('Other Attributes');
	expect([-1, fields.length - 1]).toContain(at);
});

it.each(FORMS)('asks in $form for what is needed before what may be added', ({ properties }) => {
	// What takes the place of all fields, such as the whole job as JSON, stands behind them.
	const isNeeded = ({ required, type }: INodeProperties): boolean =>
		required === true && type !== 'json';
	const lastNeeded = Math.max(-1, ...properties.map((each, at) => (isNeeded(each) ? at : -1)));
	const firstGroup = properties.findIndex(({ type, displayOptions }) =>
		type === 'collection' ? displayOptions === undefined : false,
	);
	// Where a file goes is asked for last, as in n8n's own nodes.
	if (properties[lastNeeded]?.name === 'outputField') return;
	expect(firstGroup === -1 || lastNeeded < firstGroup).toBe(true);
});

it.each([
	['Radaro Job: Create, Additional Fields', ['Customer Phone', 'Customer Email', 'Driver']],
	['Detrack Job: Create, Additional Fields', ['Contact Name', 'Phone Number', 'Items']],
	['Detrack Job: Update, Update Fields', ['D.O. Number', 'Date', 'Address', 'Contact Name']],
	['Detrack Job: Get Many, Filters', ['Date', 'Statuses', 'Assign To', 'Search']],
	['Detrack Job: Search, Filters', ['Date From', 'Date To', 'Statuses', 'Vehicles']],
	['RoutiGo Order: Upload, Additional Fields', ['Visit After', 'Visit Before']],
	['RoutiGo Order: Upload, Pick-Up Location', ['Name', 'Address Line']],
	['ReadyCloud Order: Get Many, Filters', ['Search', 'Shipping Statuses']],
	['ReadyCloud Order: Update, Update Fields', ['Primary ID', 'Ship To', 'To Ship At']],
	['ReadyCloud Contact: Create, Contact Fields', ['First Name', 'Last Name']],
])('begins %s with what is used most', (group, first) => {
	expect(groupOf(group).slice(0, first.length)).toEqual(first);
});

it.each([
	['Radaro Job: Create, Additional Fields', 'Status'],
	['Detrack Job: Create, Additional Fields', 'Type'],
	['Detrack Job: Update, Update Fields', 'Type'],
])('has in %s the field %s among the first ten', (group, field) => {
	expect(groupOf(group).slice(0, 10)).toContain(field);
});
