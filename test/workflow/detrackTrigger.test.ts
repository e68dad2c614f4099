import { request } from 'node:http';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	DETRACK_WEBHOOK_HEADER_NAME,
	DETRACK_WEBHOOK_HEADER_VALUE,
	DETRACK_WEBHOOK_PASSWORD,
} from '../../sandbox/detrack/defaults';
import { EXPECTED_EVENTS } from '../nodes/Detrack/event/expectedEvents';
import { sample } from '../nodes/Detrack/support';
import {
	callDetrack,
	databaseText,
	DETRACK_PROOF,
	detrackEvents,
	detrackTrigger,
	listeningDetrack,
} from '../support/detrackLive';
import { LiveN8n } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	// Behind one proxy, as most n8n are, and with the most talkative log.
	live = await LiveN8n.start({ N8N_PROXY_HOPS: '1', N8N_LOG_LEVEL: 'debug' });
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
});
jest.setTimeout(90_000);

const completed = sample('v2_completed.json');
const FORM = { 'content-type': 'application/x-www-form-urlencoded', authorization: DETRACK_PROOF };
const REFUSED = { message: 'This call was refused: it does not prove that it comes from Detrack.' };

const listening = async (parameters?: IDataObject, credential?: IDataObject) =>
	await listeningDetrack(live, parameters, credential);

describe('an address that is pasted into the account', () => {
	/** How each of Detrack's triggers comes about, and what it is in version 2 and in version 1. */
	const KINDS: Array<{
		trigger: string;
		job: IDataObject;
		step?: string;
		second: [event: string, status: string];
		first?: [event: string, status: string];
	}> = [
		{
			trigger: 'in_transit',
			job: { status: 'in_transit' },
			second: ['job_created', 'in_transit'],
		},
		{ trigger: 'info_recv', job: { status: 'info_recv' }, second: ['job_created', 'created'] },
		{
			trigger: 'scheduled',
			job: { assign_to: 'Van 07', date: '2099-03-03' },
			second: ['status_changed', 'scheduled'],
		},
		{
			trigger: 'dispatched',
			job: { assign_to: 'Van 07' },
			second: ['status_changed', 'out_for_delivery'],
		},
		{
			trigger: 'head_to',
			job: { assign_to: 'Van 07' },
			step: 'headTo',
			second: ['driver_arriving', 'arriving'],
			first: ['status_changed', 'out_for_delivery'],
		},
		{
			trigger: 'arrived',
			job: { assign_to: 'Van 07' },
			step: 'arrive',
			second: ['driver_arriving', 'arriving'],
			first: ['status_changed', 'out_for_delivery'],
		},
		{
			trigger: 'completed',
			job: { assign_to: 'Van 07' },
			step: 'complete',
			second: ['status_changed', 'delivered'],
		},
		{
			trigger: 'completed_partial',
			job: { assign_to: 'Van 07' },
			step: 'partial',
			second: ['status_changed', 'partially_delivered'],
		},
		{
			trigger: 'failed',
			job: { assign_to: 'Van 07' },
			step: 'fail',
			second: ['status_changed', 'attempt_failed'],
		},
		{ trigger: 'return', job: {}, step: 'return', second: ['status_changed', 'returned'] },
		{ trigger: 'on_hold', job: {}, step: 'hold', second: ['status_changed', 'on_hold'] },
		// Nothing marks it: it looks like what the job was last.
		{
			trigger: 'deleted',
			job: { status: 'info_recv' },
			step: 'delete',
			second: ['job_created', 'created'],
		},
	];

	it.each([
		['2', 'json', 'bare'],
		['2', 'form', 'bare'],
		['1', 'json', 'bare'],
		['1', 'form', 'bare'],
		['2', 'json', 'data'],
		['1', 'form', 'array'],
	])('gets every kind of version %s as %s, %s', async (version, encoding, wrapping) => {
		const { workflow, url } = await listening();
		await live.control('PATCH', 'detrack/settings', { wrapping });
		for (const { trigger, job, step } of KINDS) {
			const hooks = { urls: [url], version, encoding, triggers: [trigger] };
			await live.control('PUT', 'detrack/webhooks', hooks);
			await live.control('POST', 'detrack/jobs', { do_number: trigger, ...job });
			if (step !== undefined) {
				await live.control('POST', `detrack/jobs/${trigger}/steps/${step}`);
			}
		}
		const events = await detrackEvents(live, workflow.id, KINDS.length);
		expect(events.map(({ reference, event, status }) => [reference, event, status])).toEqual(
			KINDS.map(({ trigger, first, second }) => [
				trigger,
				...(version === '1' ? (first ?? second) : second),
			]),
		);
	});

	it('recognises Deleted where every call is said to mean it', async () => {
		const { workflow, url } = await listening({
			events: ['deleted'],
			options: { onlyTrigger: 'deleted' },
		});
		const hooks = { urls: [url], triggers: ['deleted'] };
		await live.control('PUT', 'detrack/webhooks', hooks);
		await live.control('POST', 'detrack/jobs', { do_number: 'ORD-1' });
		await live.control('POST', 'detrack/jobs/ORD-1/steps/delete');
		const [event] = await detrackEvents(live, workflow.id, 1);
		expect(event).toMatchObject({
			event: 'job_deleted',
			status: 'cancelled',
			outcome: 'cancelled',
			reference: 'ORD-1',
		});
	});

	it('gives a repost the id of the first, and starts for both', async () => {
		const { workflow, url } = await listening();
		await live.control('PUT', 'detrack/webhooks', { urls: [url], triggers: ['dispatched'] });
		await live.control('POST', 'detrack/jobs', { do_number: 'ORD-1' });
		await live.control('POST', 'detrack/jobs/ORD-1/steps/repost');
		const [first, second] = await detrackEvents(live, workflow.id, 2);
		expect(first?.eventId).toMatch(/^[0-9a-f]{32}$/);
		expect(second?.eventId).toBe(first?.eventId);
	});

	it('gets calls that prove themselves only when asked to, as the challenge says', async () => {
		const { workflow, url, settledCount } = await listening();
		await live.control('PATCH', 'detrack/settings', { basicSent: 'afterChallenge' });
		await live.control('PUT', 'detrack/webhooks', { urls: [url], triggers: ['dispatched'] });
		await live.control('POST', 'detrack/jobs', { do_number: 'ORD-1' });
		await live.rest.waitForExecutions(workflow.id, 1);
		expect(await settledCount()).toBe(1);
	});

	it('gets calls with a header of one’s own', async () => {
		const { workflow, url, call, settledCount } = await listening(
			{},
			{
				authentication: 'headerAuth',
				headerName: DETRACK_WEBHOOK_HEADER_NAME,
				headerValue: DETRACK_WEBHOOK_HEADER_VALUE,
			},
		);
		const hooks = { urls: [url], basicAuth: false, headers: 'default' };
		await live.control('PUT', 'detrack/webhooks', { ...hooks, triggers: ['dispatched'] });
		await live.control('POST', 'detrack/jobs', { do_number: 'ORD-1' });
		await live.rest.waitForExecutions(workflow.id, 1);
		const wrong = await call(completed, {
			headers: { [DETRACK_WEBHOOK_HEADER_NAME]: 'SandboxDetrackHeader10' },
		});
		expect([wrong.status, wrong.data]).toEqual([401, REFUSED]);
		expect(wrong.headers).not.toHaveProperty('www-authenticate');
		expect(await settledCount()).toBe(1);
	});
});

