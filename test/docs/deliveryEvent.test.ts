import path from 'node:path';

import { RADARO_EVENTS } from '../../nodes/Radaro/event/events';
import { normalizeRadaro } from '../../nodes/Radaro/event/normalize';
import { radaroPayloadSchema } from '../../nodes/Radaro/event/schema';
import {
	deliveryEventSchema,
	EVENTS,
	isFinal,
	jobColumnsSchema,
	outcomeOf,
	OUTCOMES,
	PROVIDERS,
	SCHEMA_VERSION,
	STATUSES,
} from '../../nodes/shared/event/deliveryEvent';
import { classifyBy } from '../../nodes/shared/event/eventCatalogue';
import { fixture } from '../support/fixtures';
import { pageOf, VENDORS } from '../support/vendors';
import { columns, filesBelow, read, sectionOf, tableIn } from './documents';
import { DOCUMENTED } from './vendors';

const FILE = 'docs/delivery-event.md';
const allColumns = Object.keys(deliveryEventSchema.shape);

/** The services that the first table in a section compares. */
function servicesIn(section: string): string[] {
	const [head = ''] = /^\|.*$/m.exec(section) ?? [];
	return head
		.split('|')
		.slice(2, -1)
		.map((cell) => cell.trim());
}

const wordsOf = (cell = ''): string[] =>
	[...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

it('describes this schema version and its services', () => {
	expect(read(FILE)).toContain(`**schema version ${SCHEMA_VERSION}**`);
	const [, , provider = ''] = tableIn(FILE, 'Columns').find(([name]) => name === 'provider') ?? [];
	for (const name of PROVIDERS) expect(provider).toContain(`\`${name}\``);
});

it('lists every column, in order', () => {
	expect(columns(tableIn(FILE, 'Columns'), 0).flat()).toEqual(allColumns);
});

it('lists every event', () => {
	expect(columns(tableIn(FILE, 'Events'), 0).flat()).toEqual(EVENTS);
});

it('lists every status with its outcome', () => {
	expect(columns(tableIn(FILE, 'Statuses'), 0, 2, 3)).toEqual(
		STATUSES.map((status) => [status, outcomeOf(status), String(isFinal(status))]),
	);
});

it('lists every outcome', () => {
	const [, , outcome = ''] = tableIn(FILE, 'Columns').find(([name]) => name === 'outcome') ?? [];
	for (const name of OUTCOMES) expect(outcome).toContain(`\`${name}\``);
});

it('names the columns that a job by itself lacks', () => {
	const named = wordsOf(sectionOf(FILE, 'Job columns'));
	const jobColumns = Object.keys(jobColumnsSchema.shape);
	expect(named).toEqual(allColumns.filter((name) => !jobColumns.includes(name)));
});

it('has the event of a sample as its example', () => {
	const [, json = '{}'] = /```json\n(.*?)```/s.exec(read(FILE)) ?? [];
	const example = JSON.parse(json) as { receivedAt: string };
	const payload = radaroPayloadSchema.parse(fixture('radaro/04-job-status-delivered.json'));
	const { token, ...original } = payload;
	const event = normalizeRadaro(original, classifyBy(RADARO_EVENTS, original), example.receivedAt);
	expect(event).toMatchObject(example);
});

it('says of every column that holds a list what to do with it', () => {
	const lists = tableIn(FILE, 'Columns').filter(([, kind = '']) => kind.startsWith('list'));
	const section = sectionOf(FILE, 'Lists');
	expect(lists).toHaveLength(3);
	for (const [name] of lists) expect(section).toContain(`\`${name}\``);
});

describe('the columns of each service', () => {
	const HEADING = 'Columns of each service';
	const section = sectionOf(FILE, HEADING);
	const table = tableIn(FILE, HEADING);

	it('are all that differ from service to service, in order', () => {
		const [, after = ''] = section.split('Nine columns ');
		const same = wordsOf(after);
		expect(same).toHaveLength(9);
		expect(columns(table, 0).flat()).toEqual(allColumns.filter((name) => !same.includes(name)));
	});

	it('are told for every service', () => {
		expect(servicesIn(section)).toEqual(VENDORS.map(({ name }) => name));
		expect(table.filter((row) => row.length !== VENDORS.length + 1 || row.includes(''))).toEqual(
			[],
		);
	});

	/** Code marks are gone where a key is all that a cell holds. */
	const keysIn = (cell = '') => (/^[a-z][\w.]*$/.test(cell) ? [cell] : wordsOf(cell));

	describe.each(VENDORS)('of $name', (vendor) => {
		const place = VENDORS.indexOf(vendor) + 1;
		const room = path.join('nodes', vendor.folder, 'event');
		const code = filesBelow(room).map(read).join('\n');

		it('are those that the code fills, and no others', () => {
			const filled = table.filter((row) => row[place] !== '-').map(([name = '']) => name);
			const inCode = (name: string) => new RegExp(`\\b${name}(,|:\\s(?!null,))`).test(code);
			expect(filled).toEqual(columns(table, 0).flat().filter(inCode));
		});

		it('are made from keys that the code reads', () => {
			const keys = table.flatMap((row) => keysIn(row[place])).flatMap((word) => word.split('.'));
			const unread = keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(code));
			expect(keys.length).toBeGreaterThan(1);
			expect(unread).toEqual([]);
		});
	});
});

describe('the statuses of each service', () => {
	const HEADING = 'Statuses of each service';
	const table = tableIn(FILE, HEADING);

	it('are compared for all services and statuses', () => {
		expect(servicesIn(sectionOf(FILE, HEADING))).toEqual(VENDORS.map(({ name }) => name));
		expect(columns(table, 0).flat()).toEqual(STATUSES);
	});

	// The pages are compared with the code, and this table with the pages.
	it.each(DOCUMENTED)('are those of the page of $name', (vendor) => {
		const place = DOCUMENTED.indexOf(vendor) + 1;
		const filled = table.filter((row) => row[place] !== '-').map(([status]) => status);
		const onPage = tableIn(pageOf(vendor), 'Statuses').map((row) => row.at(-1));
		const told = [...onPage, ...vendor.documents.statusesByRule, 'unknown'];
		expect(filled).toEqual(STATUSES.filter((status) => told.includes(status)));
	});

	/** Those whose table has their words; what the others have is rules. */
	const WITH_WORDS = DOCUMENTED.filter(({ documents }) =>
		documents.statuses.every((row) => row.length === 2),
	);

	it('have the words of most services', () => {
		expect(WITH_WORDS.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Radaro', 'Detrack', 'RoutiGo']),
		);
	});

	it.each(WITH_WORDS)('have the words of the page of $name', (vendor) => {
		const place = DOCUMENTED.indexOf(vendor) + 1;
		const rows = columns(tableIn(pageOf(vendor), 'Statuses'), 1, 2);
		const lacking = rows.filter(([code = '', status]) => {
			const words = table.find(([canonical]) => canonical === status)?.[place] ?? '';
			return status !== 'unknown' && !words.split(/\W+/).includes(code);
		});
		expect(rows).toHaveLength(vendor.documents.statuses.length);
		expect(lacking).toEqual([]);
	});
});
