import type { IDataObject } from 'n8n-workflow';

import { ROUTIGO_API_KEY, ROUTIGO_OTHER_KEY } from '../../../../sandbox/routigo/defaults';
import {
	ADDRESS,
	BOTH,
	header,
	idsOf,
	parameter,
	proofOf,
	RoutigoTriggerBench,
} from '../../../support/routigoTrigger';
import { useBench } from '../../../support/standInBench';

const bench = useBench(new RoutigoTriggerBench());

describe('what is changed in the node', () => {
	it('events: what is not wanted any more goes, what is stays as it is', async () => {
		const first = bench.trigger();
		await first.publish();
		const { id } = await bench.ownFor('TOUR_PLANNED');
		await bench.later(first, { events: ['STOP_DONE', 'TOUR_PLANNED'] }).publish();
		expect(await bench.registered()).toEqual([
			`STOP_DONE/STOP ${ADDRESS}`,
			`TOUR_PLANNED/TOUR ${ADDRESS}`,
		]);
		expect((await bench.ownFor('TOUR_PLANNED')).id).toBe(id);
	});

	it('what notifications describe', async () => {
		const first = bench.trigger();
		await first.publish();
		const changed = bench.later(first, { eventType: 'SHIPMENT' });
		await changed.publish();
		expect(await bench.registered()).toEqual([
			`ASSIGNMENT_DONE/SHIPMENT ${ADDRESS}`,
			`TOUR_PLANNED/SHIPMENT ${ADDRESS}`,
		]);
		expect((await bench.ownFor('TOUR_PLANNED')).action).toMatchObject({
			headers: { Authorization: proofOf('TOUR_PLANNED', 'SHIPMENT') },
			queryParameters: { lastmileEvent: 'TOUR_PLANNED', lastmileType: 'SHIPMENT' },
		});
		expect(await changed.checkExists()).toBe(true);
	});

	it.each<[string, IDataObject, object]>([
		['service centres', { serviceCentres: 'MEPPEL' }, { serviceCentres: ['MEPPEL'] }],
		['a supplier', { supplierToFilterOn: 'D-2' }, { action: { supplierToFilterOn: 'D-2' } }],
		['a lifetime', { minutesToLive: 5 }, { action: { minutesToLive: 5 } }],
		['a delay', { secondsDelayBeforeRetry: 5 }, { action: { secondsDelayBeforeRetry: 5 } }],
		['a header', header('X-A', '1'), { action: { headers: { 'X-A': '1' } } }],
		['a parameter', parameter('a', '1'), { action: { queryParameters: { a: '1' } } }],
	])('the option %s, and taking it away again', async (_what, options, expected) => {
		const first = bench.trigger();
		await first.publish();
		const before = await bench.own();
		const changed = bench.later(first, { options });
		expect(await bench.asked(async () => await changed.publish())).toEqual([
			'GET',
			'GET',
			'PUT',
			'PUT',
		]);
		expect(await bench.own()).toMatchObject([expected, expected]);
		expect(idsOf(await bench.own())).toEqual(idsOf(before));
		expect(await changed.checkExists()).toBe(true);

		const back = bench.later(changed);
		await back.publish();
		expect(await bench.own()).toEqual(before);
	});

	it.each<[string, IDataObject]>([
		['service centres', { serviceCentres: 'MEPPEL' }],
		['a supplier', { supplierToFilterOn: 'D-2' }],
		['a lifetime', { minutesToLive: 5 }],
		['a header', header('X-A', '1')],
		['a parameter', parameter('a', '1')],
	])('%s can be taken away where an update only adds', async (_what, options) => {
		await bench.settings({ update: 'merges', identicalWebhooks: 'refused' });
		const first = bench.trigger({ options });
		await first.publish();
		const back = bench.later(first);
		await back.publish();
		expect(await bench.registered()).toEqual(BOTH);
		expect(await back.checkExists()).toBe(true);
		expect(JSON.stringify(await bench.own())).not.toMatch(/MEPPEL|D-2|:5|X-A|"a":/);
	});

	it('the key: the proof is registered anew, and the ids stay', async () => {
		const first = bench.trigger();
		await first.publish();
		const before = await bench.own();
		const other = bench.credential({ apiKey: ROUTIGO_OTHER_KEY });
		const changed = bench.later(first, {}, { credential: other });
		expect(await changed.checkExists()).toBe(false);
		expect(await bench.asked(async () => await changed.publish())).toEqual([
			'GET',
			'GET',
			'PUT',
			'PUT',
		]);
		expect(idsOf(await bench.own())).toEqual(idsOf(before));
		expect((await bench.ownFor('TOUR_PLANNED')).action.headers).toEqual({
			Authorization: proofOf('TOUR_PLANNED', 'TOUR', ROUTIGO_OTHER_KEY),
		});
	});
});