it('makes every sample the delivery event that it should be', async () => {
	const { workflow, call } = await listening();
	// Without a tracking status it depends on today, which no sample can know.
	const names = Object.keys(EXPECTED_EVENTS).filter((name) => name !== 'v1_scheduled.json');
	for (const name of names) {
		expect([name, (await call(sample(name))).status]).toEqual([name, 200]);
	}
	const events = await detrackEvents(live, workflow.id, names.length);
	const rows = events.map(({ eventId: _id, receivedAt: _at, stateId: _state, ...row }) => row);
	expect(rows).toEqual(names.map((name) => EXPECTED_EVENTS[name]));
});

it('makes a list of jobs one execution with an item for each', async () => {
	const { workflow, call, settledCount } = await listening({ events: ['completed', 'failed'] });
	const names = ['v2_completed.json', 'v2_on_hold.json', 'v1_failed.json'];
	expect((await call(names.map(sample))).status).toBe(200);
	const events = await detrackEvents(live, workflow.id, 1);
	expect(events.map(({ status }) => status)).toEqual(['delivered', 'attempt_failed']);
	expect(await settledCount()).toBe(1);
});

describe('what does not prove itself gets 401 and no execution', () => {
	const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

	it('whatever it tries', async () => {
		const { url, call, settledCount } = await listening();
		const attempts: Array<[unknown, Record<string, string>]> = [
			[completed, {}],
			[completed, { authorization: basic('detrack-sandbox:wrong') }],
			[completed, { authorization: basic(`detrack:${DETRACK_WEBHOOK_PASSWORD}`) }],
			[completed, { authorization: `Bearer ${DETRACK_WEBHOOK_PASSWORD}` }],
			[completed, { authorization: DETRACK_WEBHOOK_PASSWORD }],
			[completed, { 'x-api-key': DETRACK_WEBHOOK_PASSWORD }],
			[{ ...completed, password: DETRACK_WEBHOOK_PASSWORD }, {}],
			['json=%7B%22half', { 'content-type': 'application/x-www-form-urlencoded' }],
			['7', { 'content-type': 'application/json' }],
			['<html></html>', { 'content-type': 'text/html' }],
			['', {}],
		];
		for (const [data, headers] of attempts) {
			const answer = await call(data, { headers });
			expect([answer.status, answer.data]).toEqual([401, REFUSED]);
			expect(answer.headers['www-authenticate']).toBe(
				'Basic realm="Detrack webhook", charset="UTF-8"',
			);
		}
		const inQuery = await callDetrack(`${url}?password=${DETRACK_WEBHOOK_PASSWORD}`, completed, {
			headers: {},
		});
		expect(inQuery.status).toBe(401);
		expect(await settledCount()).toBe(0);
	});

	it('a second proof behind a wrong one', async () => {
		const { url, settledCount } = await listening();
		const status = await new Promise((resolve, reject) => {
			const sent = request(url, {
				method: 'POST',
				headers: [
					...['host', new URL(url).host],
					...['content-type', 'application/json'],
					...['authorization', basic('detrack-sandbox:wrong')],
					...['authorization', DETRACK_PROOF],
				],
			});
			sent.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
			sent.end(JSON.stringify(completed));
		});
		expect(status).toBe(401);
		expect(await settledCount()).toBe(0);
	});

	it('everything, where the credential holds no password', async () => {
		const { url, call, settledCount, credentialId } = await listening();
		await live.rest.updateCredential(credentialId, {
			name: 'Detrack Webhook',
			type: 'detrackWebhookApi',
			data: { authentication: 'basicAuth', username: ' ', password: ' ' },
		});
		expect((await call(completed, { headers: { authorization: basic(':') } })).status).toBe(401);
		expect((await call(completed)).status).toBe(401);
		expect((await axios.get<string>(url)).data).toMatch(/it is not ready yet/);
		expect(await settledCount()).toBe(0);
	});
});

