import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as defaults from '../../../sandbox/routigo/defaults';
import { Bench, type Dict, Receiver } from '../support/bench';
import { Company, order, type Subscription } from './support';

const company = Company.use();

const SECRETS = [
	...[defaults.ROUTIGO_API_KEY, defaults.ROUTIGO_OTHER_KEY, defaults.ROUTIGO_LIMITED_KEY],
	...[defaults.ROUTIGO_SUPPLIER_KEY, defaults.ROUTIGO_BEARER, defaults.ROUTIGO_LIMITED_BEARER],
];

async function shown(): Promise<string> {
	const texts = [...company.bench.sandbox.logLines()];
	const own = ['requests', 'keys', 'webhooks', 'settings', 'tours', 'faults'];
	for (const path of ['state', 'deliveries', ...own.map((each) => `routigo/${each}`)]) {
		const { status, text } = await company.bench.control('GET', path);
		expect(status).toBe(200);
		texts.push(text);
	}
	return texts.join('\n');
}

it('never shows a key, nor what a webhook proves itself with', async () => {
	const secrets = [
		'derived/secret+1',
		'secret parameter',
		'pin-7',
		'refused-secret',
		'new-secret-2',
	];
	const [token, parameter, pin, refused, renewed] = secrets;
	const headers = { Authorization: `Bearer ${token}`, 'X-Pin': String(pin) };
	const queryParameters = { routigoEvent: 'TOUR_PLANNED', token: String(parameter) };
	const action = { headers, queryParameters };
	const { id } = await company.subscribe('TOUR_PLANNED', 'TOUR', { action });
	const nowhere = { headers: { A: String(refused) } };
	await expect(company.subscribe('NOTHING', 'TOUR', { action: nowhere })).rejects.toThrow();
	await company.api('POST', '/v2/webhooks', [{ headers: [refused] }]);
	const body = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR' };
	const changed = { name: 'x', url: company.receiver.url(), headers: { A: renewed } };
	await company.walked({ orders: [order('1')] }, 'plan');
	await company.control('POST', 'send', { webhook: id, body: { echo: `It was ${token}` } });
	await company.api('PUT', `/v2/webhooks/${id}`, { ...body, action: changed });
	await company.walked({ orders: [order('1')] }, 'plan');
	for (const key of SECRETS) await company.api('GET', `/v2/webhooks/${key}`);
	await company.control('POST', 'keys', { value: 'another-api-key' });
	const everything = await shown();
	for (const secret of [...SECRETS, ...secrets, 'another-api-key', 'someElsesToken']) {
		expect(everything).not.toContain(secret);
		expect(everything).not.toContain(encodeURIComponent(secret));
	}
	// The receiver got all of it, and the tags can still be read in the log.
	const [call] = company.receiver.received;
	expect([call?.headers.authorization, call?.headers['x-pin']]).toEqual([`Bearer ${token}`, pin]);
	expect(call?.url).toContain(encodeURIComponent(String(parameter)));
	expect(everything).toContain('routigoEvent=TOUR_PLANNED');
});

it('logs what was sent with names and without values', async () => {
	await company.subscribe('STOP_DONE', 'STOP', { action: { headers: { A: 'proof-of-mine' } } });
	const [entry] = (await company.control('GET', 'requests')).json<Dict[]>();
	expect(entry).toMatchObject({
		...{ method: 'POST', path: '/routigo/api/v2/webhooks', status: 201 },
		body: { routigoEvent: 'STOP_DONE', action: { headers: { A: '••••ne' } } },
	});
});

it('keeps everything over a restart', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const receiver = await Receiver.start();
	const start = async (): Promise<Company> =>
		new Company(await Bench.start({ vendors: ['routigo'], stateFile }), receiver);
	const first = await start();
	const headers = { Authorization: 'Bearer kept-secret' };
	const { id } = await first.subscribe('TOUR_ASSIGNED', 'TOUR', { action: { headers } });
	const tour = await first.walked({ orders: [order('1')] }, 'plan');
	await first.api('PUT', '/upload', [order('2')]);
	await first.control('POST', 'keys', { value: 'a-kept-key' });
	await first.settings({ bodyStructure: 'deep' });
	await first.bench.sandbox.close();

	const second = await start();
	const key = { 'X-API-KEY': 'a-kept-key' };
	const found = await second.api('GET', `/v2/webhooks/${id}`, undefined, key);
	expect(found.json<Subscription>().action.headers).toEqual(headers);
	await second.step(tour.id, 'assign');
	expect(receiver.bodies).toMatchObject([{ data: { tour: { name: 'Tour 1' } } }]);
	const body = { echo: 'kept-secret and a-kept-key' };
	await second.control('POST', 'send', { event: 'TOUR_ASSIGNED', body });
	expect(receiver.bodies[1]).toEqual(body);
	const { text } = await second.bench.control('GET', 'deliveries');
	expect(text).toContain('TOUR_ASSIGNED');
	expect(text).toContain('echo');
	for (const secret of ['kept-secret', 'a-kept-key']) expect(text).not.toContain(secret);
	expect((await second.tour()).job).toMatchObject({ name: 'Tour 2' });
	await second.close();
});
