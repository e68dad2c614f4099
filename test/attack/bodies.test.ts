import { expectWholeRow } from '../support/wholeRow';
import type { DeliveryEvent } from '../../nodes/shared/event/deliveryEvent';
import type { CaseTable } from '../cases/case';
import { detrack } from '../cases/detrack';
import { radaro } from '../cases/radaro';
import { readycloud } from '../cases/readycloud';
import { routigo } from '../cases/routigo';
import { asN8nReads } from './n8nBody';

/** The status of the answer, and how many items start the workflow: none starts no execution. */
type Answer = [status: number, items: number];

type Answers = Answer | (Partial<Record<CaseTable['slug'], Answer>> & { others: Answer });

type Sample = Record<string, unknown>;

interface Row {
	what: string;
	/** Declared content type. */
	type?: string;
	bytes(sample: Sample): string | Buffer;
	answers: Answers;
}

const JSON_TYPE = 'application/json';
const BYTES = 'application/octet-stream';
const FORM = 'application/x-www-form-urlencoded';

const TAKEN: Answer = [200, 1];
/** n8n answers before it asks the node. */
const NOT_PARSED: Answer = [422, 0];
/** Radaro's proof stands in the body, so what holds none is not told what was expected. */
const NO_BODY: Answers = { radaro: [401, 0], others: [400, 0] };
const NO_EVENT: Answers = { radaro: [401, 0], others: [200, 0] };
const TOO_LARGE: Answer = [413, 0];

const json = (sample: Sample) => JSON.stringify(sample);
const many = (count: number, text: string) => `[${`${text},`.repeat(count - 1)}${text}]`;
/** The sample with something more in its text. */
const and = (more: string) => (sample: Sample) => `${json(sample).slice(0, -1)},${more}}`;

const contentTypes: Row[] = [
	...[
		...[JSON_TYPE, 'application/json; charset=utf-8', 'APPLICATION/JSON;charset=UTF-8'],
		...['', 'text/plain', 'text/html', 'text/json', 'application/vnd.api+json', 'image/png'],
		...[BYTES, 'nonsense', 'application/jsonp', 'application/problem+json; charset=utf-16'],
	].map((type) => ({ what: `JSON as "${type}"`, type, bytes: json, answers: TAKEN })),
	// A form without the field that Detrack fills is an object all the same, as new keys may come.
	{ what: 'JSON as a form', type: FORM, bytes: json, answers: { radaro: [401, 0], others: TAKEN } },
	{
		what: 'a form with JSON in a field',
		type: FORM,
		bytes: (sample) => `json=${encodeURIComponent(json(sample))}`,
		answers: { radaro: [401, 0], others: TAKEN },
	},
	{
		what: 'a form without the type of one',
		type: 'text/plain',
		bytes: (sample) => `json=${encodeURIComponent(json(sample))}`,
		answers: { radaro: [401, 0], detrack: TAKEN, others: [400, 0] },
	},
	{
		what: 'JSON within JSON',
		bytes: (sample) => JSON.stringify(json(sample)),
		answers: TAKEN,
	},
];

