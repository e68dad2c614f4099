import type { IDataObject } from 'n8n-workflow';

import {
	EVENTS,
	ROUTIGO_API_KEY,
	ROUTIGO_BEARER,
	ROUTIGO_LIMITED_KEY,
} from '../../../../sandbox/routigo/defaults';
import {
	ADDRESS,
	BOTH,
	header,
	idsOf,
	parameter,
	proofOf,
	RoutigoTriggerBench,
	type Webhook,
} from '../../../support/routigoTrigger';
import { useBench } from '../../../support/standInBench';

const bench = useBench(new RoutigoTriggerBench());

describe('publishing', () => {
	it('registers one webhook for each event, with its tags and its proof', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		expect(await bench.registered()).toEqual(BOTH);
		expect(await bench.ownFor('ASSIGNMENT_DONE')).toEqual({
			id: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
			routigoEvent: 'ASSIGNMENT_DONE',
			routigoEventType: 'ASSIGNMENT',
			action: {
				name: expect.stringMatching(/^n8n: ./) as string,
				url: ADDRESS,
				headers: { Authorization: proofOf('ASSIGNMENT_DONE', 'ASSIGNMENT') },
				queryParameters: { lastmileEvent: 'ASSIGNMENT_DONE', lastmileType: 'ASSIGNMENT' },
				minutesToLive: null,
				secondsDelayBeforeRetry: null,
				supplierToFilterOn: null,
			},
		});
	});

	it('remembers the ids, and nothing that proves anything', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		expect([...(hooks.memory.webhookIds as string[])].sort()).toEqual(idsOf(await bench.own()));
		const stored = JSON.stringify(hooks.workflow.staticData);
		for (const { action } of await bench.own()) {
			const { Authorization } = action.headers as { Authorization: string };
			expect(stored).not.toContain(Authorization.slice(7));
		}
		expect(stored).not.toContain(ROUTIGO_API_KEY);
	});

	it('registers all ten events for "any event", each with what it is named after', async () => {
		await bench.trigger({ events: ['*'] }).publish();
		const pairs = (await bench.own()).map(
			({ routigoEvent, routigoEventType }) => `${routigoEvent} ${routigoEventType}`,
		);
		expect(pairs.sort()).toEqual([
			'ASSIGNMENT_ARRIVED ASSIGNMENT',
			'ASSIGNMENT_DONE ASSIGNMENT',
			'SHIPMENT_DONE SHIPMENT',
			'STOP_ARRIVED STOP',
			'STOP_DONE STOP',
			'TOUR_ASSIGNED TOUR',
			'TOUR_FINISHED TOUR',
			'TOUR_PLANNED TOUR',
			'TOUR_STARTED TOUR',
			'TOUR_UNASSIGNED TOUR',
		]);
	});

	it('sends all options', async () => {
		await bench
			.trigger({
				events: ['ASSIGNMENT_DONE'],
				eventType: 'STOP',
				options: {
					serviceCentres: 'ZWOLLE, MEPPEL',
					supplierToFilterOn: 'BAKERY-7',
					minutesToLive: 720,
					secondsDelayBeforeRetry: 300,
					...header('X-Workspace', 'north'),
					...parameter('shop', '7'),
				},
			})
			.publish();
		expect(await bench.own()).toMatchObject([
			{
				routigoEvent: 'ASSIGNMENT_DONE',
				routigoEventType: 'STOP',
				serviceCentres: ['ZWOLLE', 'MEPPEL'],
				action: {
					headers: { 'X-Workspace': 'north', Authorization: proofOf('ASSIGNMENT_DONE', 'STOP') },
					queryParameters: { shop: '7', lastmileEvent: 'ASSIGNMENT_DONE', lastmileType: 'STOP' },
					minutesToLive: 720,
					secondsDelayBeforeRetry: 300,
					supplierToFilterOn: 'BAKERY-7',
				},
			},
		]);
	});

	it('changes nothing the second time', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		const before = await bench.all();
		expect(await bench.asked(async () => await hooks.publish())).toEqual(['GET']);
		expect(await bench.all()).toEqual(before);
	});

	it('works where the company has no webhook yet', async () => {
		await bench.control('DELETE', 'routigo/webhooks');
		const hooks = bench.trigger();
		await hooks.publish();
		expect(await bench.own()).toHaveLength(2);
		await hooks.unpublish();
		expect(await bench.all()).toEqual([]);
		expect(await hooks.checkExists()).toBe(false);
	});

	it('works with a user token', async () => {
		const bearer = bench.credential({
			authentication: 'bearer',
			apiKey: '',
			token: ROUTIGO_BEARER,
		});
		const hooks = bench.trigger({}, { credential: bearer });
		await hooks.publish();
		expect(await hooks.checkExists()).toBe(true);
		expect((await bench.ownFor('TOUR_PLANNED')).action.headers).toEqual({
			Authorization: proofOf('TOUR_PLANNED', 'TOUR', ROUTIGO_BEARER),
		});
	});

	it('remembers the ids again that were lost', async () => {
		await bench.trigger().publish();
		const forgetful = bench.trigger();
		expect(await forgetful.checkExists()).toBe(true);
		expect([...(forgetful.memory.webhookIds as string[])].sort()).toEqual(idsOf(await bench.own()));
	});
});

