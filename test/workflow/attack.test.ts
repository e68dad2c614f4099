import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp, radaroTrigger } from '../support/liveN8n';
import { BODY_ROWS } from './attack/bodies';
import { type Door, DOORS } from './attack/doors';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});
jest.setTimeout(60_000);

/** What is sent: a proof, or nothing in its place; and what else. */
type Row = [what: string, proofOf: (proof: string) => unknown, more: Partial<Door>, status: number];

const WRONG: Row[] = [
	['absent', () => undefined, {}, 401],
	['empty', () => '', {}, 401],
	['wrong', (proof) => `${proof.slice(0, 12)}A${proof.slice(13)}`, {}, 401],
	['short', (proof) => proof.replace(/=*$/, '').slice(0, -2), {}, 401],
	['in other case', (proof) => proof.slice(0, 7) + proof.slice(7).toUpperCase(), {}, 401],
	['with a blank inside', (proof) => `${proof.slice(0, 9)} ${proof.slice(9)}`, {}, 401],
	['twice, joined', (proof) => `${proof}, ${proof}`, {}, 401],
	['twice', (proof) => [proof, proof], {}, 401],
	['twice, once wrong', (proof) => [proof, 'wrong'], {}, 401],
	['fifteen thousand bytes long', (proof) => proof + 'x'.repeat(15_000), {}, 401],
	['in another header', () => undefined, { header: 'x-proof' }, 401],
];

/** The sample of a vendor, with the proof in it where that is its place. */
function provenText({ body, header, proof }: Door): string {
	return JSON.stringify(header === undefined ? { ...body, token: proof } : body);
}

/** What n8n says of every call while it is too busy to hear of its database, as after 16 MB. */
const BUSY = /Database is not ready/;

/** Sends bytes with the proof where it is a header; gives the status once n8n is not too busy. */
async function statusFor(
	door: Door,
	bytes: string | Buffer,
	headers: Record<string, string> = {},
): Promise<number> {
	const { method, url, header, proof } = door;
	const { status, data } = await axios.request<unknown>({
		method,
		url,
		data: Buffer.from(bytes as string),
		headers: {
			'content-type': 'application/json',
			...headers,
			...(header === undefined ? {} : { [header]: proof }),
		},
		maxBodyLength: Infinity,
		validateStatus: () => true,
	});
	if (!BUSY.test(JSON.stringify(data))) return status;
	await wait(1000);
	return await statusFor(door, bytes, headers);
}

async function send(door: Door, proof: unknown, more: Partial<Door> = {}) {
	const { method, url, body, header } = { ...door, ...more };
	const { token, ...others } = body;
	const isInBody = door.header === undefined;
	const answer = await axios.request<unknown>({
		method,
		url,
		data: isInBody && proof !== undefined ? { ...others, token: proof } : isInBody ? others : body,
		headers: {
			'content-type': 'application/json',
			...(more.header === undefined ? {} : { [more.header]: door.proof }),
			...(header === undefined || proof === undefined ? {} : { [header]: proof as string }),
		},
		validateStatus: () => true,
	});
	return answer;
}

it.each(Object.entries(DOORS))(
	'%s: no wrong proof gets in, and the right one does',
	async (_name, make) => {
		const door = await make(live);
		for (const [what, proofOf, more, status] of WRONG) {
			const answer = await send(door, proofOf(door.proof), more);
			expect([what, answer.status]).toEqual([what, status]);
			expect(JSON.stringify(answer.data)).not.toContain(door.proof);
		}
		expect((await send(door, door.proof)).status).toBe(200);
		const [only, ...others] = await live.rest.waitForExecutions(door.workflow, 1);
		expect([only?.status, others]).toEqual(['success', []]);
		expect(await live.rest.countExecutions(door.workflow)).toBe(1);
	},
);

it('a setting that comes out empty becomes a failed execution that keeps the event', async () => {
	const { id } = await live.radaroWebhookCredential();
	const webhookId = randomUUID();
	// Right when the workflow is published, and empty a moment later.
	const until = Date.now() + 6000;
	const statuses = `={{ $now.toMillis() > ${until} ? [] : ['delivered'] }}`;
	const workflow = await live.importChain('Broken', [
		radaroTrigger(webhookId, id, { filters: { statuses } }),
		noOp(),
	]);
	await live.rest.activate(workflow);
	const door: Door = {
		workflow: workflow.id,
		method: 'POST',
		url: `${live.n8n.url}/webhook/${webhookId}/radaro`,
		body: fixture('radaro/04-job-status-delivered.json') as IDataObject,
		proof: RADARO_WEBHOOK_TOKEN,
	};
	await wait(Math.max(0, until - Date.now()) + 500);
	expect((await send(door, 'forged')).status).toBe(401);
	expect((await send(door, door.proof)).status).toBe(500);
	const [failed, ...others] = await live.rest.waitForExecutions(workflow.id, 1);
	expect([failed?.status, others]).toEqual(['error', []]);
	const execution = await live.rest.getExecution(failed?.id ?? '');
	expect(execution.error).toBe('The filter "Statuses" was added, but it is empty');
	const kept = JSON.stringify(execution.data.resultData.error);
	expect(kept).toContain('SO-100482');
	expect(kept).not.toContain(RADARO_WEBHOOK_TOKEN);
});

it('answers hostile bodies as it should, and starts no execution too many', async () => {
	const doors: Array<[vendor: keyof typeof DOORS, door: Door, expected: string[]]> = [];
	for (const [vendor, make] of Object.entries(DOORS)) {
		doors.push([vendor as keyof typeof DOORS, await make(live), []]);
	}
	for (const { what, headers, bytes, answers } of BODY_ROWS) {
		for (const [vendor, door, expected] of doors) {
			const status = await statusFor(door, bytes(provenText(door)), headers);
			expect([what, vendor, status]).toEqual([what, vendor, parseInt(answers[vendor], 10)]);
			if (answers[vendor].endsWith('+')) expected.push(what);
		}
	}
	await wait(1000);
	for (const [vendor, { workflow }, expected] of doors) {
		const count = await live.rest.countExecutions(workflow);
		expect([vendor, count]).toEqual([vendor, expected.length]);
	}
}, 120_000);
