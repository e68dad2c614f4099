import type { IDataObject } from 'n8n-workflow';

import { fixture } from '../../../../support/fixtures';
import { API_KEY, byId, RoutigoBench } from '../../../../support/routigo';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const routigo = useBench(new RoutigoBench());
afterEach(() => expect(routigo.flaws()).toEqual([]));

const ID = '6712f0a9c35e4b1d8e90a7c2';
const answered = () => fixture('routigo/v2-subscription-response-201.json') as IDataObject;
const listed = fixture('routigo/v2-subscription-list-response-200.json');
const sent = (): unknown => routigo.asked.at(-1)?.body;

const minimal = {
	event: 'TOUR_PLANNED',
	url: 'https://hooks.example.test/webhook/a41e-routigo',
	name: 'Planned tours to order system',
};

describe('create', () => {
	it('sends only what is needed, and the type that suits the event', async () => {
		routigo.answers({ status: 201, body: answered() });
		await routigo.run('webhook.create', minimal);
		expect(sent()).toEqual(fixture('routigo/v2-subscription-create-request-minimal.json'));
	});

	it('sends every field', async () => {
		routigo.answers({ status: 201, body: answered() });
		await routigo.run('webhook.create', {
			event: 'ASSIGNMENT_DONE',
			eventType: 'ASSIGNMENT',
			url: 'https://hooks.example.test/webhook/7f0c-routigo',
			name: 'Workflow listener for finished drops',
			additionalFields: {
				serviceCentres: 'GRONINGEN, ZWOLLE',
				headers: {
					parameter: [
						{ name: 'Authorization', value: 'Bearer EXAMPLEtokenEXAMPLEtokenEXAMPL1' },
						{ name: 'X-Workspace', value: 'north' },
					],
				},
				queryParameters: {
					parameter: [
						{ name: 'routigoEvent', value: 'ASSIGNMENT_DONE' },
						{ name: 'routigoEventType', value: 'ASSIGNMENT' },
					],
				},
				minutesToLive: 720,
				secondsDelayBeforeRetry: 300,
				supplierToFilterOn: 'BAKERY-7',
			},
		});
		expect(sent()).toEqual(fixture('routigo/v2-subscription-create-request.json'));
	});

	it('sends a date that an expression gives as its text', async () => {
		routigo.answers({ status: 201, body: answered() });
		const value = "={{ new Date('2099-05-14T08:00:00.000Z') }}";
		const headers = { parameter: [{ name: 'X-Since', value }] };
		await routigo.run('webhook.create', { ...minimal, additionalFields: { headers } });
		expect(sent()).toMatchObject({
			action: { headers: { 'X-Since': '2099-05-14T08:00:00.000Z' } },
		});
	});

	it('gives what RoutiGo answers, with the id of the body and without the secret', async () => {
		routigo.answers({ status: 201, body: answered() });
		const { items } = await routigo.run('webhook.create', minimal);
		expect(items).toEqual([
			{
				json: {
					...answered(),
					action: {
						...(answered().action as IDataObject),
						headers: { Authorization: '***', 'X-Workspace': '***' },
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([
		['an address without a scheme', { url: 'hooks.example.test' }, '"URL" must be a web address'],
		['no name', { name: ' ' }, '"Name" is empty'],
		[
			'a header twice',
			{
				additionalFields: {
					headers: {
						parameter: [
							{ name: 'A', value: '1' },
							{ name: 'a', value: '2' },
						],
					},
				},
			},
			'The header "a" is set twice',
		],
	])('refuses %s without asking RoutiGo', async (_what, change, sentence) => {
		routigo.answers({ status: 201, body: answered() });
		const { message } = await errorOf(routigo.run('webhook.create', { ...minimal, ...change }));
		expect(message).toContain(sentence);
		expect(routigo.asked).toEqual([]);
	});

	it.each([[undefined], [{}], ['created'], [[]]])(
		'says so when the answer %j has no id',
		async (body) => {
			routigo.answers({ status: 201, body });
			const { message, description } = await errorOf(routigo.run('webhook.create', minimal));
			expect(message).toBe('RoutiGo answered without the webhook and its ID');
			expect(description).toContain('before you try again');
		},
	);
});

describe('get many', () => {
	it('takes 204 for an empty list', async () => {
		routigo.answers({ status: 204 });
		expect((await routigo.run('webhook.getMany', {})).items).toEqual([]);
	});

	it('asks for all without filters', async () => {
		routigo.answers({ body: listed });
		const { items } = await routigo.run('webhook.getMany', { returnAll: true });
		expect(items.map(({ json }) => json.id)).toEqual([ID, '6712f1d4c35e4b1d8e90a7d9']);
		expect(routigo.asked[0]?.query.toString()).toBe('');
	});

	it('asks by event and type, and leaves out what does not fit nevertheless', async () => {
		routigo.answers({ body: listed });
		const filters = { event: 'TOUR_ASSIGNED', eventType: 'TOUR' };
		const { items } = await routigo.run('webhook.getMany', { filters });
		expect(routigo.asked[0]?.query.toString()).toBe('event=TOUR_ASSIGNED&type=TOUR');
		expect(items.map(({ json }) => json.id)).toEqual(['6712f1d4c35e4b1d8e90a7d9']);
	});

	it('gives no more than the limit', async () => {
		routigo.answers({ body: listed });
		const { items } = await routigo.run('webhook.getMany', { limit: 1 });
		expect(items).toHaveLength(1);
	});

	it('shows no secret of anybody', async () => {
		const action = {
			name: 'Other program, token=S3cretS3cret',
			url: 'https://user:pass@hooks.example.test/a?shop=7&apiKey=abc&Token=d%20e#part',
			headers: { authorization: 'Bearer S3cretS3cret', 'X-Api-Key': 'k', 'X-Shop': '***' },
			queryParameters: { access_token: 't', signature: 's', shop: '7' },
		};
		routigo.answers({ body: [{ ...answered(), action }] });
		const { items } = await routigo.run('webhook.getMany', {});
		expect(items[0]?.json.action).toEqual({
			name: 'Other program, token=***',
			url: 'https://***@hooks.example.test/a?shop=***&apiKey=***&Token=***',
			headers: { authorization: '***', 'X-Api-Key': '***', 'X-Shop': '***' },
			queryParameters: { access_token: '***', signature: '***', shop: '***' },
		});
	});

	it('copes with nulls and with keys that it does not know', async () => {
		const odd = { id: 'x', routigoEvent: 'NEW', brandNew: 1, serviceCentres: null, action: null };
		routigo.answers({ body: [odd] });
		expect((await routigo.run('webhook.getMany', {})).items[0]?.json).toEqual(odd);
	});

	it('leaves out what is no webhook', async () => {
		routigo.answers({ body: ['odd', null, { name: 'without an id' }, answered()] });
		const { items } = await routigo.run('webhook.getMany', {});
		expect(items.map(({ json }) => json.id)).toEqual([ID]);
	});

	it('says so when the answer is no list', async () => {
		routigo.answers({ body: { webhooks: [] } });
		const { message } = await errorOf(routigo.run('webhook.getMany', {}));
		expect(message).toBe('RoutiGo answered without a list of webhooks');
	});
});

describe('get', () => {
	it('gives one webhook without its secret', async () => {
		routigo.answers({ body: answered() });
		const { items } = await routigo.run('webhook.get', byId(ID));
		expect(routigo.asked.map(({ method, path }) => [method, path])).toEqual([
			['GET', `/v2/webhooks/${ID}`],
		]);
		expect(JSON.stringify(items)).not.toContain('EXAMPLEtoken');
	});

	it('encodes an odd id', async () => {
		routigo.answers({ body: answered() });
		await routigo.run('webhook.get', byId('a/b?c'));
		expect(routigo.asked[0]?.path).toBe('/v2/webhooks/a%2Fb%3Fc');
	});

	it.each(['', '..'])('refuses the id %j', async (id) => {
		routigo.answers({ body: answered() });
		const { message } = await errorOf(routigo.run('webhook.get', byId(id)));
		expect(message).toMatch(/"Webhook" is empty|is no ID/);
		expect(routigo.asked).toEqual([]);
	});
});

describe('update', () => {
	const update = async (updateFields: IDataObject) =>
		await routigo.run('webhook.update', { ...byId(ID), updateFields });
	/** Without what is unset, which is left out of requests. */
	const kept = (action: unknown) =>
		Object.fromEntries(Object.entries(action as IDataObject).filter(([, value]) => value !== null));
	const answerBoth = (webhook: IDataObject) => routigo.answers({ body: webhook });

	it('reads the webhook and sends all of it with the change', async () => {
		answerBoth(answered());
		await update({ serviceCentres: 'ZWOLLE, MEPPEL', secondsDelayBeforeRetry: 120 });
		expect(routigo.asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
		expect(sent()).toEqual(fixture('routigo/v2-subscription-update-request.json'));
	});

	it('clears what is added and left empty', async () => {
		const [, webhook] = listed as unknown as IDataObject[];
		answerBoth({ ...webhook, id: ID });
		const headers = { parameter: [{ name: '', value: '' }] };
		await update({ serviceCentres: '', supplierToFilterOn: '', headers });
		expect(sent()).toEqual({
			routigoEvent: 'TOUR_ASSIGNED',
			routigoEventType: 'TOUR',
			action: {
				name: 'Driver picked a tour',
				url: 'https://hooks.example.test/webhook/7f0c-routigo',
				queryParameters: { routigoEvent: 'TOUR_ASSIGNED', routigoEventType: 'TOUR' },
				minutesToLive: 720,
				secondsDelayBeforeRetry: 300,
			},
		});
	});

	it.each(['[]', '={{ [] }}', 'none', { parameter: 'none' }])(
		'does not take %j for headers to be cleared',
		async (headers) => {
			answerBoth(answered());
			const { message } = await errorOf(update({ headers: headers as IDataObject }));
			expect(message).toMatch(
				/^"Headers to Send Along" was added, but|^The extra headers have no names/,
			);
			expect(routigo.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
		},
	);

	it('keeps what it does not know', async () => {
		const action = { ...(answered().action as IDataObject), signing: { version: 2 }, paused: null };
		answerBoth({ ...answered(), action, depots: ['NORTH'], owner: null });
		await update({ name: 'N' });
		expect(sent()).toEqual({
			routigoEvent: 'ASSIGNMENT_DONE',
			routigoEventType: 'ASSIGNMENT',
			depots: ['NORTH'],
			owner: null,
			serviceCentres: answered().serviceCentres,
			action: {
				...kept(answered().action),
				name: 'N',
				signing: { version: 2 },
				paused: null,
			},
		});
		// The published description knows none of these keys.
		expect(routigo.flaws().join()).toContain('signing');
		routigo.answers({});
	});

	it('changes nothing where RoutiGo gives another webhook', async () => {
		answerBoth({ ...answered(), id: '6712f0a9c35e4b1d8e90a7c3' });
		expect((await errorOf(update({ name: 'N' }))).message).toBe(
			`RoutiGo answered with something else than the webhook with the ID "${ID}"`,
		);
		expect(routigo.asked.map(({ method }) => method)).toEqual(['GET']);
	});

	it('changes event, type, name and address', async () => {
		answerBoth(answered());
		await update({ event: 'STOP_DONE', eventType: 'STOP', name: 'N', url: 'https://a.test/b' });
		expect(sent()).toMatchObject({
			routigoEvent: 'STOP_DONE',
			routigoEventType: 'STOP',
			action: { name: 'N', url: 'https://a.test/b' },
		});
	});

	it('keeps headers that it would not let anybody set', async () => {
		const action = { ...(answered().action as IDataObject), headers: { 'Content-Type': 'a/b' } };
		answerBoth({ ...answered(), action });
		await update({ name: 'N' });
		expect(sent()).toMatchObject({ action: { headers: { 'Content-Type': 'a/b' } } });
	});

	it('does not send a mask in the place of a secret', async () => {
		const action = { ...(answered().action as IDataObject), headers: { 'X-Key': API_KEY } };
		answerBoth({ ...answered(), action });
		const { message } = await errorOf(update({ name: 'N' }));
		expect(message).toContain('holds your own API key');
		expect(routigo.asked.map(({ method }) => method)).toEqual(['GET']);
		await update({ name: 'N', headers: { parameter: [{ name: 'X-Key', value: 'new' }] } });
		expect(sent()).toMatchObject({ action: { headers: { 'X-Key': 'new' } } });
	});

	it('leaves alone what an expression yields nothing for', async () => {
		const nothing = '={{ $json.nothing }}';
		const action = { ...(answered().action as IDataObject), supplierToFilterOn: 'S-1' };
		answerBoth({ ...answered(), action });
		await update({ name: 'N', supplierToFilterOn: nothing });
		expect(sent()).toMatchObject({ action: { name: 'N', supplierToFilterOn: 'S-1' } });
		expect((await errorOf(update({ supplierToFilterOn: nothing }))).message).toContain(
			'There is nothing to change',
		);
	});

	it('refuses to change nothing', async () => {
		answerBoth(answered());
		expect((await errorOf(update({}))).message).toContain('There is nothing to change');
		expect(routigo.asked).toEqual([]);
	});
});

describe('delete', () => {
	it('takes an empty answer for done', async () => {
		routigo.answers({ status: 200 });
		const { items } = await routigo.run('webhook.delete', byId(ID));
		expect(items[0]?.json).toEqual({ deleted: true, id: ID });
		expect(routigo.asked.map(({ method, path }) => [method, path])).toEqual([
			['DELETE', `/v2/webhooks/${ID}`],
		]);
	});

	it('says so when there was none', async () => {
		routigo.answers({ status: 404, body: `Subscription ${ID} does not exist` });
		const { message } = await errorOf(routigo.run('webhook.delete', byId(ID)));
		expect(message).toBe(`RoutiGo has no webhook with the ID "${ID}"`);
	});
});

describe('each refusal gets a sentence with the words of RoutiGo', () => {
	it.each([
		[401, 'No accepted credentials in this request', 'RoutiGo does not accept the API key'],
		[403, 'Not allowed', 'RoutiGo does not allow this with the API key'],
		[404, 'Subscription does not exist', `RoutiGo has no webhook with the ID "${ID}"`],
		[500, 'Please contact us', 'RoutiGo is not able to answer right now'],
	])('%p', async (status, body, sentence) => {
		routigo.answers({ status, body });
		const { message, description } = await errorOf(routigo.run('webhook.get', byId(ID)));
		expect(message).toBe(sentence);
		expect(description).toContain(`RoutiGo says: ${body} (HTTP status ${status})`);
	});

	it('400 names the complaint', async () => {
		const body = 'Property routigoEvent has an unsupported value';
		routigo.answers({ status: 400, body });
		const { message, description } = await errorOf(routigo.run('webhook.create', minimal));
		expect(message).toBe(`RoutiGo did not accept this webhook: ${body}`);
		expect(description).toContain('Check the event.');
	});

	it('names the token where one is used', async () => {
		routigo.answers({ status: 401, body: 'expired' });
		const credential = { authentication: 'bearer', apiKey: '', token: 'eyJh.eyJz.c2ln' };
		const { message } = await errorOf(routigo.run('webhook.getMany', {}, { credential }));
		expect(message).toBe('RoutiGo does not accept the token');
		expect(routigo.asked[0]?.headers.authorization).toBe('Bearer eyJh.eyJz.c2ln');
	});

	it.each([
		[{ apiKey: ' ' }, 'The RoutiGo credential has no API key'],
		[{ authentication: 'bearer' }, 'The RoutiGo credential has no user token'],
		[{ baseUrl: 'routigo' }, 'The base URL in the RoutiGo credential is not a web address'],
	])('the credential %j is refused before anything is sent', async (credential, sentence) => {
		routigo.answers({ status: 204 });
		const { message } = await errorOf(routigo.run('webhook.getMany', {}, { credential }));
		expect(message).toBe(sentence);
		expect(routigo.asked).toEqual([]);
	});

	it('never shows the key, also where RoutiGo repeats it', async () => {
		routigo.answers({ status: 400, body: `The key ${API_KEY} is odd` });
		const { message, description } = await errorOf(routigo.run('webhook.create', minimal));
		expect(message + description).not.toContain(API_KEY);
		expect(message).toContain('The key *** is odd');
	});

	const SECRETS = ['Bearer SHOP-SECRET-1', 'SHOP-SECRET-2', 'SHOP-SECRET-3', 'SHOP SECRET 4'];
	const whole = {
		...minimal,
		url: `https://shop:${SECRETS[2]}@hooks.example.test/h?key=SHOP%20SECRET%204`,
	};
	const sentAlong = {
		headers: { parameter: [{ name: 'Authorization', value: SECRETS[0] }] },
		queryParameters: { parameter: [{ name: 'shop', value: SECRETS[1] }] },
	};

	it.each([
		['create', 'webhook.create', { ...whole, additionalFields: sentAlong }],
		['update', 'webhook.update', { ...byId(ID), updateFields: { ...whole, ...sentAlong } }],
	])(
		'shows nothing of what %s sends along, where RoutiGo repeats it',
		async (_what, name, given) => {
			const complaint = `Odd: ${SECRETS.join(', ')}, SHOP-SECRET-1, SHOP+SECRET+4`;
			routigo.answers(({ method }) =>
				method === 'GET' ? { body: answered() } : { status: 400, body: { message: complaint } },
			);
			const { message, description } = await errorOf(routigo.run(name, given));
			expect(message).toBe(
				'RoutiGo did not accept this webhook: Odd: ***, ***, ***, ***, ***, ***',
			);
			expect(description).not.toContain('SECRET');
		},
	);

	it('still tells the event that it does not take', async () => {
		const complaint = 'TOUR_PLANNED does not go with TOUR';
		const parameter = [{ name: 'event', value: 'TOUR_PLANNED' }];
		routigo.answers({ status: 400, body: complaint });
		const given = { ...minimal, additionalFields: { queryParameters: { parameter } } };
		const { message } = await errorOf(routigo.run('webhook.create', given));
		expect(message).toBe(`RoutiGo did not accept this webhook: ${complaint}`);
	});

	it.each([
		['webhook.getMany', {}, { items: [answered()] }],
		['webhook.get', byId(ID), { id: null, action: answered().action }],
		['webhook.create', minimal, { webhooks: [answered()] }],
	])('shows nothing of an answer to %s that cannot be read', async (name, given, body) => {
		routigo.answers({ status: 200, body });
		const { message, description } = await errorOf(routigo.run(name, given));
		expect(message).toMatch(/^RoutiGo answered without/);
		expect(description).not.toContain('EXAMPLEtoken');
	});

	it('shows no value of an address that cannot be called', async () => {
		const url = 'hooks.example.test/h?key=SHOP-SECRET';
		const { message } = await errorOf(routigo.run('webhook.create', { ...minimal, url }));
		expect(message).toContain('"hooks.example.test/h?key=***"');
	});

	it('stays with its item when the node continues', async () => {
		routigo.answers(({ path }) =>
			path.endsWith('gone') ? { status: 404, body: 'gone' } : { body: answered() },
		);
		const items = [{ id: 'gone' }, { id: ID }];
		const run = await routigo.run('webhook.get', byId('={{ $json.id }}'), {
			items,
			continueOnFail: true,
		});
		expect(run.items.map(({ json, pairedItem }) => [json.error ?? json.id, pairedItem])).toEqual([
			['RoutiGo has no webhook with the ID "gone"', { item: 0 }],
			[ID, { item: 1 }],
		]);
	});
});
