import type { ICredentialTestFunctions, IDataObject, IHookFunctions } from 'n8n-workflow';

import { DetrackTrigger } from '../../../nodes/Detrack/DetrackTrigger.node';
import { mock } from '../../support/mock';
import { answerTo, type CallOptions } from '../../support/webhookContext';
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

const MISSING = 'the header "authorization" is missing or empty';
const WRONG = 'the header "authorization" is not what the credential says';
const INCOMPLETE = 'the credential "Detrack Webhook API" of this trigger is not complete';

const completed = sample('v2_completed.json');
const text = JSON.stringify(completed);

async function call(options: CallOptions) {
	return await answerTo(
		{ credential: BASIC, headers: { authorization: RIGHT }, ...options },
		async (context) => await new DetrackTrigger().webhook.call(context),
	);
}

const only = (events: string[], more: IDataObject = {}): IDataObject => ({ events, ...more });

describe('a call', () => {
	it('starts one execution for a proven and wanted event', async () => {
		const answer = await call({ body: completed });
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toMatchObject([{ reference: 'ORD-48208', status: 'delivered' }]);
	});

	it.each<[string, CallOptions, string]>([
		[
			'no event that is selected',
			{ body: completed, parameters: only(['failed', 'onHold']) },
			'This event is not among the events selected in the trigger.',
		],
		[
			'no event that the filters let pass',
			{ body: completed, parameters: only(['*'], { filters: { jobTypes: ['collection'] } }) },
			"The trigger's filter on the job type leaves this event out.",
		],
		['no event at all', { body: { json: '[]' } }, 'The call holds no event.'],
	])('is told why nothing starts, when it holds %s', async (_what, options, ignored) => {
		const answer = await call(options);
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({ received: true, ignored });
	});

	it.each<[string, CallOptions, string]>([
		['no header', { headers: {} }, MISSING],
		['a wrong password', { headers: { authorization: basic('detrack:wrong') } }, WRONG],
		['the password in the query', { headers: {}, query: { password: PASSWORD } }, MISSING],
		['the password in the body', { headers: {}, body: { ...BASIC } }, MISSING],
		['an unreadable body without a header', { headers: {}, body: { json: '{' } }, MISSING],
		['a credential without a password', { credential: { ...BASIC, password: '' } }, INCOMPLETE],
		['a credential that is empty', { credential: {} }, INCOMPLETE],
	])('is refused with 401 and asked for Basic Auth: %s', async (_what, options, why) => {
		const answer = await call({ body: completed, ...options });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.headers['www-authenticate']).toBe(CHALLENGE);
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Detrack.',
		});
		expect(answer.logged).toEqual([`Detrack Trigger "Trigger" refused a call with 401: ${why}`]);
	});

	it.each<[string, CallOptions]>([
		['a wrong header', { credential: HEADER, headers: { 'x-webhook-key': 'wrong' } }],
		['a credential that cannot be read', { credential: new Error('gone') }],
	])('is refused with 401 without asking for Basic Auth: %s', async (_what, options) => {
		const answer = await call({ body: completed, ...options });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.headers).toEqual({});
	});

	it('by a custom header needs no Basic Auth', async () => {
		const headers = { 'x-webhook-key': 'Zk7tQ2mW9x' };
		const answer = await call({ body: completed, credential: HEADER, headers });
		expect(answer.items).toHaveLength(1);
	});

	it('is answered with 400 when its body is none of Detrack', async () => {
		const answer = await call({ body: 7 });
		expect([answer.status, answer.items]).toEqual([400, undefined]);
		expect(answer.body).toEqual({
			message:
				'This body cannot be read: Detrack sends a job as a JSON object, or a form whose field "json" holds that object.',
		});
	});

	it('is answered with 413 when its body is nested too deeply', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		const parameters = {
			output: 'original',
			options: { removeEmpty: true },
		};
		const answer = await call({ body: { ...completed, deep }, parameters });
		expect([answer.status, answer.items]).toEqual([413, undefined]);
	});

	it.each([
		[
			BASIC,
			'it is ready for events that Detrack sends. Its credential in n8n holds a user name and a password. Whether Detrack sends the same, you will see when the first event comes.',
		],
		[
			HEADER,
			'it is ready for events that Detrack sends. Its credential in n8n holds a header and its value. Whether Detrack sends the same, you will see when the first event comes.',
		],
		[
			{ ...HEADER, headerValue: '' },
			'it is not ready yet, because a field of its credential in n8n is empty: Username and Password, or Header Name and Header Value.',
		],
		[
			{ ...HEADER, headerName: 'X Webhook Key' },
			'it is not ready yet, because a field of its credential in n8n cannot be right. A header name has no spaces; for example X-Webhook-Key.',
		],
	])('from a browser is told what this URL is', async (credential, state) => {
		const answer = await call({ method: 'GET', headers: {}, credential });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toBe(
			`This is the webhook address of a Detrack Trigger in n8n, and ${state}`,
		);
	});

	it.each<[string, CallOptions]>([
		['text', { body: text, contentType: 'text/plain' }],
		['JSON of an unknown type', { unread: text, contentType: 'application/octet-stream' }],
		['a form of an unknown type', { unread: `json=${encodeURIComponent(text)}`, contentType: '' }],
	])('is read whatever its content type: %s', async (_form, options) => {
		expect((await call(options)).items?.map(({ reference }) => reference)).toEqual(['ORD-48208']);
	});

	it('is an item for each job that is wanted, of both versions', async () => {
		const body = [completed, sample('v1_failed.json'), sample('v1_delivered.json')];
		const answer = await call({ body, parameters: only(['completed']) });
		expect(answer.items?.map(({ reference }) => reference)).toEqual(['ORD-48208', 'ORD-48219']);
	});

	it('with an object that is no job is an event that is not known', async () => {
		const answer = await call({ body: { hello: 'world' } });
		expect(answer.items).toMatchObject([{ event: 'unknown', status: 'unknown' }]);
	});
});

