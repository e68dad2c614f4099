import type {
	ICredentialTestFunctions,
	IDataObject,
	IHookFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { DetrackTrigger } from '../../../nodes/Detrack/DetrackTrigger.node';
import { mock } from '../../support/mock';
import { type CallOptions, webhookCall } from '../../support/webhookContext';
import { change, form, sample } from './support';

const PASSWORD = 'correct-horse-9';
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const RIGHT = basic(`detrack:${PASSWORD}`);
const BASIC = { authentication: 'basicAuth', username: 'detrack', password: PASSWORD };
const HEADER = {
	authentication: 'headerAuth',
	headerName: 'X-Webhook-Key',
	headerValue: 'Zk7tQ2mW9x',
};
const CHALLENGE = 'Basic realm="Detrack webhook", charset="UTF-8"';

const completed = sample('v2_completed.json');

async function call(options: CallOptions) {
	const { context, answered, logged } = webhookCall({
		credential: BASIC,
		headers: { authorization: RIGHT },
		...options,
	});
	const result = await new DetrackTrigger().webhook.call(context);
	return {
		status: answered.status,
		body: result.noWebhookResponse ? answered.body : result.webhookResponse,
		headers: answered.headers,
		logged,
		items: result.workflowData?.[0] as INodeExecutionData[] | undefined,
	};
}

const only = (events: string[], more: IDataObject = {}): IDataObject => ({ events, ...more });

describe('the answer table', () => {
	it('starts one execution for a proven and wanted event', async () => {
		const answer = await call({ body: completed });
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toHaveLength(1);
		expect(answer.items?.[0]?.json).toMatchObject({ reference: 'ORD-48208', status: 'delivered' });
	});

	it('says why it ignores an event that is not selected', async () => {
		const answer = await call({ body: completed, parameters: only(['failed', 'onHold']) });
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({
			received: true,
			ignored: 'This event is not among the events selected in the trigger.',
		});
		expect(answer.items).toBeUndefined();
	});

	it('says which filter leaves an event out', async () => {
		const parameters = only(['*'], { filters: { jobTypes: ['collection'] } });
		const answer = await call({ body: completed, parameters });
		expect(answer.body).toEqual({
			received: true,
			ignored: "The trigger's filter on the job type leaves this event out.",
		});
		expect(answer.items).toBeUndefined();
	});

	it.each<[string, CallOptions]>([
		['no header', { headers: {} }],
		['a wrong password', { headers: { authorization: basic('detrack:wrong') } }],
		['another scheme', { headers: { authorization: `Bearer ${PASSWORD}` } }],
		['the password in the query', { headers: {}, query: { password: PASSWORD } }],
		['the password in the body', { headers: {}, body: { ...BASIC } }],
		['an unreadable body without a header', { headers: {}, body: { json: '{' } }],
		['a number without a header', { headers: {}, body: 7 }],
		['a credential without a password', { credential: { ...BASIC, password: '' } }],
	])('refuses %s with 401, asks for Basic Auth and starts nothing', async (_what, options) => {
		const answer = await call({ body: completed, ...options });
		expect(answer.status).toBe(401);
		expect(answer.headers['www-authenticate']).toBe(CHALLENGE);
		expect(answer.items).toBeUndefined();
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Detrack.',
		});
		expect(answer.logged.join()).not.toContain(PASSWORD);
	});

	it.each<[string, CallOptions]>([
		['a wrong header', { credential: HEADER, headers: { 'x-webhook-key': 'wrong' } }],
		['a credential that cannot be read', { credential: new Error('gone') }],
	])('refuses %s with 401 without asking for Basic Auth', async (_what, options) => {
		const answer = await call({ body: completed, ...options });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.headers['www-authenticate']).toBeUndefined();
	});

	it('says in the log why it refused, in words that help', async () => {
		const wrong = await call({ body: completed, headers: { authorization: basic('a:b') } });
		expect(wrong.logged).toEqual([
			'Detrack Trigger "Trigger" refused a call with 401: the header "authorization" is not what the credential says',
		]);
		const none = await call({ body: completed, credential: {} });
		expect(none.logged).toEqual([
			'Detrack Trigger "Trigger" refused a call with 401: the credential "Detrack Webhook API" of this trigger is not complete',
		]);
	});

	it.each<[string, unknown]>([
		['a form whose field is no JSON', { json: '{"id": ' }],
		['a form whose field is empty', { json: '' }],
		['a form whose field is a number', { json: '7' }],
		['a form whose field is a text', { json: '"completed"' }],
		['a number', 7],
		['a text', 'hello'],
		['null', null],
		['true', true],
		['a list with a number in it', [completed, 7]],
		['wrapped numbers', { data: [1, 2] }],
		['data that is null', { data: null }],
		['JSON in JSON in JSON', { json: { json: { json: { json: { json: {} } } } } }],
	])('answers 400 to %s', async (_what, body) => {
		const answer = await call({ body });
		expect([answer.status, answer.items]).toEqual([400, undefined]);
		expect(answer.body).toEqual({
			message:
				'This body cannot be read: Detrack sends a job as a JSON object, or a form whose field "json" holds that object.',
		});
	});

	it.each<[string, unknown]>([
		['an empty object', {}],
		['an empty list', []],
		['a form with an empty list', { json: '[]' }],
		['an empty list in data', { data: [] }],
	])('answers 200 to %s, which holds no event', async (_what, body) => {
		const answer = await call({ body });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({ received: true, ignored: 'The call holds no event.' });
	});

	it('does not fail on a body that is nested too deeply', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		const parameters = {
			output: 'original',
			options: { removeEmpty: true },
		};
		const answer = await call({ body: { ...completed, deep }, parameters });
		expect([answer.status, answer.items?.length]).toEqual([200, 1]);
	});

	it.each([
		[
			BASIC,
			'This is the webhook address of a Detrack Trigger in n8n, and it is ready for events that Detrack sends by POST.',
		],
		[
			{ ...HEADER, headerValue: '' },
			'This is the webhook address of a Detrack Trigger in n8n, and it is not ready yet, because the credential in n8n holds no secret to check calls with.',
		],
	])('tells a browser what this address is', async (credential, sentence) => {
		const answer = await call({ method: 'GET', headers: {}, credential });
		expect([answer.status, answer.body, answer.items]).toEqual([200, sentence, undefined]);
	});
});

