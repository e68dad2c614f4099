import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { RADARO_EVENTS } from '../../nodes/Radaro/events';
import { normalizeRadaro } from '../../nodes/Radaro/normalize';
import { RADARO_RESOURCES } from '../../nodes/Radaro/operations';
import { radaroPayloadSchema } from '../../nodes/Radaro/schema';
import { RADARO_STATUSES, statusOf } from '../../nodes/Radaro/statuses';
import { verifyRadaro } from '../../nodes/Radaro/verify';
import {
	deliveryEventSchema,
	EVENTS,
	isFinal,
	jobColumnsSchema,
	OUTCOMES,
	outcomeOf,
	PROVIDERS,
	SCHEMA_VERSION,
	STATUSES,
} from '../../nodes/shared/deliveryEvent';
import { ANY_EVENT, classifyBy, eventOptions } from '../../nodes/shared/eventCatalogue';
import { filteredOut, notSelected } from '../../nodes/shared/eventFilters';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';

const TOP = path.resolve(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(TOP, file), 'utf8');
const filesBelow = (folder: string): string[] =>
	readdirSync(path.join(TOP, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
		path.join(folder, file),
	);

const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	...filesBelow('docs').filter((file) => file.endsWith('.md')),
];

/** A document without its code blocks, in which neither links nor headings count. */
const proseOf = (file: string): string => read(file).replace(/^```.*?^```/gms, '');

