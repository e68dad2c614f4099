import { DETRACK_STATUSES, statusOf as detrackStatus } from '../../nodes/Detrack/event/statuses';
import { RADARO_STATUSES, statusOf as radaroStatus } from '../../nodes/Radaro/event/statuses';
import { statusAfter as readyCloudStatus } from '../../nodes/ReadyCloud/event/statuses';
import { TRIGGERS } from '../../nodes/Routigo/event/events';
import { statusAfter as routigoStatus } from '../../nodes/Routigo/event/statuses';
import { requestOptions } from '../../nodes/shared/api/requestOptions';
import { labelsOf, propertyOf } from '../support/properties';
import { pageOf, VENDORS } from '../support/vendors';
import { columns, headingsOf, sectionOf, tableIn } from './documents';

/** What every page has, in this order; between them stands what is a service's own. */
const headingsFor = (name: string, webhookUrl: string): string[] => [
	'Set-up',
	'Credential',
	...(webhookUrl === 'pasted' ? ['Test URL and Production URL'] : []),
	'Events',
	'Filters',
	'Output',
	'Options of the trigger',
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

describe.each(VENDORS)('the page of $name', (vendor) => {
	const { name, webhookUrl, trigger, credentials, events, resources } = vendor;
	const FILE = pageOf(vendor);
	const triggerProperty = (of: string) => propertyOf(trigger.description.properties, of);

	it('has the same headings as the others, in the same order', () => {
		const expected = headingsFor(name, webhookUrl);
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

	it('says what to enter in every field of the credentials', () => {
		const section = sectionOf(FILE, 'Credential');
		for (const { displayName, properties } of credentials) {
			expect(section).toContain(displayName);
			const labels = properties.flatMap(labelsOf);
			expect(labels.filter((label) => !section.includes(label))).toEqual([]);
		}
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

describe('the table of statuses', () => {
	it('of Radaro has every code that is known', () => {
		expect(columns(tableIn('docs/radaro.md', 'Statuses'), 1, 2)).toEqual(
			RADARO_STATUSES.map((code) => [code, radaroStatus(code)]),
		);
	});

	it('of Detrack has every code that is known', () => {
		expect(columns(tableIn('docs/detrack.md', 'Statuses'), 1, 2)).toEqual(
			DETRACK_STATUSES.map((code) => [
				code,
				detrackStatus({ status: code, assign_to: 'Van 07', date: '2026-03-03' }, '2026-03-03'),
			]),
		);
	});

	it('of RoutiGo has every trigger', () => {
		expect(columns(tableIn('docs/routigo.md', 'Statuses'), 1, 2)).toEqual(
			TRIGGERS.map((trigger) => [trigger, routigoStatus(trigger, [])]),
		);
	});

	it('of ReadyCloud has the rules by which the status is made', () => {
		const time = '2025-06-18T00:13:55Z';
		const samples = [
			readyCloudStatus('acceptance_scanned', {}),
			readyCloudStatus('status_changed', {}),
			readyCloudStatus('job_updated', { boxes: [{ delivered_at: time }] }),
			readyCloudStatus('job_updated', {}),
			readyCloudStatus('job_updated', { shipping: { shipped_at: time, to_ship_at: time } }),
			readyCloudStatus('job_updated', { shipping: { to_ship_at: time } }),
			readyCloudStatus('job_updated', { shipping: {} }),
		];
		expect(columns(tableIn('docs/readycloud.md', 'Statuses'), 1).flat()).toEqual(samples);
	});
});