it('answers what is no job with 400, says what was expected, and starts nothing', async () => {
	const { call, settledCount } = await listening();
	const proven = (contentType: string) => ({ ...FORM, 'content-type': contentType });
	const bodies: Array<[what: string, body: string, headers: Record<string, string>]> = [
		['a form whose field is cut off', 'json=%7B%22do_number%22%3A', FORM],
		['a form whose field is no JSON', 'json=hello', FORM],
		['a form whose field is a number', 'json=7', FORM],
		['JSON that is a number', '7', proven('application/json')],
		['JSON that is a text', '"ORD-1"', proven('application/json')],
		['a list with a number in it', '[{"do_number":"A"},7]', proven('application/json')],
		['text', 'hello', proven('text/plain')],
		['a page of a proxy', '<!DOCTYPE html><title>x</title>', proven('text/html')],
	];
	for (const [what, body, headers] of bodies) {
		const { status, data } = await call(body, { headers });
		expect([what, status, data]).toEqual([
			what,
			400,
			{
				message:
					'This body cannot be read: Detrack sends a job as a JSON object, or a form whose field "json" holds that object.',
			},
		]);
	}
	expect(await settledCount()).toBe(0);
});

it('answers 200 and why, and starts nothing, for what is not wanted', async () => {
	const { workflow, call, settledCount } = await listening({
		events: ['completed', 'failed'],
		filters: { reference: 'ORD-482*' },
	});
	const notSelected = await call(sample('v2_on_hold.json'));
	const filtered = await call({ ...completed, do_number: 'WEB-1' });
	const empty = await call({});
	expect([notSelected, filtered, empty].map(({ status, data }) => [status, data])).toEqual([
		[
			200,
			{ received: true, ignored: 'This event is not among the events selected in the trigger.' },
		],
		[
			200,
			{ received: true, ignored: "The trigger's filter on the reference leaves this event out." },
		],
		[200, { received: true, ignored: 'The call holds no event.' }],
	]);
	expect(await settledCount()).toBe(0);
	expect((await call(completed)).data).toEqual({ received: true });
	await live.rest.waitForExecutions(workflow.id, 1);
	expect(await settledCount()).toBe(1);
});