describe('the forms of a body', () => {
	const text = JSON.stringify(completed);

	it.each<[string, CallOptions]>([
		['an object', { body: completed }],
		['a list', { body: [completed] }],
		['an object in data', { body: { data: completed } }],
		['a list in data', { body: { data: [completed] } }],
		['a form', { body: form('v2_completed.form.txt') }],
		['a form with a list', { body: { json: `[${text}]` } }],
		['a form with data', { body: { json: `{"data":${text}}` } }],
		['a form with files, as n8n reads it', { body: { data: { json: text }, files: {} } }],
		['a form with a byte order mark', { body: { json: `\uFEFF${text}` } }],
		['a key json that is an object', { body: { json: completed } }],
		['text', { body: text, contentType: 'text/plain' }],
		['JSON of an unknown type', { unread: text, contentType: 'application/octet-stream' }],
		['a form of an unknown type', { unread: `json=${encodeURIComponent(text)}`, contentType: '' }],
	])('%s', async (_form, options) => {
		const answer = await call(options);
		expect(answer.items?.map(({ json }) => json.reference)).toEqual(['ORD-48208']);
	});

	it('gives one item per job, of both versions in one call', async () => {
		const body = [completed, sample('v1_failed.json'), sample('v1_delivered.json')];
		const answer = await call({ body, parameters: only(['completed']) });
		expect(answer.items?.map(({ json }) => json.reference)).toEqual(['ORD-48208', 'ORD-48219']);
	});

	it('gives one item per job when a form repeats its field', async () => {
		const json = [text, JSON.stringify(sample('v1_failed.json'))];
		expect((await call({ body: { json } })).items).toHaveLength(2);
	});

	it('gives one item per job when a form of an unknown type repeats its field', async () => {
		const field = `json=${encodeURIComponent(text)}`;
		const answer = await call({ unread: `${field}&${field}`, contentType: '' });
		expect(answer.items).toHaveLength(2);
	});

	it('takes an object that is no job for an event that it does not know', async () => {
		const answer = await call({ body: { hello: 'world' } });
		expect(answer.items?.[0]?.json).toMatchObject({ event: 'unknown', status: 'unknown' });
	});

	it('does not take a job for its wrapping because it has such a key', async () => {
		const answer = await call({ body: { ...completed, data: { id: 'other' }, json: 'x' } });
		expect(answer.items?.map(({ json }) => json.reference)).toEqual(['ORD-48208']);
	});
});

