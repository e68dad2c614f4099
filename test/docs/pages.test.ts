import { requestOptions } from '../../nodes/shared/api/requestOptions';
import { labelsOf, propertyOf } from '../support/properties';
import { pageOf } from '../support/vendors';
import { columns, headingsOf, sectionOf, tableIn } from './documents';
import { DOCUMENTED } from './vendors';

/** What every page has, in this order; between them stands what is a service's own. */
const headingsFor = (name: string, webhookUrl: string, isAsked: boolean): string[] => [
	'Set-up',
	'Credential',
	...(webhookUrl === 'pasted' ? ['Test URL and Production URL'] : []),
	'Events',
	'Filters',
	'Output',
	'Options of the trigger',
	...(isAsked ? ['Changes trigger'] : []),
	...(webhookUrl === 'registered' ? ['Publishing and unpublishing'] : []),
	'Statuses',
	'Columns',
	'Operations',
	'Times and time zones',
	`What ${name} does not document`,
	`Try it without ${name}`,
	'Troubleshooting',
	'Nothing arrives',
	'Nothing is sent',
	'Something happens twice',
];

describe.each(DOCUMENTED)('the page of $name', (vendor) => {
	const { name, webhookUrl, trigger, changesTrigger, credentials, events, resources, documents } =
		vendor;
	const FILE = pageOf(vendor);
	const triggerProperty = (of: string) => propertyOf(trigger.description.properties, of);

	it('has the same headings as the others, in the same order', () => {
		const expected = headingsFor(name, webhookUrl, changesTrigger !== null);
		expect(headingsOf(FILE).filter((heading) => expected.includes(heading))).toEqual(expected);
	});

	it('lists every choice of the trigger with the event that it gives', () => {
		expect(columns(tableIn(FILE, 'Events'), 0, 2)).toEqual([
			['Any Event', 'any'],
			...events.map((entry) => [entry.name, entry.event]),
		]);
	});

	it('lists the filters, the outputs and the options of the trigger', () => {
		const [, ...filters] = labelsOf(triggerProperty('filters'));
		expect(columns(tableIn(FILE, 'Filters'), 0).flat()).toEqual(filters);
		const outputs = (triggerProperty('output').options ?? []).map((option) => option.name);
		expect(columns(tableIn(FILE, 'Output'), 0).flat()).toEqual(outputs);
		const section = sectionOf(FILE, 'Options of the trigger');
		const options = (triggerProperty('options').options ?? []).flatMap((option) =>
			'displayName' in option ? [option.displayName] : [],
		);
		expect(options.filter((option) => !section.includes(option))).toEqual([]);
	});

	it('says what the trigger for changes asks, and what its fields mean', () => {
		if (changesTrigger === null) return;
		const section = sectionOf(FILE, 'Changes trigger');
		const labels = changesTrigger.description.properties
			.filter(({ type, name: of }) => type !== 'notice' && of !== 'filters')
			.flatMap(labelsOf);
		expect(labels.filter((label) => !section.includes(label))).toEqual([]);
		const { options = [] } = propertyOf(changesTrigger.description.properties, 'startWith');
		expect(options.filter((option) => !section.includes(option.name))).toEqual([]);
	});

	it('says what to enter in every field of the credentials', () => {
		const section = sectionOf(FILE, 'Credential');
		for (const { displayName, properties } of credentials) {
			expect(section).toContain(displayName);
			const labels = properties.flatMap(labelsOf);
			expect(labels.filter((label) => !section.includes(label))).toEqual([]);
		}
	});

	it('says which status follows from every word or rule', () => {
		const table = tableIn(FILE, 'Statuses');
		expect(table.map(([, ...cells]) => cells)).toEqual(documents.statuses);
	});

	const operations = resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			heading: `${resource.name}: ${operation.option.name}`,
			operation,
		})),
	);

	it.each(operations)('describes $heading with its parameters', ({ heading, operation }) => {
		expect(sectionOf(FILE, heading)).not.toBe('');
		const section = sectionOf(FILE, 'Operations');
		const labels = [...operation.properties, requestOptions].flatMap(labelsOf);
		expect(labels.filter((label) => !section.includes(label))).toEqual([]);
	});

	it('describes no operation that there is not', () => {
		const described = headingsOf(FILE).filter((heading) => /^[A-Z][\w -]*: /.test(heading));
		expect(described.sort()).toEqual(operations.map(({ heading }) => heading).sort());
	});
});