/** The anchors of a document, made from its headings as GitHub does. */
function anchorsOf(file: string): string[] {
	const headings = [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
		text
			.trim()
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replace(/ /g, '-'),
	);
	const explicit = [...proseOf(file).matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
	return [...headings, ...explicit];
}

/** The text below a heading, up to the next of its level or above. */
function sectionOf(file: string, heading: string): string {
	const [, marks = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(read(file)) ?? [];
	if (marks === '') throw new Error(`${file} has no heading "${heading}".`);
	const [, after = ''] = read(file).split(`\n${marks} ${heading}\n`);
	return after.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** The cells of the first table below a heading, without its head, freed from code marks. */
function tableIn(file: string, heading: string): string[][] {
	const [table = ''] = /^\|(.*\n\|)*.*$/m.exec(sectionOf(file, heading)) ?? [];
	const rows = table.split('\n').map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
	);
	return rows.slice(2);
}

const columns = (table: string[][], ...indexes: number[]): string[][] =>
	table.map((row) => indexes.map((index) => row[index] ?? ''));

describe('links', () => {
	const cited = ['nodes', 'credentials']
		.flatMap(filesBelow)
		.filter((file) => /\.(ts|json)$/.test(file))
		.flatMap((file) =>
			[...read(file).matchAll(/docs\/([\w-]+\.md)(?:#([\w-]+))?/g)].map(
				([link, document = '', anchor]) => ({ file, link, document: `docs/${document}`, anchor }),
			),
		);

	it('are cited in the code at all', () => {
		expect(cited.length).toBeGreaterThan(10);
	});

	it.each(cited)('in $file to $link lead somewhere', ({ document, anchor }) => {
		expect(DOCUMENTS).toContain(document);
		if (anchor !== undefined) expect(anchorsOf(document)).toContain(anchor);
	});

	it.each(DOCUMENTS)('in %s lead somewhere', (document) => {
		const links = [...proseOf(document).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
			.map(([, target = '']) => target)
			.filter((target) => !/^(https?|mailto):/.test(target));
		const broken = links.filter((target) => {
			const [file = '', anchor] = target.split('#');
			const linked = file === '' ? document : path.join(path.dirname(document), file);
			if (!existsSync(path.join(TOP, linked))) return true;
			return anchor !== undefined && !anchorsOf(linked).includes(anchor);
		});
		expect(broken).toEqual([]);
	});

	it.each(DOCUMENTS)('and headings in %s have one anchor each', (document) => {
		const anchors = anchorsOf(document);
		// "Added" and the like stand below every version.
		if (document !== 'CHANGELOG.md') expect(anchors).toEqual([...new Set(anchors)]);
	});
});

describe('docs/delivery-event.md', () => {
	const FILE = 'docs/delivery-event.md';
	const allColumns = Object.keys(deliveryEventSchema.shape);

	it('describes this schema version and its services', () => {
		expect(read(FILE)).toContain(`**schema version ${SCHEMA_VERSION}**`);
		const [, , provider = ''] =
			tableIn(FILE, 'Columns').find(([name]) => name === 'provider') ?? [];
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
		const named = [...sectionOf(FILE, 'Job columns').matchAll(/`(\w+)`/g)].map(([, name]) => name);
		const jobColumns = Object.keys(jobColumnsSchema.shape);
		expect(named).toEqual(allColumns.filter((name) => !jobColumns.includes(name)));
	});

	it('has the event of a sample as its example', () => {
		const [, json = '{}'] = /```json\n(.*?)```/s.exec(read(FILE)) ?? [];
		const example = JSON.parse(json) as { receivedAt: string };
		const payload = radaroPayloadSchema.parse(fixture('radaro/04-job-status-delivered.json'));
		const { token, ...original } = payload;
		const event = normalizeRadaro(
			original,
			classifyBy(RADARO_EVENTS, original),
			example.receivedAt,
		);
		expect(event).toMatchObject(example);
	});
});

describe('docs/radaro.md', () => {
	const FILE = 'docs/radaro.md';

	it('lists every choice of the trigger with the event that it gives', () => {
		const [any] = eventOptions(RADARO_EVENTS).filter(({ value }) => value === ANY_EVENT);
		expect(columns(tableIn(FILE, 'Events'), 0, 2)).toEqual([
			[any?.name, 'any'],
			...RADARO_EVENTS.map(({ name, event }) => [name, event]),
		]);
	});

	it('lists every status that is known', () => {
		expect(columns(tableIn(FILE, 'Statuses'), 1, 2)).toEqual(
			RADARO_STATUSES.map((code) => [code, statusOf(code)]),
		);
	});

	it('says where every column comes from, in order', () => {
		const table = tableIn(FILE, 'Columns');
		expect(columns(table, 0).flat()).toEqual(Object.keys(deliveryEventSchema.shape));
		expect(table.filter(([, source]) => !source)).toEqual([]);
	});

	const operations = RADARO_RESOURCES.flatMap((resource) =>
		resource.operations.map((operation) => ({
			heading: `${resource.name}: ${operation.option.name}`,
			operation,
		})),
	);

	it.each(operations)('describes $heading with its parameters', ({ heading, operation }) => {
		expect(sectionOf(FILE, heading)).not.toBe('');
		const section = sectionOf(FILE, 'Operations');
		const labels = operation.properties.flatMap(({ displayName, options = [] }) => [
			displayName,
			...options.flatMap((option) => ('displayName' in option ? [option.displayName] : [])),
		]);
		expect(labels.filter((label) => !section.includes(label))).toEqual([]);
	});

	it('quotes what the trigger says', () => {
		const body = { token: 'x' };
		const refusals = [
			verifyRadaro({ headers: {}, query: {}, body }, []),
			verifyRadaro({ headers: {}, query: {}, body: {} }, ['y']),
			verifyRadaro({ headers: {}, query: {}, body }, ['y']),
		].map((verdict) => (verdict.accepted ? '' : verdict.reason));
		const row = { status: 'created' } as Parameters<typeof filteredOut>[0];
		const sentences = [
			...refusals,
			notSelected({ event: 'unknown', choices: [] }, []),
			filteredOut(row, { statuses: ['delivered'] }),
		];
		for (const sentence of sentences) expect(read(FILE)).toContain(sentence);
	});

	it('gives the credential of the sandbox', () => {
		expect(columns(tableIn(FILE, 'Try it without Radaro'), 0, 1)).toEqual([
			['Server Number', '1'],
			['API Key', RADARO_KEY],
			['Webhook Tokens', RADARO_WEBHOOK_TOKEN],
			['Base URL', 'http://127.0.0.1:5700/radaro'],
		]);
	});
});

describe('README.md', () => {
	it('lists every operation', () => {
		expect(columns(tableIn('README.md', 'Operations'), 0, 1)).toEqual(
			RADARO_RESOURCES.flatMap(({ name, operations }) =>
				operations.map(({ option }) => [name, option.name]),
			),
		);
	});

	it.each(['README.md', 'CHANGELOG.md'])('has the number of events, as %s does', (file) => {
		expect(read(file)).toContain(`${RADARO_EVENTS.length} kinds of`);
	});
});
