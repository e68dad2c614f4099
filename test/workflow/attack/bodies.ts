import { gzipSync } from 'node:zlib';

import type { DOORS } from './doors';

const BYTES = { 'content-type': 'application/octet-stream' };

/** The status of the answer; a plus says that an execution is started. */
type Answers = Record<keyof typeof DOORS, string>;

export interface BodyRow {
	what: string;
	headers?: Record<string, string>;
	/** @param json the sample of a vendor, with the proof where it belongs into the body */
	bytes(json: string): string | Buffer;
	answers: Answers;
}

const and = (more: string) => (json: string) => `${json.slice(0, -1)},${more}}`;
const field = (json: string) =>
	`--x\r\ncontent-disposition: form-data; name="json"\r\n\r\n${json}\r\n--x--\r\n`;

/** Radaro's proof stands in the body, and the others' in a header. */
const answers = (Radaro: string, others: string, more: Partial<Answers> = {}): Answers => ({
	Radaro,
	Detrack: others,
	RoutiGo: others,
	ReadyCloud: others,
	...more,
});

const TAKEN = answers('200+', '200+');
/** An object, which is all that the others need. */
const TAKEN_AS_OBJECT = answers('401', '200+');
const TOO_LARGE = answers('413', '413');
const NO_EVENT = answers('401', '200');
/** n8n answers before it asks the node. */
const NOT_PARSED = answers('422', '422');

/** The short form of `test/attack/bodies.test.ts`, with what only n8n itself can answer. */
export const BODY_ROWS: BodyRow[] = [
	{ what: 'JSON', bytes: (json) => json, answers: TAKEN },
	{
		what: 'JSON of no type',
		headers: { 'content-type': '' },
		bytes: (json) => json,
		answers: TAKEN,
	},
	{
		what: 'JSON of a type that only begins so',
		headers: { 'content-type': 'application/jsonp' },
		bytes: (json) => json,
		answers: TAKEN,
	},
	{
		what: 'a form with files',
		headers: { 'content-type': 'multipart/form-data; boundary=x' },
		bytes: field,
		answers: TAKEN_AS_OBJECT,
	},
	{
		what: 'XML, which is an object to n8n',
		headers: { 'content-type': 'application/xml' },
		bytes: () => '<job><id>1</id></job>',
		answers: TAKEN_AS_OBJECT,
	},
	{ what: 'packed JSON', headers: { 'content-encoding': 'gzip' }, bytes: gzipSync, answers: TAKEN },
	{
		what: 'JSON that is badly packed, of no type',
		headers: { ...BYTES, 'content-encoding': 'gzip' },
		bytes: (json) => json,
		answers: answers('401', '400'),
	},
	{
		what: 'UTF-16 that says so',
		headers: { 'content-type': 'application/json; charset=utf-16le' },
		bytes: (json) => Buffer.from(`\uFEFF${json}`, 'utf16le'),
		answers: TAKEN,
	},
	{
		what: 'UTF-16 that does not say so',
		bytes: (json) => Buffer.from(json, 'utf16le'),
		answers: NOT_PARSED,
	},
	{
		what: 'bytes that are no UTF-8',
		bytes: (json) => Buffer.from(and('"x":"\u00ff"')(json), 'latin1'),
		answers: TAKEN,
	},
	{ what: 'JSON that is cut', bytes: (json) => json.slice(0, -5), answers: NOT_PARSED },
	{ what: 'nothing', bytes: () => '', answers: NO_EVENT },
	{ what: 'nothing of no type', headers: BYTES, bytes: () => '', answers: NO_EVENT },
	{ what: 'blanks of no type', headers: BYTES, bytes: () => ' \r\n', answers: NO_EVENT },
	{
		what: 'a form with neither fields nor files',
		headers: { 'content-type': 'multipart/form-data; boundary=x' },
		bytes: () => '--x--\r\n',
		answers: NO_EVENT,
	},
	{ what: 'an empty object', bytes: () => '{}', answers: NO_EVENT },
	{ what: 'null', bytes: () => 'null', answers: answers('401', '400') },
	{
		what: 'names that mean something to a computer',
		bytes: and('"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"toString":null'),
		answers: TAKEN,
	},
	{ what: 'a long number', bytes: and('"x":9007199254740993'), answers: TAKEN },
	{ what: '1 MB', bytes: and(`"x":"${'x'.repeat(1_000_000)}"`), answers: TAKEN },
	{
		what: '1.2 MB of objects',
		bytes: and(`"items":[${'{},'.repeat(400_000)}{}]`),
		answers: TOO_LARGE,
	},
	{
		what: '16 MB of objects',
		bytes: and(`"items":[${'{},'.repeat(5_300_000)}{}]`),
		answers: TOO_LARGE,
	},
	{
		what: '16 MB of events',
		bytes: () => `[${'{},'.repeat(5_300_000)}{}]`,
		answers: answers('401', '413'),
	},
	{
		what: '10,000 objects inside each other',
		bytes: and(`"x":${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
		answers: TOO_LARGE,
	},
	{
		what: '100,000 events in lists within lists',
		bytes: () => `[${'[{"id":"x"}],'.repeat(100_000)}[]]`,
		answers: answers('401', '413', { RoutiGo: '400', ReadyCloud: '400' }),
	},
	{ what: 'JSON once more', bytes: (json) => json, answers: TAKEN },
];