describe('allowed IP addresses', () => {
	const from = async (ip: string, headers?: Record<string, string>) =>
		await call({
			body: completed,
			parameters: { options: { allowedIps: '44.236.78.196, 52.13.202.33' } },
			ip,
			...(headers === undefined ? {} : { headers }),
		});

	it('let a call pass', async () => {
		expect((await from('::ffff:52.13.202.33')).items).toHaveLength(1);
	});

	it('refuse a call in spite of the right password, and the log says why', async () => {
		const answer = await from('203.0.113.9');
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Detrack.',
		});
		expect(answer.logged).toEqual([
			'Detrack Trigger "Trigger" refused a call with 401: it came from 203.0.113.9, which is not among the allowed IP addresses. Behind a proxy, n8n\'s setting N8N_PROXY_HOPS decides which address it sees',
		]);
	});

	it('do not replace the password', async () => {
		expect((await from('44.236.78.196', {})).status).toBe(401);
	});
});

describe('what the workflow gets', () => {
	it('adds the original as it came', async () => {
		const body = sample('v1_failed.json');
		const answer = await call({ body, parameters: { output: 'deliveryEventWithOriginal' } });
		expect(answer.items?.[0]).toMatchObject({ status: 'attempt_failed', original: body });
	});

	it('gives the job of a form as the original', async () => {
		const answer = await call({
			body: form('v1_delivered.form.txt'),
			parameters: { output: 'original' },
		});
		expect(answer.items).toEqual([sample('v1_delivered.json')]);
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
				do_number: 'A',
				status: 'failed',
				attempt: 0,
				on_demand: false,
				items: [{ sku: 'X' }],
			},
		]);
	});

	it('keeps what is empty unless asked', async () => {
		const parameters = { output: 'original' };
		expect((await call({ body: completed, parameters })).items).toEqual([completed]);
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
				(await call({ body, timezone })).items?.[0]?.status;
			expect(await statusIn('Europe/London')).toBe('scheduled');
			expect(await statusIn('Asia/Singapore')).toBe('out_for_delivery');
		} finally {
			jest.useRealTimers();
		}
	});

	it('does without the day where the time zone is not known', async () => {
		const answer = await call({ body: sample('v1_scheduled.json'), timezone: 'Mars/Olympus' });
		expect(answer.items?.[0]?.status).toBe('out_for_delivery');
	});

	it('never starts for Deleted, unless every call is said to mean it', async () => {
		const body = sample('v2_deleted.json');
		const beside = only(['deleted', 'onHold']);
		expect((await call({ body, parameters: beside })).items).toBeUndefined();
		const parameters = only(['deleted'], { options: { onlyTrigger: 'deleted' } });
		expect((await call({ body, parameters })).items?.[0]).toMatchObject({
			event: 'job_deleted',
			status: 'cancelled',
			reference: 'ORD-48213',
		});
	});
});

/** What n8n gives a trigger that is published with these parameters. */
function hooks(parameters: IDataObject): IHookFunctions {
	return mock<IHookFunctions>({
		getNodeParameter: (name: string, fallback: unknown) =>
			({ events: ['*'], ...parameters })[name] ?? fallback,
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
		getActivationMode: () => 'activate',
		getCredentials: () => Promise.resolve(BASIC),
	});
}

describe('the node', () => {
	it('registers nothing, because that would replace the only address of the account', async () => {
		const { checkExists, create, delete: remove } = new DetrackTrigger().webhookMethods.default;
		const nothing = hooks({ options: {} });
		expect([
			await checkExists.call(nothing),
			await create.call(nothing),
			await remove.call(nothing),
		]).toEqual([true, true, true]);
	});

	it('is not published with an IP address that is none', async () => {
		const context = hooks({ options: { allowedIps: '44.236.78.192/27, app.detrack.com' } });
		const { checkExists } = new DetrackTrigger().webhookMethods.default;
		await expect(checkExists.call(context)).rejects.toThrow(
			'"app.detrack.com" in the option "Allowed IP Addresses" is no IP address',
		);
	});

	it.each<[string, IDataObject, string]>([
		[
			'which no call can tell',
			{ events: ['deleted'] },
			'Nothing can start the workflow: a call of Detrack does not say that a job was deleted. Tick no other trigger in Detrack, add the option "Only Trigger in Detrack" and choose Deleted there as well; or choose other events.',
		],
		[
			'beside the only trigger',
			{ events: ['failed'], options: { onlyTrigger: 'deleted' } },
			'Nothing can start the workflow: "Only Trigger in Detrack" is Deleted, which "Events" leaves out. Choose Deleted under Events as well, or remove the option.',
		],
	])('is not published with events %s', async (_what, parameters, message) => {
		const { checkExists } = new DetrackTrigger().webhookMethods.default;
		await expect(checkExists.call(hooks(parameters))).rejects.toThrow(message);
	});

	it.each([['*'], ['deleted', 'failed']])(
		'is published with the only trigger among %j',
		async (...events) => {
			const { checkExists } = new DetrackTrigger().webhookMethods.default;
			const options = { onlyTrigger: 'deleted' };
			expect(await checkExists.call(hooks({ events, options }))).toBe(true);
		},
	);

	it('tests a credential without a call', async () => {
		const { detrackProof } = new DetrackTrigger().methods.credentialTest;
		const credential = { id: '1', name: 'x', type: 'detrackWebhookApi', data: BASIC };
		const tested = await detrackProof.call(mock<ICredentialTestFunctions>({}), credential);
		expect(tested.status).toBe('OK');
	});
});