describe('proof by a custom header', () => {
	it('needs no Basic Auth', async () => {
		const headers = { 'x-webhook-key': 'Zk7tQ2mW9x' };
		const answer = await call({ body: completed, credential: HEADER, headers });
		expect(answer.items).toHaveLength(1);
	});
});

describe('allowed IP addresses', () => {
	const from = async (allowedIps: unknown, ip?: string, headers?: Record<string, string>) =>
		await call({
			body: completed,
			parameters: { options: { allowedIps } as IDataObject },
			...(ip === undefined ? {} : { ip }),
			...(headers === undefined ? {} : { headers }),
		});
	const THREE = '44.236.78.196, 44.228.138.42, 52.13.202.33';

	it.each<[string, unknown, string | undefined]>([
		['one of several', THREE, '52.13.202.33'],
		['one that comes as IPv6', THREE, '::ffff:44.236.78.196'],
		['one with the port that a proxy adds', THREE, '44.236.78.196:51234'],
		['one that was entered as IPv6', '::FFFF:44.236.78.196', '44.236.78.196'],
		['one on a line of its own', '10.0.0.1\n44.236.78.196;', '44.236.78.196'],
		['an IPv6 address in capitals', '2001:DB8::1', '2001:db8::1'],
		['any, where the option is not set', undefined, '203.0.113.9'],
		['any, where the option is empty', ' , ', '203.0.113.9'],
		['an unknown one, where the option is not set', undefined, undefined],
	])('let pass %s', async (_what, allowedIps, ip) => {
		expect((await from(allowedIps, ip)).items).toHaveLength(1);
	});

	it.each<[string, unknown, string | undefined]>([
		['another address', THREE, '203.0.113.9'],
		['an address that begins alike', THREE, '44.236.78.19'],
		['an address that continues', THREE, '44.236.78.1960'],
		['an unknown address', THREE, undefined],
		['everybody, where the option holds no address', 'app.detrack.com', '44.236.78.196'],
	])('refuse %s with 401 in spite of the right password', async (_what, allowedIps, ip) => {
		const answer = await from(allowedIps, ip);
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Detrack.',
		});
	});

	it('do not replace the password', async () => {
		expect((await from(THREE, '44.236.78.196', {})).status).toBe(401);
	});

	it('name the refused address in the log, and what it may depend on', async () => {
		expect((await from(THREE, '203.0.113.9')).logged).toEqual([
			'Detrack Trigger "Trigger" refused a call with 401: it came from 203.0.113.9, which is not among the allowed IP addresses. Behind a proxy, n8n\'s setting N8N_PROXY_HOPS decides which address it sees',
		]);
	});
});