describe('what was changed behind n8n’s back', () => {
	it('a webhook that was removed is registered again', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'remove');
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await bench.registered()).toEqual(BOTH);
		expect(await hooks.checkExists()).toBe(true);
	});

	it.each([true, false])('a doubled one is removed (memory kept: %s)', async (isKept) => {
		const first = bench.trigger();
		await first.publish();
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'duplicate');
		const hooks = isKept ? bench.later(first) : bench.trigger();
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await bench.registered()).toEqual(BOTH);
	});

	it('one that calls somewhere else is left alone, and registered again', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		const elsewhere = 'https://elsewhere.example/routigo';
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'change', { action: { url: elsewhere } });
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await bench.registered()).toEqual([...BOTH, `TOUR_PLANNED/TOUR ${elsewhere}`].sort());
		expect(await hooks.checkExists()).toBe(true);
	});

	it.each<[string, object]>([
		['proof', { action: { headers: { Authorization: 'Bearer made-up' } } }],
		['headers', { action: { headers: {} } }],
		['tags', { action: { queryParameters: { lastmileEvent: 'STOP_DONE', lastmileType: 'STOP' } } }],
		['parameters', { action: { queryParameters: {} } }],
		['service centres', { serviceCentres: ['GRONINGEN'] }],
		['supplier', { action: { supplierToFilterOn: 'BAKERY-7' } }],
	])('one with other %s is put right, under its id', async (_what, change) => {
		const hooks = bench.trigger();
		await hooks.publish();
		const before = await bench.own();
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'change', change);
		expect(await hooks.checkExists()).toBe(false);
		expect(await bench.asked(async () => await hooks.publish())).toEqual(['GET', 'GET', 'PUT']);
		expect(await bench.own()).toEqual(before);
	});

	it('another event under the same id is replaced', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'change', {
			routigoEvent: 'TOUR_STARTED',
		});
		await hooks.publish();
		expect(await bench.registered()).toEqual(BOTH);
	});

	it('another name is left alone', async () => {
		const hooks = bench.trigger();
		await hooks.publish();
		await bench.step(await bench.ownFor('TOUR_PLANNED'), 'change', { action: { name: 'Renamed' } });
		expect(await hooks.checkExists()).toBe(true);
	});
});

