import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import axios from 'axios';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { sample } from '../nodes/Detrack/support';
import { DETRACK_PROOF, listeningDetrack } from '../support/detrackLive';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp, radaroTrigger } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});

/** The address of a Radaro Trigger, and of the workflow that it starts. */
async function listeningRadaro() {
	const id = randomUUID();
	const { id: credentialId } = await live.radaroWebhookCredential();
	const workflow = await live.importChain('Radaro', [radaroTrigger(id, credentialId), noOp()]);
	await live.rest.activate(workflow);
	return { workflow, url: `${live.n8n.url}/webhook/${id}/radaro` };
}

const radaro = JSON.stringify({
	...fixture('radaro/04-job-status-delivered.json'),
	token: RADARO_WEBHOOK_TOKEN,
});
const detrack = JSON.stringify(sample('v2_completed.json'));

const JSON_TYPE = { 'content-type': 'application/json' };
const BYTES = { 'content-type': 'application/octet-stream' };

interface Row {
	what: string;
	headers?: Record<string, string>;
	bytes(json: string): string | Buffer;
	/** The status at Radaro and at Detrack; an execution is told apart by a plus. */
	answers: [radaro: string, detrack: string];
}

const and = (more: string) => (json: string) => `${json.slice(0, -1)},${more}}`;
const field = (json: string) =>
	`--x\r\ncontent-disposition: form-data; name="json"\r\n\r\n${json}\r\n--x--\r\n`;

const TAKEN: Row['answers'] = ['200+', '200+'];
const TOO_LARGE: Row['answers'] = ['413', '413'];

/** The short form of `test/attack/bodies.test.ts`, with what only n8n itself can answer. */
const ROWS: Row[] = [
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
		answers: ['401', '200+'],
	},
	{
		what: 'XML, which is an object to n8n',
		headers: { 'content-type': 'application/xml' },
		bytes: () => '<job><id>1</id></job>',
		answers: ['401', '200+'],
	},
	{ what: 'packed JSON', headers: { 'content-encoding': 'gzip' }, bytes: gzipSync, answers: TAKEN },
	{
		what: 'JSON that is badly packed, of no type',
		headers: { ...BYTES, 'content-encoding': 'gzip' },
		bytes: (json) => json,
		answers: ['401', '400'],
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
		answers: ['422', '422'],
	},
	{
		what: 'bytes that are no UTF-8',
		bytes: (json) => Buffer.from(and('"x":"\u00ff"')(json), 'latin1'),
		answers: TAKEN,
	},
	{ what: 'JSON that is cut', bytes: (json) => json.slice(0, -5), answers: ['422', '422'] },
	{ what: 'nothing', bytes: () => '', answers: ['401', '200'] },
	{ what: 'nothing of no type', headers: BYTES, bytes: () => '', answers: ['401', '200'] },
	{ what: 'an empty object', bytes: () => '{}', answers: ['401', '200'] },
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
		answers: ['401', '413'],
	},
	{
		what: '10,000 objects inside each other',
		bytes: and(`"x":${'{"x":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
		answers: TOO_LARGE,
	},
	{
		what: '100,000 events in lists within lists',
		bytes: () => `[${'[{"id":"x"}],'.repeat(100_000)}[]]`,
		answers: ['401', '413'],
	},
	{ what: 'JSON once more', bytes: (json) => json, answers: TAKEN },
];

it('answers hostile bodies as it should, and starts no execution too many', async () => {
	const atRadaro = await listeningRadaro();
	const atDetrack = await listeningDetrack(live, { output: 'deliveryEventWithOriginal' });
	const send = async (url: string, data: string | Buffer, headers: Record<string, string>) => {
		const { status } = await axios.post(url, Buffer.from(data as string), {
			headers,
			maxBodyLength: Infinity,
			validateStatus: () => true,
		});
		return status;
	};
	const started = async () =>
		await Promise.all(
			[atRadaro, atDetrack].map(
				async ({ workflow }) => await live.rest.countExecutions(workflow.id),
			),
		);
	const expected = [0, 0];
	for (const { what, headers = {}, bytes, answers } of ROWS) {
		const given = { ...JSON_TYPE, ...headers };
		const statuses = [
			await send(atRadaro.url, bytes(radaro), given),
			await send(atDetrack.url, bytes(detrack), { ...given, authorization: DETRACK_PROOF }),
		];
		for (const [index, answer] of answers.entries()) {
			if (answer.endsWith('+')) expected[index] = (expected[index] ?? 0) + 1;
		}
		expect([what, ...statuses]).toEqual([what, ...answers.map((answer) => parseInt(answer, 10))]);
	}
	await wait(1000);
	expect(await started()).toEqual(expected);
}, 120_000);