const encodings: Row[] = [
	...[JSON_TYPE, BYTES].map((type) => ({
		what: `a byte order mark as ${type}`,
		type,
		bytes: (sample: Sample) => `\uFEFF${json(sample)}`,
		answers: TAKEN,
	})),
	{
		what: 'UTF-16 that says so',
		type: 'application/json; charset=utf-16le',
		bytes: (sample) => Buffer.from(json(sample), 'utf16le'),
		answers: TAKEN,
	},
	{
		what: 'UTF-16 that does not say so',
		bytes: (sample) => Buffer.from(json(sample), 'utf16le'),
		answers: NOT_PARSED,
	},
	{
		what: 'UTF-16 of no type',
		type: BYTES,
		bytes: (sample) => Buffer.from(json(sample), 'utf16le'),
		answers: NO_BODY,
	},
	{
		what: 'a charset that nobody knows',
		type: 'application/json; charset=klingon',
		bytes: json,
		answers: NOT_PARSED,
	},
	{
		what: 'UTF-8 that says Latin-1',
		type: 'application/json; charset=latin1',
		bytes: and('"note":"Zürich"'),
		answers: TAKEN,
	},
	...['ff', 'c3', 'eda0bd', 'f8888080', 'c080'].map((hex) => ({
		what: `the bytes ${hex}, which are no UTF-8, in a text`,
		bytes: (sample: Sample) =>
			Buffer.concat([
				Buffer.from(`${json(sample).slice(0, -1)},"note":"`),
				Buffer.from(hex, 'hex'),
				Buffer.from('"}'),
			]),
		answers: TAKEN,
	})),
	{ what: 'bytes alone', bytes: () => Buffer.from([0, 255, 1, 254]), answers: NOT_PARSED },
	{
		what: 'bytes alone, of no type',
		type: BYTES,
		bytes: () => Buffer.from([0, 255, 1, 254]),
		answers: NO_BODY,
	},
	{ what: 'JSON that is cut', bytes: (sample) => json(sample).slice(0, -9), answers: NOT_PARSED },
	{
		what: 'JSON that is cut, of no type',
		type: BYTES,
		bytes: (sample) => json(sample).slice(0, -9),
		answers: NO_BODY,
	},
	{ what: 'half a character', bytes: and('"note":"a\\ud83d","reason":"\\udc00"'), answers: TAKEN },
	{
		what: 'every control character',
		bytes: (sample) => {
			const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
			return json({ ...sample, note: `a${all}b\u0085\u2028`, reason: all });
		},
		answers: TAKEN,
	},
	{ what: 'a control character as it is', bytes: and('"note":"a\u0000"'), answers: NOT_PARSED },
];

const shapes: Row[] = [
	...[JSON_TYPE, BYTES, FORM, 'text/plain', ''].map((type) => ({
		what: `nothing as "${type}"`,
		type,
		bytes: () => '',
		answers: NO_EVENT,
	})),
	...['text/plain', BYTES].map((type) => ({
		what: `blanks as ${type}`,
		type,
		bytes: () => ' \r\n\t',
		answers: NO_EVENT,
	})),
	{ what: 'blanks', bytes: () => ' \n', answers: NOT_PARSED },
	{ what: 'an empty object', bytes: () => '{}', answers: NO_EVENT },
	{ what: 'an empty list', bytes: () => '[]', answers: NO_EVENT },
	...['null', '7', 'true', '"text"', '""', '[null]', '[7]', '["text"]'].map((text) => ({
		what: text,
		bytes: () => text,
		answers: NO_BODY,
	})),
	{ what: 'a list of one', bytes: (sample) => `[${json(sample)}]`, answers: TAKEN },
	{
		what: 'a list with something else in it',
		bytes: (sample) => `[${json(sample)},7]`,
		answers: NO_BODY,
	},
	{ what: 'a key twice', bytes: and('"unknown":1,"unknown":2'), answers: TAKEN },
	{ what: 'an empty key', bytes: and('"":{"":[""]}'), answers: TAKEN },
];

