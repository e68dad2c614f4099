import type { Dict } from '../support/bench';
import { Company, order } from './support';

const company = Company.use();

interface Column extends Dict {
	jobs: Dict[];
	registered: Dict[];
}
const column = async (): Promise<Column | undefined> =>
	(await company.bench.control('GET', 'state')).json<{ vendors: Column[] }>().vendors[0];
const hookStep = (id: string, step: string, body: unknown = {}) =>
	company.control('POST', `webhooks/${id}/steps/${step}`, body);

it('shows tours, waiting orders and webhooks in a column', async () => {
	await company.api('PUT', '/upload', [order('9')]);
	const headers = { Authorization: 'Bearer proof-of-mine-42' };
	const { id: hook } = await company.subscribe('TOUR_PLANNED', 'TOUR', { action: { headers } });
	const { id } = await company.walked({ name: 'North', orders: [order('1')] }, 'plan', 'assign');
	const shown = await column();
	expect(shown).toMatchObject({
		...{ name: 'routigo', label: 'RoutiGo', jobCount: 2, webhooks: null },
		actions: [{ path: 'tours' }, { path: 'orders' }],
		jobs: [
			{ id, title: 'North', status: 'assigned', statusLabel: 'Assigned', tone: 'moving' },
			{ title: '9', status: 'uploaded', lines: ['Customer 9, Zwolle', 'For 2031-05-14'] },
		],
	});
	expect(shown?.jobs[0]?.lines).toEqual([
		'Driver: Anouk Terpstra',
		'0 of 1 assignments done',
		'Next stop: Customer 1',
	]);
	await company.step(id, 'start');
	await company.step(id, 'arrive');
	expect((await column())?.jobs[0]?.lines).toContain('Arrived: Customer 1');
	await company.step(id, 'done');
	expect((await column())?.jobs[0]?.lines).toContain('No stop left');
	// After those of other programs.
	expect(shown?.registered.map(({ isForeign }) => isForeign)).toEqual([true, true, true, false]);
	expect(shown?.registered[3]).toMatchObject({
		...{ id: hook, event: 'TOUR_PLANNED (TOUR)', url: company.receiver.url() },
		...{ title: 'Tour planned (tour)', tokenHint: '••••42', suspendedAt: null, isForeign: false },
		steps: [{ name: 'change' }, { name: 'secret' }, { name: 'duplicate' }, { name: 'remove' }],
	});
});

it('makes tours of what waits, or of made-up orders', async () => {
	await company.control('POST', 'orders');
	expect((await column())?.jobCount).toBe(3);
	const { job } = await company.tour();
	// The first of the made-up ones is picked up, too.
	expect([job.name, job.shipments.length, job.stops.length]).toEqual(['Tour 1', 3, 4]);
	expect((await column())?.jobCount).toBe(1);
	const other = await company.tour({ count: 5 });
	expect([other.job.name, other.job.shipments.length]).toEqual(['Tour 2', 5]);
});

describe('behind the back of a webhook’s owner', () => {
	it('it is removed', async () => {
		const { id } = await company.subscribe('STOP_DONE');
		expect((await hookStep(id, 'remove')).status).toBe(200);
		expect((await company.api('DELETE', `/v2/webhooks/${id}`)).status).toBe(404);
		expect((await hookStep(id, 'remove')).status).toBe(404);
	});

	it('it is doubled', async () => {
		const { id, ...config } = await company.subscribe('STOP_DONE');
		await hookStep(id, 'duplicate');
		const [first, second] = await company.own();
		expect([first, second]).toEqual([
			{ id, ...config },
			{ ...config, id: expect.any(String) },
		]);
		expect(second?.id).not.toBe(id);
		await company.api('DELETE', `/v2/webhooks/${id}`);
		expect(await company.own()).toEqual([second]);
	});

	it('it is changed', async () => {
		const headers = { A: 'proof-of-mine' };
		const subscription = await company.subscribe('STOP_DONE', 'STOP', { action: { headers } });
		const { id, action } = subscription;
		const change = { serviceCentres: ['MEPPEL'], action: { headers: { A: 'forged-proof' } } };
		await hookStep(id, 'change', change);
		const [changed] = await company.own();
		expect(changed).toEqual({
			...subscription,
			serviceCentres: ['MEPPEL'],
			action: { ...action, headers: { A: 'forged-proof' } },
		});
		// The page's button sends nothing along.
		await hookStep(id, 'change');
		expect((await company.own())[0]?.action.url).toBe('https://elsewhere.example.test/changed');
		const bad = await hookStep(id, 'change', { routigoEvent: 'x' });
		expect([bad.status, bad.json().error]).toEqual([400, expect.stringContaining('routigoEvent')]);
	});

	it('another program adds one', async () => {
		const action = { name: 'Other', url: company.receiver.url('/other') };
		const body = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR', action };
		expect((await company.control('POST', 'webhooks', body)).status).toBe(201);
		await company.walked({ orders: [order('1')] }, 'plan');
		expect(company.receiver.received.map(({ url }) => url)).toEqual(['/other']);
	});
});

it.each([
	['PATCH', 'settings', { bodyStructure: 'poem' }, 'bodyStructure'],
	['POST', 'tours', { count: 0 }, 'count'],
	['POST', 'tours', { orders: [{ identifier: '1' }] }, 'deliveryLocation'],
	['POST', 'orders', { orders: [] }, 'array'],
	['POST', 'webhooks', { routigoEvent: 'x' }, 'routigoEventType'],
	['POST', 'send', { text: 'x' }, 'text'],
	['POST', 'faults', { kind: 'poem' }, 'kind'],
])('%s %s refuses %j in words', async (method, path, body, word) => {
	const reply = await company.control(method, path, body);
	expect([reply.status, reply.json().error]).toEqual([400, expect.stringContaining(word)]);
});

it('forgets everything with a reset', async () => {
	await company.subscribe('TOUR_PLANNED');
	await company.control('DELETE', 'webhooks');
	await company.tour();
	await company.settings({ bodyStructure: 'flat' });
	await company.reset();
	expect(await column()).toMatchObject({ jobs: [], jobCount: 0 });
	expect((await column())?.registered).toHaveLength(3);
	expect((await company.control('GET', 'settings')).json().bodyStructure).toBe('nested');
});