describe('all or nothing', () => {
	const refusing = { events: ['TOUR_PLANNED', 'STOP_DONE'], eventType: 'TOUR' };

	it.each([
		['text', /^RoutiGo did not accept the webhook for STOP_DONE that describes TOUR: .*combined/],
		['json', /^RoutiGo did not accept the webhook for STOP_DONE that describes TOUR: .*combined/],
		[
			'html',
			/^RoutiGo did not accept the webhook for STOP_DONE that describes TOUR: Request refused/,
		],
		['empty', /^RoutiGo did not accept the webhook for STOP_DONE that describes TOUR\. /],
	])(
		'a refused pair is undone and told, with an error in the form "%s"',
		async (errorForm, words) => {
			await bench.settings({ refusedPairs: ['STOP_DONE/TOUR'], errorForm });
			const hooks = bench.trigger(refusing);
			await expect(hooks.publish()).rejects.toThrow(words);
			expect(await bench.registered()).toEqual([]);
			expect(hooks.memory.webhookIds).toBeUndefined();
		},
	);

	it('what was there before stays when a new event is refused', async () => {
		const first = bench.trigger();
		await first.publish();
		const before = await bench.own();
		await bench.settings({ refusedPairs: ['STOP_DONE/STOP'] });
		const events = ['TOUR_PLANNED', 'TOUR_STARTED', 'STOP_DONE'];
		await expect(bench.later(first, { events }).publish()).rejects.toThrow('STOP_DONE');
		expect(await bench.own()).toEqual(before);
	});

	it.each([
		['the first', []],
		['the second', ['TOUR_PLANNED']],
	])('%s webhook, whose answer was lost, is removed again', async (_what, events) => {
		if (events.length > 0) await bench.trigger({ events }).publish();
		const before = await bench.registered();
		await bench.fault({ kind: 'reset', when: 'after', times: 1, methods: ['POST'] });
		await expect(bench.trigger().publish()).rejects.toThrow(
			'The connection to RoutiGo broke before an answer came',
		);
		expect(await bench.registered()).toEqual(before);
		await bench.trigger().publish();
		expect(await bench.registered()).toEqual(BOTH);
	});

	it.each(['html', 'malformed'])('an answer that is %s is no success', async (kind) => {
		const fault = { kind, when: 'after', status: 200, times: 1, methods: ['POST'] };
		await bench.fault(fault);
		await expect(bench.trigger().publish()).rejects.toThrow(/^RoutiGo answered with/);
		expect(await bench.registered()).toEqual([]);
	});

	it('"any event" leaves out what RoutiGo does not allow', async () => {
		await bench.settings({ refusedPairs: ['STOP_ARRIVED/STOP', 'ASSIGNMENT_ARRIVED/ASSIGNMENT'] });
		const hooks = bench.trigger({ events: ['*'] });
		await hooks.publish();
		expect(await bench.own()).toHaveLength(8);
		await hooks.publish();
		expect(await bench.own()).toHaveLength(8);
	});

	it('"any event" says why when RoutiGo allows none', async () => {
		await bench.settings({ refusedPairs: EVENTS.map((event) => `${event}/SHIPMENT`) });
		await expect(bench.trigger({ events: ['*'], eventType: 'SHIPMENT' }).publish()).rejects.toThrow(
			/^RoutiGo did not accept the webhook for ASSIGNMENT_DONE that describes SHIPMENT: /,
		);
		expect(await bench.registered()).toEqual([]);
	});

	it.each([401, 403, 500])('"any event" does not leave out what fails with %i', async (status) => {
		await bench.fault({ kind: 'status', status, methods: ['POST'] });
		await expect(bench.trigger({ events: ['*'] }).publish()).rejects.toThrow(
			`(HTTP status ${status})`,
		);
		expect(await bench.registered()).toEqual([]);
	});
});