describe('what the workflow gets', () => {
	it('adds the original as it came', async () => {
		const body = sample('v1_failed.json');
		const answer = await call({ body, parameters: { output: 'deliveryEventWithOriginal' } });
		expect(answer.items?.[0]?.json).toMatchObject({ status: 'attempt_failed', original: body });
	});

	it('gives the job of a form as the original', async () => {
		const answer = await call({
			body: form('v1_delivered.form.txt'),
			parameters: { output: 'original' },
		});
		expect(answer.items).toEqual([{ json: sample('v1_delivered.json') }]);
	});

	it('leaves out of the original what is empty, when asked', async () => {
		const body = {
			do_number: 'A',
			status: 'failed',
			note: '',
			reason: null,
			attempt: 0,
			on_demand: false,
			items: [{ sku: 'X', batch_number: null, serial_numbers: [''] }, { sku: '' }],
			milestones: [],
			nested: { deeper: { none: null } },
		};
		const parameters = { output: 'original', options: { removeEmpty: true } };
		const answer = await call({ body, parameters });
		expect(answer.items).toEqual([
			{
				json: {
					do_number: 'A',
					status: 'failed',
					attempt: 0,
					on_demand: false,
					items: [{ sku: 'X' }],
				},
			},
		]);
	});

	it('keeps what is empty unless asked', async () => {
		const parameters = { output: 'original' };
		expect((await call({ body: completed, parameters })).items).toEqual([{ json: completed }]);
	});

	it.each([
		['the password', PASSWORD],
		['the pair', `detrack:${PASSWORD}`],
		['the pair in base64', RIGHT],
	])('masks %s wherever an original repeats it', async (_what, secret) => {
		const body = change('v2_completed.json', {
			note: `x ${secret} y`,
			milestones: [{ a: secret }],
		});
		const answer = await call({ body, parameters: { output: 'original' } });
		const shown = JSON.stringify(answer.items);
		expect(shown).not.toContain(PASSWORD);
		expect(shown).not.toContain(RIGHT.slice('Basic '.length));
		expect(shown).toContain('x ');
	});

	it('tells by the time zone of the workflow whether a day is still to come', async () => {
		jest.useFakeTimers({ now: new Date('2026-03-03T16:30:00Z'), doNotFake: ['nextTick'] });
		try {
			const body = change('v1_scheduled.json', { date: '2026-03-04' });
			const statusIn = async (timezone: string) =>
				(await call({ body, timezone })).items?.[0]?.json.status;
			expect(await statusIn('Europe/London')).toBe('scheduled');
			expect(await statusIn('Asia/Singapore')).toBe('out_for_delivery');
		} finally {
			jest.useRealTimers();
		}
	});

	it('does without the day where the time zone is not known', async () => {
		const answer = await call({ body: sample('v1_scheduled.json'), timezone: 'Mars/Olympus' });
		expect(answer.items?.[0]?.json.status).toBe('out_for_delivery');
	});

	it('never starts for Deleted, unless every call is said to mean it', async () => {
		const body = sample('v2_deleted.json');
		expect((await call({ body, parameters: only(['deleted']) })).items).toBeUndefined();
		const parameters = only(['deleted'], { options: { onlyTrigger: 'deleted' } });
		expect((await call({ body, parameters })).items?.[0]?.json).toMatchObject({
			event: 'job_deleted',
			status: 'cancelled',
			reference: 'ORD-48213',
		});
	});
});

describe('the node', () => {
	it('registers nothing, because that would replace the only address of the account', async () => {
		const { checkExists, create, delete: remove } = new DetrackTrigger().webhookMethods.default;
		const nothing = mock<IHookFunctions>({});
		expect([
			await checkExists.call(nothing),
			await create.call(nothing),
			await remove.call(nothing),
		]).toEqual([true, true, true]);
	});

	it('tests a credential without a call', async () => {
		const { detrackProof } = new DetrackTrigger().methods.credentialTest;
		const credential = { id: '1', name: 'x', type: 'detrackWebhookApi', data: BASIC };
		const tested = await detrackProof.call(mock<ICredentialTestFunctions>({}), credential);
		expect(tested.status).toBe('OK');
	});
});