describe('what RoutiGo answers in other ways', () => {
	it.each<[string, object]>([
		['unset timings left out', { unsetTimings: 'omitted' }],
		['null service centres', { unsetServiceCentres: 'null' }],
		['empty service centres', { unsetServiceCentres: 'empty' }],
		['null records', { unsetRecords: 'null' }],
		['a misleading Location', { location: 'misleading' }],
		['both versions in one list', { lists: 'common' }],
		['only what the key made', { webhooksSeen: 'own' }],
		['identical webhooks refused', { identicalWebhooks: 'refused' }],
	])('%s makes no difference', async (_what, changes) => {
		await bench.settings(changes);
		const hooks = bench.trigger();
		await hooks.publish();
		expect(await bench.asked(async () => await hooks.publish())).toEqual(['GET']);
		await hooks.unpublish();
		await bench.settings({ webhooksSeen: 'company', lists: 'separate' });
		expect(await bench.registered()).toEqual([]);
	});

	it.each(['masked', 'omitted'])('%s secrets lead to no doubles', async (secretsShown) => {
		const hooks = bench.trigger();
		await bench.settings({ secretsShown });
		await hooks.publish();
		const before = await bench.own();
		await bench.settings({ secretsShown });
		await hooks.publish();
		expect(await bench.own()).toEqual(before);
		await bench.settings({ secretsShown });
		await bench.trigger().publish();
		expect(await bench.own()).toEqual(before);
		await bench.settings({ secretsShown });
		await bench.trigger().unpublish();
		expect(await bench.registered()).toEqual([]);
	});

	it('its own key as a header, which the client masks, is no drift', async () => {
		const options = header('X-Shop', ROUTIGO_API_KEY);
		const hooks = bench.trigger({ options });
		await hooks.publish();
		expect((await bench.ownFor('TOUR_PLANNED')).action.headers).toMatchObject({
			'X-Shop': ROUTIGO_API_KEY,
		});
		expect(await bench.asked(async () => await hooks.publish())).toEqual(['GET']);
		const changed = bench.later(hooks, { options: header('X-Shop', 'another-value') });
		expect(await changed.checkExists()).toBe(false);
	});
});

describe('webhooks of others', () => {
	it('at our address for another event and without our tags are left alone', async () => {
		const byHand = {
			routigoEvent: 'STOP_DONE',
			routigoEventType: 'STOP',
			action: { name: 'By hand', url: ADDRESS },
		};
		await bench.foreign(byHand);
		const hooks = bench.trigger();
		await hooks.publish();
		expect(await hooks.checkExists()).toBe(true);
		await hooks.unpublish();
		expect(await bench.registered()).toEqual([`STOP_DONE/STOP ${ADDRESS}`]);
	});

	it('at our address for one of our events become ours', async () => {
		const byHand = {
			routigoEvent: 'TOUR_PLANNED',
			routigoEventType: 'TOUR',
			action: { name: 'By hand', url: ADDRESS },
		};
		const { id } = await bench.foreign(byHand);
		await bench.trigger().publish();
		expect(await bench.registered()).toEqual(BOTH);
		const adopted = await bench.ownFor('TOUR_PLANNED');
		expect([adopted.id, adopted.action.headers]).toEqual([
			id,
			{ Authorization: proofOf('TOUR_PLANNED', 'TOUR') },
		]);
	});

	it('at other addresses of the same n8n are left alone', async () => {
		const other = bench.trigger({}, { webhookId: 'hook-2' });
		await other.publish();
		const similar = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR' };
		for (const url of [`${ADDRESS}/x`, `${ADDRESS}?a=1`, ADDRESS.replace('https', 'http')]) {
			await bench.foreign({ ...similar, action: { name: 'x', url } });
		}
		const before = await bench.registered();
		const hooks = bench.trigger();
		await hooks.publish();
		await hooks.unpublish();
		expect(await bench.registered()).toEqual(before);
		expect(await other.checkExists()).toBe(true);
	});

	it('are none of the business of a test in the editor', async () => {
		const published = bench.trigger();
		await published.publish();
		const before = await bench.registered();
		const listening = bench.trigger({}, { webhookBaseUrl: 'https://n8n.example/webhook-test' });
		await listening.publish();
		expect(await bench.registered()).toHaveLength(4);
		await listening.unpublish();
		expect(await bench.registered()).toEqual(before);
	});
});

it('moves its webhooks to the URL of the other choice under "Answer the Service"', async () => {
	const before = bench.trigger();
	await before.publish();
	const after = bench.later(before, { answer: 'whenFinished' });
	await after.publish();
	expect(await bench.registered()).toEqual(BOTH.map((webhook) => `${webhook}-finished`));
	await after.unpublish();
	expect(await bench.registered()).toEqual([]);
});