describe('unpublishing', () => {
	it('removes all of its webhooks, and forgets them', async () => {
		const hooks = bench.trigger({ events: ['*'] });
		await hooks.publish();
		await hooks.unpublish();
		expect(await bench.registered()).toEqual([]);
		expect(hooks.memory.webhookIds).toBeUndefined();
	});

	it('removes them without remembering them', async () => {
		await bench.trigger().publish();
		await bench.trigger().unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('counts webhooks as removed that are gone already, and can be repeated', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		const [first] = await bench.own();
		await bench.step(first as Webhook, 'remove');
		await hooks.unpublish();
		await hooks.unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('can be done twice at the same time, as n8n may', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		await Promise.all([hooks.unpublish(), hooks.unpublish()]);
		expect(await bench.registered()).toEqual([]);
	});

	it('takes a 404 for done', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		const fault = { kind: 'status', status: 404, when: 'after', methods: ['DELETE'] };
		await bench.fault(fault);
		await hooks.unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('leaves alone what the n8n has registered that it is a copy of', async () => {
		const original = bench.trigger();
		await original.publish();
		const before = await bench.own();
		const webhookBaseUrl = 'https://copy.example/webhook';
		const staticData = () =>
			JSON.parse(JSON.stringify(original.workflow.staticData)) as IDataObject;
		const copy = bench.trigger({}, { webhookBaseUrl, staticData: staticData() });
		await copy.unpublish();
		expect(await bench.own()).toEqual(before);
		expect(copy.logged).toEqual([
			'RoutiGo Trigger "RoutiGo Trigger" left webhooks alone that this workflow has made, because they call another address than this n8n\'s: n8n.example. If that n8n is still in use, they are its own. If this one has moved, delete them with the RoutiGo node.',
		]);
		const published = bench.trigger({}, { webhookBaseUrl, staticData: staticData() });
		await published.publish();
		expect(await bench.own()).toEqual(before);
		expect(published.logged).toEqual(copy.logged);
		expect(await bench.registered()).toEqual(
			[...BOTH, ...BOTH.map((each) => each.replace('n8n.example', 'copy.example'))].sort(),
		);
		await published.unpublish();
		expect(await bench.own()).toEqual(before);
		expect(await original.checkExists()).toBe(true);
	});

	it('succeeds although an option could not be sent any more', async () => {
		const first = bench.trigger();
		await first.publish();
		await bench.later(first, { options: header('Authorization', 'x') }).unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('fails where RoutiGo is not able to answer, so that it can be repeated', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		await bench.fault({
			kind: 'status',
			status: 500,
			times: 1,
			methods: ['DELETE'],
		});
		await expect(hooks.unpublish()).rejects.toThrow('RoutiGo is not able to answer right now');
		await hooks.unpublish();
		expect(await bench.registered()).toEqual([]);
	});
});

describe('what cannot be registered', () => {
	it.each<[string, IDataObject, string]>([
		[
			'service centres',
			{ options: { serviceCentres: '' } },
			'The option "Service Centres" was added',
		],
		['a supplier', { options: { supplierToFilterOn: ' ' } }, 'The option "Supplier" was added'],
		['a filter', { filters: { statuses: [] } }, 'The filter "Statuses" was added'],
		['a type', { eventType: '' }, '"What Notifications Describe" holds "", which is none of'],
	])(
		'%s that came out empty has a sentence, but stops no unpublishing',
		async (_what, parameters, message) => {
			const first = bench.trigger();
			await first.publish();
			const broken = bench.later(first, parameters);
			await expect(broken.publish()).rejects.toThrow(message);
			expect(await bench.registered()).toEqual(BOTH);
			await broken.unpublish();
			expect(await bench.registered()).toEqual([]);
		},
	);

	it('no event at all has a sentence', async () => {
		await expect(bench.trigger({ events: [] }).publish()).rejects.toThrow(
			'No event is chosen in the RoutiGo Trigger',
		);
	});

	it.each<[IDataObject, RegExp]>([
		[header('authorization', 'x'), /^The header "authorization" cannot be set/],
		[parameter('lastmileEvent', 'x'), /^The query parameter "lastmileEvent" cannot be set/],
		[parameter('LASTMILETYPE', 'x'), /^The query parameter "LASTMILETYPE" cannot be set/],
		[header('Content-Length', '1'), /^The header "Content-Length" cannot be set/],
		[{ minutesToLive: 0 }, /^"Minutes to Live" must be a whole number of 1 or more/],
		[
			{ secondsDelayBeforeRetry: 1.5 },
			/^"Seconds Before Retry" must be a whole number of 1 or more/,
		],
	])('the options %j have a sentence, and nothing is called', async (options, message) => {
		const publishing = bench.asked(async () => {
			const refusal = expect(bench.trigger({ options }).publish()).rejects;
			await refusal.toThrow(message);
			await refusal.toThrow(/\. Change it under Options, and publish the workflow again\.$/);
		});
		expect(await publishing).toEqual([]);
	});

	it.each([
		['unknown', 'not-a-key-of-anybody', 'RoutiGo does not accept the API key'],
		['limited', ROUTIGO_LIMITED_KEY, 'RoutiGo does not allow this with the API key'],
		['empty', ' ', 'The RoutiGo credential has no API key'],
		[
			'copied with a space that cannot be seen',
			`${ROUTIGO_API_KEY}\u200b${ROUTIGO_API_KEY}`,
			'The API key in the RoutiGo credential holds a character that cannot be seen (U+200B)',
		],
		[
			'copied with a line break',
			`${ROUTIGO_API_KEY}\n${ROUTIGO_API_KEY}`,
			'The API key in the RoutiGo credential holds a character that cannot be seen (U+000A)',
		],
		[
			'copied with a quote that a word processor made',
			`\u201c${ROUTIGO_API_KEY}`,
			'The API key in the RoutiGo credential holds a character that cannot be sent',
		],
	])('a key that is %s has a sentence without the key', async (_what, apiKey, message) => {
		const error: unknown = await bench
			.trigger({}, { credential: bench.credential({ apiKey }) })
			.publish()
			.catch((reason: unknown) => reason);
		expect(error).toMatchObject({ message: expect.stringContaining(`${message}. `) as unknown });
		if (apiKey.trim() !== '') expect(JSON.stringify(error)).not.toContain(apiKey);
	});

	it('an address that RoutiGo does not call is told with its words and WEBHOOK_URL', async () => {
		await bench.settings({ httpsOnly: true });
		const webhookBaseUrl = 'http://n8n.example/webhook';
		await expect(bench.trigger({}, { webhookBaseUrl }).publish()).rejects.toThrow(
			/is not a URL that can be called\. .*WEBHOOK_URL/,
		);
	});

	it('an address that is none is told, and does not keep anybody from unpublishing', async () => {
		const webhookBaseUrl = 'n8n.example/webhook';
		const first = bench.trigger();
		await first.publish();
		const broken = bench.later(first, {}, { webhookBaseUrl });
		await expect(broken.publish()).rejects.toThrow(
			/^RoutiGo cannot call n8n at "n8n\.example\/webhook\/hook-1\/routigo", because that is not a web address\. .*WEBHOOK_URL/,
		);
		await broken.unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('http is fine where RoutiGo takes it', async () => {
		await bench.trigger({}, { webhookBaseUrl: 'http://n8n.example/webhook' }).publish();
		expect(await bench.registered()).toHaveLength(2);
	});

	it.each([
		['http://127.0.0.1:5678/webhook', '127.0.0.1:5678'],
		['https://localhost/webhook', 'localhost'],
		['http://localhost:5678/webhook', 'localhost:5678'],
		['http://192.168.1.20:5678/webhook', '192.168.1.20:5678'],
		['http://n8n.local/webhook', 'n8n.local'],
		['http://n8n:5678/webhook', 'n8n:5678'],
		['http://[::1]:5678/webhook', '[::1]:5678'],
	])('%s is refused before the real RoutiGo is called', async (webhookBaseUrl, host) => {
		const real = bench.credential({ baseUrl: '' });
		const refusal = expect(
			bench.trigger({}, { credential: real, webhookBaseUrl }).publish(),
		).rejects;
		await refusal.toThrow(
			`RoutiGo cannot call n8n at ${host}, because that address is only known in your own network. `,
		);
		await refusal.toThrow('WEBHOOK_URL');
	});
});