it('tells a browser what the address is, and leaves other methods to n8n', async () => {
	const { url, call, settledCount } = await listening();
	expect((await axios.get<string>(url)).data).toBe(
		'This is the webhook address of a Detrack Trigger in n8n, and it is ready for events that Detrack sends. Its credential in n8n holds a user name and a password. Whether Detrack sends the same, you will see when the first event comes.',
	);
	for (const method of ['PUT', 'PATCH', 'DELETE']) {
		expect((await call(completed, { method })).status).toBe(404);
	}
	expect(await settledCount()).toBe(0);
});

it('lets only allowed addresses in, by what the proxy says and not by what the caller says', async () => {
	const { workflow, call, settledCount } = await listening({
		options: { allowedIps: '44.236.78.196, 44.228.138.42, 52.13.202.33' },
	});
	const from = async (forwarded: string | undefined) =>
		await call(completed, {
			headers: {
				authorization: DETRACK_PROOF,
				...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
			},
		});
	const refused = [
		'203.0.113.9',
		// The caller wrote the first, the proxy the second.
		'44.236.78.196, 203.0.113.9',
		'44.236.78.196,44.236.78.196, 203.0.113.9',
		'203.0.113.9, 44.236.78.1960',
		undefined,
	];
	for (const forwarded of refused) {
		const answer = await from(forwarded);
		expect([answer.status, answer.data]).toEqual([401, REFUSED]);
	}
	expect(await settledCount()).toBe(0);
	for (const forwarded of ['52.13.202.33', '203.0.113.9, 44.236.78.196']) {
		expect((await from(forwarded)).status).toBe(200);
	}
	const unproven = { headers: { 'x-forwarded-for': '52.13.202.33' } };
	expect((await call(completed, unproven)).status).toBe(401);
	await live.rest.waitForExecutions(workflow.id, 2);
	expect(await settledCount()).toBe(2);
	expect(live.n8n.logText()).toContain(
		'refused a call with 401: it came from 203.0.113.9, which is not among the allowed IP addresses',
	);
});

it('takes 5 MB, and reads JSON of a content type that n8n leaves unread', async () => {
	const { workflow, call } = await listening();
	const items = Array.from({ length: 50_000 }, (_value, index) => ({
		sku: `SKU-${index}`,
		description: 'Oak dining chair, a pair, with cushions and felt pads',
	}));
	const large = JSON.stringify({ ...completed, items });
	expect(large.length).toBeGreaterThan(4_000_000);
	const headers = { 'content-type': 'application/octet-stream', authorization: DETRACK_PROOF };
	expect((await call(Buffer.from(large), { headers })).status).toBe(200);
	const [event] = await detrackEvents(live, workflow.id, 1);
	expect(event?.items).toHaveLength(50_000);
});

it('keeps its address and its proof over a restart of n8n', async () => {
	const { workflow, call } = await listening();
	await live.n8n.restart();
	expect((await call(completed, { headers: {} })).status).toBe(401);
	expect((await call(completed)).status).toBe(200);
	await live.rest.waitForExecutions(workflow.id, 1);
});

it('goes on listening on the test address until a proven event comes', async () => {
	const { workflow, testUrl } = await detrackTrigger(live);
	expect(await live.rest.runWorkflow(workflow.id, 'Detrack Trigger')).toBeUndefined();
	expect((await callDetrack(testUrl, completed, { headers: {} })).status).toBe(401);
	expect((await callDetrack(testUrl, 'json=x', { headers: FORM })).status).toBe(400);
	expect((await callDetrack(testUrl, completed)).status).toBe(200);
	const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
	expect(execution?.mode).toBe('manual');
	expect((await callDetrack(testUrl, completed)).status).toBe(404);
});

it('leaves no password in stored executions, in n8n’s database or in its log', async () => {
	const { workflow, call } = await listening({ output: 'deliveryEventWithOriginal' });
	const encoded = DETRACK_PROOF.slice('Basic '.length);
	await call({ ...completed, remarks: `${DETRACK_WEBHOOK_PASSWORD} / ${encoded}` });
	await call(completed, { headers: { authorization: `${DETRACK_PROOF}x` } });
	const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
	const stored = JSON.stringify(await live.rest.getExecution(execution?.id ?? ''));
	const database = await databaseText(live);
	// What surrounds it is there, so the search would find it.
	expect([stored, database].every((text) => text.includes('ORD-48208'))).toBe(true);
	expect(live.n8n.logText()).toContain('refused a call with 401');
	for (const secret of [DETRACK_WEBHOOK_PASSWORD, encoded]) {
		expect(stored).not.toContain(secret);
		expect(database).not.toContain(secret);
		expect(live.n8n.logText()).not.toContain(secret);
	}
});