const sizes: Row[] = [
	{ what: '1 MB of text', bytes: and(`"x":"${'x'.repeat(1_000_000)}"`), answers: TAKEN },
	{ what: '16 MB of text', bytes: and(`"x":"${'x'.repeat(15_900_000)}"`), answers: TOO_LARGE },
	{
		what: '16 MB of blanks around a small body',
		bytes: (sample) => json(sample) + ' '.repeat(15_900_000),
		answers: TAKEN,
	},
	{
		what: '16 MB of objects',
		bytes: () => many(5_300_000, '{}'),
		answers: { radaro: [401, 0], others: TOO_LARGE },
	},
	{
		what: '1.2 MB of objects in a list',
		bytes: and(`"items":${many(400_000, '{}')}`),
		answers: TOO_LARGE,
	},
	{
		what: '2.4 MB of keys',
		bytes: (sample) =>
			json({
				...sample,
				...Object.fromEntries(Array.from({ length: 210_000 }, (_, at) => [`k${at}`, at])),
			}),
		answers: TOO_LARGE,
	},
	{
		what: '190,000 numbers in a list',
		bytes: and(`"items":${many(190_000, '1')}`),
		answers: TAKEN,
	},
	{
		what: '1,000 events',
		bytes: (sample) => many(1000, json(sample)),
		answers: [200, 1000],
	},
	...[1001, 100_000].map((count) => ({
		what: `${count} events`,
		bytes: ({ token }: Sample) => many(count, json({ token, id: 'x' })),
		answers: { radaro: [401, 0], others: TOO_LARGE } as Answers,
	})),
	{
		what: '100,000 events in lists within lists',
		bytes: () => many(100, many(1000, '{"id":"x"}')),
		answers: { radaro: [401, 0], detrack: TOO_LARGE, others: [400, 0] },
	},
	{ what: '90 levels', bytes: and(`"x":${'{"x":'.repeat(90)}1${'}'.repeat(90)}`), answers: TAKEN },
	{
		what: '10,000 objects inside each other',
		bytes: and(`"x":${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
		answers: TOO_LARGE,
	},
	{
		what: '10,000 lists inside each other',
		bytes: and(`"x":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
		answers: TOO_LARGE,
	},
	{
		what: '10,000 lists around it',
		bytes: (sample) => '['.repeat(10_000) + json(sample) + ']'.repeat(10_000),
		answers: { radaro: [401, 0], detrack: [400, 0], others: TOO_LARGE },
	},
];

/** Milliseconds for one body, on a machine that has much else to do. */
const FAR_ABOVE_NOISE = 15_000;

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** The texts of an object with one more key in it, once for each object inside. */
function* withKey(value: unknown, key: string): Generator<string> {
	if (typeof value !== 'object' || value === null) return;
	const entries = Object.entries(value).map(
		([name, inner]: [string, unknown]) => [JSON.stringify(name), inner] as const,
	);
	const isList = Array.isArray(value);
	const write = (texts: string[]) => (isList ? `[${texts.join()}]` : `{${texts.join()}}`);
	const text = ([name, inner]: readonly [string, unknown], given = JSON.stringify(inner)) =>
		isList ? given : `${name}:${given}`;
	if (!isList) {
		yield write([...entries.map((entry) => text(entry)), `"${key}":{"isAdmin":true,"id":"x"}`]);
	}
	for (const [at, entry] of entries.entries()) {
		for (const inner of withKey(entry[1], key)) {
			yield write(entries.map((each, index) => (index === at ? text(each, inner) : text(each))));
		}
	}
}

describe.each([radaro, detrack, routigo, readycloud])('$slug', ({ slug, triggers, call }) => {
	const [first] = triggers;
	if (first === undefined) throw new Error('There is no case.');
	const sample = first.call.body as Sample;

	/** Sends bytes with the right proof; what n8n answers itself has no items. */
	async function send(bytes: string | Buffer, type = JSON_TYPE, output = 'deliveryEvent') {
		const options = asN8nReads(Buffer.from(bytes as string), type);
		if (options === null)
			return { status: 422, body: undefined, items: undefined, milliseconds: 0 };
		const start = performance.now();
		const parameters = { ...first?.call.parameters, events: ['*'], output };
		const answer = await call({ ...first?.call, body: undefined, ...options, parameters });
		return { ...answer, milliseconds: performance.now() - start };
	}

	/** The only row of a body. */
	async function rowOf(bytes: string, output?: string) {
		const { items = [] } = await send(bytes, JSON_TYPE, output);
		expect(items).toHaveLength(1);
		return items[0] as unknown as DeliveryEvent & { original: Sample };
	}

	it.each([...contentTypes, ...encodings, ...shapes, ...sizes])(
		'answers as it should: $what',
		async ({ type, bytes, answers }) => {
			const { status, body, items = [], milliseconds } = await send(bytes(sample), type);
			expect([status, items.length]).toEqual(
				Array.isArray(answers) ? answers : (answers[slug] ?? answers.others),
			);
			expect(milliseconds).toBeLessThan(FAR_ABOVE_NOISE);
			for (const item of items.slice(0, 2)) {
				const row = item as unknown as DeliveryEvent;
				expectWholeRow(row);
				expect(JSON.stringify(row)).not.toMatch(/\\u00[01]|\\u007f|\\ud[89a-f]|\\[bfnrt]/);
			}
			if (status === 413)
				expect(JSON.stringify(body)).toContain('This body is too large: one call');
		},
	);

	it.each(NAMES)('takes "%s" for a key like any other, wherever it stands', async (key) => {
		const plain = await rowOf(json(sample));
		for (const bytes of withKey(sample, key)) {
			const row = await rowOf(bytes, 'deliveryEventWithOriginal');
			expect(JSON.stringify(row.original)).toContain(`"${key}":{"isAdmin":true,"id":"x"}`);
			expect(row).not.toHaveProperty('isAdmin', true);
			expect([row.jobId, row.reference, row.status]).toEqual([
				plain.jobId,
				plain.reference,
				plain.status,
			]);
			expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
		}
	});
});

/** Where a job's number stands, and in which column it ends. */
const NUMBERS: ReadonlyArray<
	[table: CaseTable, column: 'jobId' | 'reference', bodyOf: (sample: Sample, id: string) => string]
> = [
	[
		radaro,
		'jobId',
		({ order_info: info, ...sample }, id) =>
			json({ ...sample, order_info: { ...(info as Sample), order_id: '#' } }).replace('"#"', id),
	],
	[detrack, 'jobId', (sample, id) => json({ ...sample, id: '#' }).replace('"#"', id)],
	[routigo, 'jobId', (sample, id) => json({ ...sample, id: '#' }).replace('"#"', id)],
	[
		readycloud,
		'reference',
		(sample, id) => json({ ...sample, primary_id: '#' }).replace('"#"', id),
	],
];

describe.each(NUMBERS.map(([table, ...rest]) => [table.slug, table, ...rest] as const))(
	'a number of %s',
	(_slug, { triggers, call }, column, bodyOf) => {
		async function rowOf(id: string) {
			const [first] = triggers;
			const bytes = Buffer.from(bodyOf(first?.call.body as Sample, id));
			const { items = [] } = await call({ ...first?.call, ...asN8nReads(bytes, JSON_TYPE) });
			return items[0] as unknown as DeliveryEvent;
		}

		it('beyond 2^53 keeps its digits, and two jobs stay two', async () => {
			const ids = ['9007199254740992', '9007199254740993', '123456789012345678901234567890'];
			const rows = await Promise.all(ids.map(rowOf));
			expect(rows.map((row) => row[column])).toEqual(ids);
			expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(3);
			const states = new Set(rows.map(({ stateId }) => stateId)).size;
			// ReadyCloud tells orders apart by their url.
			expect(states).toBe(column === 'jobId' ? 3 : 1);
		});

		it('is the same whether it comes as a number or as a text', async () => {
			const [number, text] = await Promise.all([rowOf('61204877'), rowOf('"61204877"')]);
			expect([number[column], text[column]]).toEqual(['61204877', '61204877']);
			expect(number.stateId).toBe(text.stateId);
		});
	},
);

describe('a key of Radaro that comes twice', () => {
	it.each<[string, string[], number]>([
		['the right proof counts behind a wrong one', ['"wrong"', '#'], 200],
		['a wrong proof counts behind the right one', ['#', '"wrong"'], 401],
	])('%s', async (_what, tokens, status) => {
		const [first] = radaro.triggers;
		const { token, ...sample } = first?.call.body as Sample;
		const texts = tokens.map((text) => `"token":${text === '#' ? JSON.stringify(token) : text}`);
		const bytes = Buffer.from(`${json(sample).slice(0, -1)},${texts.join()}}`);
		const answer = await radaro.call({ ...first?.call, ...asN8nReads(bytes, JSON_TYPE) });
		expect(answer.status).toBe(status);
	});
});
